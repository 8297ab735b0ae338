package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Processes on terminals: echo, size, keys that detach.
public abstract class TerminalContract extends EngineContract {
    private static final TerminalSize NO_SIZE = new TerminalSize(0, 0);

    private ContainerSpec onTerminal(String... command) {
        return spec(command).with(spec -> spec.process = spec.process.with(process -> {
            process.tty = true;
            process.openStdin = true;
        }));
    }

    private Session attach(ContainerRef container, Optional<String> keys) {
        return engine().sessions().attach(container, new AttachOptions(Set.of(StdStream.values()), false, true, keys));
    }

    /// Reads until this was read.
    private static String read(Session session, String wanted) {
        var read = new ByteArrayOutputStream();
        for (var chunk : session.output()) {
            assertThat(chunk.stream()).isEqualTo(StdStream.STDOUT);
            read.writeBytes(chunk.bytes());
            if (read.toString(StandardCharsets.UTF_8).contains(wanted)) return read.toString(StandardCharsets.UTF_8);
        }
        throw new AssertionError("the output ended without " + wanted + ": " + read);
    }

    private static void type(Session session, String keys) throws IOException {
        session.input().write(keys.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_terminal_is_one_stream_whose_lines_end_as_terminals_need() {
        var container = create(onTerminal("sh", "-c", "echo out; echo err >&2"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            assertThat(read(session, "err")).startsWith("out\r\nerr");
        }
    }

    @Test
    void what_is_typed_is_echoed() throws IOException {
        var container = create(onTerminal("cat"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            type(session, "ahoy\n");
            assertThat(read(session, "ahoy\r\nahoy\r\n")).isEqualTo("ahoy\r\nahoy\r\n");
        }
    }

    @Test
    void the_usual_keys_detach_and_the_process_goes_on() throws IOException {
        var container = create(onTerminal("cat"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            type(session, "\020\021");
            assertThat(session.output().iterator().hasNext()).isFalse();
        }
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void the_keys_that_detach_can_be_chosen() throws IOException {
        var container = create(onTerminal("cat"));
        try (var session = attach(container, Optional.of("ctrl-x,q"))) {
            engine().containers().start(container);
            type(session, "\030q");
            assertThat(session.output().iterator().hasNext()).isFalse();
        }
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void the_beginning_of_the_keys_alone_goes_through() throws IOException {
        var container = create(onTerminal("cat"));
        try (var session = attach(container, Optional.of("a,b"))) {
            engine().containers().start(container);
            type(session, "ac\n");
            assertThat(read(session, "ac\r\n")).contains("ac\r\n");
        }
    }

    @Test
    void keys_that_cannot_be_are_refused() {
        var container = create(onTerminal("cat"));
        refused(EngineException.Invalid.class, "attach to container " + container, () -> attach(container, Optional.of("ctrl-")).close());
    }

    @Test
    void control_c_interrupts_what_runs_on_the_terminal() throws IOException {
        var exec = engine().sessions().exec(standing(), ExecSpec.of("cat").interactive().onTerminal());
        try (var session = engine().sessions().start(exec, new TerminalSize(80, 24))) {
            type(session, "x\n");
            read(session, "x\r\nx\r\n");
            type(session, "\003");
            while (session.output().iterator().hasNext()) session.output().iterator().next();
        }
        Await.until("it has ended", () -> engine().sessions().inspect(exec).exitCode().isPresent());
        assertThat(engine().sessions().inspect(exec).exitCode()).hasValue(130);
    }

    @Test
    void control_d_is_the_end_of_the_input() throws IOException {
        var container = create(onTerminal("cat"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            type(session, "\004");
            while (session.output().iterator().hasNext()) session.output().iterator().next();
        }
        assertThat(awaitExit(container).code()).isZero();
    }

    @Test
    void a_resized_terminal_has_its_new_size() throws IOException {
        var container = create(onTerminal("sh"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            session.resize(new TerminalSize(101, 37));
            type(session, "stty size\n");
            assertThat(read(session, "37 101")).contains("37 101\r\n");
        }
    }

    @Test
    void a_container_is_resized_without_a_session_too() throws IOException {
        var container = create(onTerminal("sh"));
        try (var session = attach(container, Optional.empty())) {
            engine().containers().start(container);
            engine().sessions().resize(container, new TerminalSize(55, 22));
            type(session, "stty size\n");
            assertThat(read(session, "22 55")).contains("22 55\r\n");
        }
    }

    @Test
    void an_exec_on_a_terminal_is_resized() throws IOException {
        var exec = engine().sessions().exec(standing(), ExecSpec.of("sh").interactive().onTerminal());
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            type(session, "echo ready\n");
            read(session, "ready\r\nready\r\n".substring(7));
            session.resize(new TerminalSize(90, 30));
            type(session, "stty size\n");
            assertThat(read(session, "30 90")).contains("30 90\r\n");
            type(session, "exit\n");
        }
    }

    @Test
    void without_a_terminal_resizing_does_nothing() {
        var exec = engine().sessions().exec(standing(), ExecSpec.of("cat").interactive());
        try (var session = engine().sessions().start(exec, NO_SIZE)) {
            session.resize(new TerminalSize(90, 30));
            assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
        }
    }

    @Test
    void resizing_what_does_not_run_is_refused() {
        var container = create(onTerminal("cat"));
        refused(EngineException.Conflict.class, "resize the terminal of container " + container,
                () -> engine().sessions().resize(container, new TerminalSize(80, 24)));
    }

    @Test
    void resizing_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "resize the terminal of container " + nobody,
                () -> engine().sessions().resize(nobody, new TerminalSize(80, 24)));
    }
}
