package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecDetails;
import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Running another process in a container.
public abstract class ExecContract extends EngineContract {
    private static final TerminalSize NO_SIZE = new TerminalSize(0, 0);

    private ExecId exec(ExecSpec spec) {
        return engine().sessions().exec(standing(), spec);
    }

    /// Runs it to its end.
    private String output(ExecId exec) {
        var bytes = new ByteArrayOutputStream();
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            for (var chunk : session.output()) bytes.writeBytes(chunk.bytes());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private ExecDetails awaitEnd(ExecId exec) {
        Await.until("the exec has ended", () -> engine().sessions().inspect(exec).exitCode().isPresent());
        return engine().sessions().inspect(exec);
    }

    private static ExecSpec with(ExecSpec spec, List<String> environment, Optional<String> user, Optional<String> directory) {
        return new ExecSpec(spec.command(), environment, user, directory, spec.privileged(), spec.tty(), spec.streams(), spec.detachKeys(), spec.size());
    }

    @Test
    void a_prepared_process_does_not_run() {
        var details = engine().sessions().inspect(exec(ExecSpec.of("true")));
        assertThat(details.running()).isFalse();
        assertThat(details.exitCode()).isEmpty();
        assertThat(details.pid()).isZero();
        assertThat(details.container()).isEqualTo(id(standing()));
    }

    @Test
    void its_output_comes_and_ends_with_it() {
        assertThat(output(exec(ExecSpec.of("echo", "hello")))).isEqualTo("hello\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 255})
    void its_exit_code_is_told(int code) {
        var exec = exec(ExecSpec.of("sh", "-c", "exit " + code));
        output(exec);
        assertThat(awaitEnd(exec).exitCode()).hasValue(code);
    }

    @Test
    void a_running_process_is_told_as_running() throws IOException {
        var exec = exec(ExecSpec.of("cat").interactive());
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            Await.until("it runs", () -> engine().sessions().inspect(exec).pid() > 0);
            assertThat(engine().sessions().inspect(exec).running()).isTrue();
            assertThat(engine().sessions().inspect(exec).exitCode()).isEmpty();
            session.input().close();
            assertThat(session.output().iterator().hasNext()).isFalse();
        }
        assertThat(awaitEnd(exec).running()).isFalse();
    }

    @Test
    void its_streams_come_apart() {
        var exec = exec(ExecSpec.of("sh", "-c", "echo out; echo err >&2"));
        var streams = new TreeMap<StdStream, String>();
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            for (var chunk : session.output()) {
                streams.merge(chunk.stream(), new String(chunk.bytes(), StandardCharsets.UTF_8), String::concat);
            }
        }
        assertThat(streams).isEqualTo(Map.of(StdStream.STDOUT, "out\n", StdStream.STDERR, "err\n"));
    }

    @Test
    void the_end_of_its_input_ends_a_process_that_reads() throws IOException {
        var exec = exec(ExecSpec.of("cat").interactive());
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            session.input().write("ahoy\n".getBytes(StandardCharsets.UTF_8));
            session.input().close();
            var output = session.output().iterator();
            assertThat(output.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("ahoy\n");
            assertThat(output.hasNext()).isFalse();
        }
    }

    @Test
    void it_has_the_containers_environment_and_what_is_given() {
        var exec = exec(with(ExecSpec.of("env"), List.of("COLOR=deep blue"), Optional.empty(), Optional.empty()));
        assertThat(output(exec).lines()).contains("COLOR=deep blue").anyMatch(line -> line.startsWith("PATH="));
    }

    @Test
    void it_runs_as_the_user_that_is_given() {
        assertThat(output(exec(with(ExecSpec.of("id", "-u"), List.of(), Optional.of("user"), Optional.empty())))).isEqualTo("1000\n");
    }

    @Test
    void it_runs_in_the_directory_that_is_given() {
        assertThat(output(exec(with(ExecSpec.of("pwd"), List.of(), Optional.empty(), Optional.of("/tmp"))))).isEqualTo("/tmp\n");
    }

    @Test
    void a_detached_process_runs_by_itself() {
        var exec = exec(ExecSpec.of("sh", "-c", "exit 4"));
        engine().sessions().startDetached(exec);
        assertThat(awaitEnd(exec).exitCode()).hasValue(4);
    }

    @Test
    void it_does_not_end_with_its_session() {
        var exec = exec(ExecSpec.of("sleep", "1000"));
        engine().sessions().start(exec, NO_SIZE).close();
        Await.until("it runs", () -> engine().sessions().inspect(exec).pid() > 0);
        assertThat(engine().sessions().inspect(exec).running()).isTrue();
    }

    @Test
    void a_program_that_is_not_there_ends_with_126_or_127() {
        var exec = exec(ExecSpec.of("no-such-program"));
        assertThat(output(exec)).contains("no-such-program");
        assertThat(awaitEnd(exec).exitCode().orElseThrow()).isIn(126, 127);
    }

    @Test
    void a_program_that_cannot_be_executed_ends_with_126() {
        var exec = exec(ExecSpec.of("/etc/passwd"));
        assertThat(output(exec)).contains("/etc/passwd");
        assertThat(awaitEnd(exec).exitCode()).hasValue(126);
    }

    @Test
    void a_process_is_started_only_once() {
        var exec = exec(ExecSpec.of("true"));
        output(exec);
        awaitEnd(exec);
        refused(EngineException.Conflict.class, "start exec " + exec.value(), () -> engine().sessions().start(exec, NO_SIZE).close());
    }

    @Test
    void a_process_ends_with_its_container() {
        var container = run("sleep", "1000");
        var exec = engine().sessions().exec(container, ExecSpec.of("sleep", "1000"));
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            Await.until("it runs", () -> engine().sessions().inspect(exec).pid() > 0);
            engine().containers().kill(container, "");
            assertThat(session.output().iterator().hasNext()).isFalse();
        }
    }

    @Test
    void a_process_needs_a_running_container() {
        var container = create("true");
        refused(EngineException.Conflict.class, "run true in container " + container,
                () -> engine().sessions().exec(container, ExecSpec.of("true")));
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_process_cannot_be_prepared_in_a_paused_container() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        refused(EngineException.Conflict.class, "run true in container " + container,
                () -> engine().sessions().exec(container, ExecSpec.of("true")));
    }

    @Test
    void a_process_needs_a_command() {
        refused(EngineException.Invalid.class, "run  in container " + standing(), () -> exec(ExecSpec.of()));
    }

    @Test
    void a_process_in_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "run true in container " + nobody,
                () -> engine().sessions().exec(nobody, ExecSpec.of("true")));
    }

    @Test
    void starting_what_was_not_prepared_is_refused() {
        var unknown = new ExecId("0123456789abcdef");
        refused(EngineException.NotFound.class, "start exec " + unknown.value(), () -> engine().sessions().start(unknown, NO_SIZE).close());
        refused(EngineException.NotFound.class, "start exec " + unknown.value(), () -> engine().sessions().startDetached(unknown));
    }

    @Test
    void inspecting_what_was_not_prepared_is_refused() {
        var unknown = new ExecId("0123456789abcdef");
        refused(EngineException.NotFound.class, "inspect exec " + unknown.value(), () -> engine().sessions().inspect(unknown));
    }
}
