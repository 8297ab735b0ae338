package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecSpec;
import dev.davit.testing.Await;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The processes in a container.
public abstract class ProcessesContract extends EngineContract {

    @Test
    void a_running_container_shows_its_first_process() {
        var table = engine().telemetry().processes(standing(), List.of());
        int command = table.titles().indexOf("CMD");
        assertThat(table.rows()).anyMatch(row -> row.get(command).contains("sleep 1000"));
    }

    @Test
    void each_row_is_as_long_as_the_titles() {
        var table = engine().telemetry().processes(standing(), List.of());
        assertThat(table.rows()).isNotEmpty().allMatch(row -> row.size() == table.titles().size());
    }

    @Test
    void the_first_process_is_the_one_that_inspect_tells() {
        var table = engine().telemetry().processes(standing(), List.of());
        int pid = table.titles().indexOf("PID");
        assertThat(table.rows()).extracting(row -> row.get(pid)).contains(Integer.toString(inspect(standing()).pid()));
    }

    @Test
    void a_process_beside_the_first_is_shown() {
        var container = run("sleep", "1000");
        engine().sessions().startDetached(engine().sessions().exec(container, ExecSpec.of("sleep", "2000")));
        Await.until("it is shown", () -> engine().telemetry().processes(container, List.of()).rows().stream()
                .anyMatch(row -> row.getLast().contains("sleep 2000")));
    }

    @Test
    void the_processes_of_what_does_not_run_are_refused() {
        var container = create("true");
        refused(EngineException.Conflict.class, "list the processes of container " + container,
                () -> engine().telemetry().processes(container, List.of()));
    }

    @Test
    void the_processes_of_what_does_not_exist_are_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "list the processes of container " + nobody,
                () -> engine().telemetry().processes(nobody, List.of()));
    }
}
