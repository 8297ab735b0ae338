package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.StdStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Joining a container's first process.
public abstract class AttachContract extends EngineContract {

    private ContainerSpec withInput(boolean once, String... command) {
        return spec(command).with(spec -> spec.process = spec.process.with(process -> {
            process.openStdin = true;
            process.stdinOnce = once;
        }));
    }

    private Session attach(ContainerRef container, AttachOptions options) {
        return engine().sessions().attach(container, options);
    }

    private static String all(Session session) {
        var bytes = new ByteArrayOutputStream();
        for (var chunk : session.output()) bytes.writeBytes(chunk.bytes());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_session_attached_before_the_start_misses_nothing() {
        var container = create("echo", "hello");
        try (var session = attach(container, AttachOptions.output())) {
            engine().containers().start(container);
            assertThat(all(session)).isEqualTo("hello\n");
        }
    }

    @Test
    void the_output_ends_with_the_process() {
        var container = create("true");
        try (var session = attach(container, AttachOptions.output())) {
            engine().containers().start(container);
            assertThat(session.output().iterator().hasNext()).isFalse();
        }
        assertThat(awaitExit(container).code()).isZero();
    }

    @Test
    void both_streams_come_apart() {
        var container = create("sh", "-c", "echo out; echo err >&2");
        var streams = new TreeMap<StdStream, String>();
        try (var session = attach(container, AttachOptions.output())) {
            engine().containers().start(container);
            for (var chunk : session.output()) {
                streams.merge(chunk.stream(), new String(chunk.bytes(), StandardCharsets.UTF_8), String::concat);
            }
        }
        assertThat(streams).isEqualTo(Map.of(StdStream.STDOUT, "out\n", StdStream.STDERR, "err\n"));
    }

    @Test
    void only_the_wanted_stream_comes() {
        var container = create("sh", "-c", "echo out; echo err >&2");
        var errors = new AttachOptions(Set.of(StdStream.STDERR), false, true, Optional.empty());
        try (var session = attach(container, errors)) {
            engine().containers().start(container);
            assertThat(all(session)).isEqualTo("err\n");
        }
    }

    @Test
    void what_is_written_to_the_input_reaches_the_process() throws IOException {
        var container = create(withInput(true, "cat"));
        try (var session = attach(container, AttachOptions.all())) {
            engine().containers().start(container);
            session.input().write("ahoy\n".getBytes(StandardCharsets.UTF_8));
            session.input().close();
            assertThat(all(session)).isEqualTo("ahoy\n");
        }
    }

    @Test
    void the_end_of_the_input_leaves_the_output_open() throws IOException {
        var container = create(withInput(true, "sh", "-c", "cat; echo after"));
        try (var session = attach(container, AttachOptions.all())) {
            engine().containers().start(container);
            session.input().close();
            assertThat(all(session)).isEqualTo("after\n");
        }
        assertThat(awaitExit(container).code()).isZero();
    }

    @Test
    void each_write_is_delivered_at_once() throws IOException {
        var container = create(withInput(true, "cat"));
        try (var session = attach(container, AttachOptions.all())) {
            engine().containers().start(container);
            var output = session.output().iterator();
            session.input().write("one\n".getBytes(StandardCharsets.UTF_8));
            assertThat(output.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("one\n");
            session.input().write("two\n".getBytes(StandardCharsets.UTF_8));
            assertThat(output.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("two\n");
        }
    }

    @Test
    void bytes_are_not_text() throws IOException {
        var container = create(withInput(true, "cat"));
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) i;
        var read = new ByteArrayOutputStream();
        try (var session = attach(container, AttachOptions.all())) {
            engine().containers().start(container);
            session.input().write(bytes);
            session.input().close();
            for (var chunk : session.output()) read.writeBytes(chunk.bytes());
        }
        assertThat(read.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void without_an_attached_input_writing_fails() {
        var container = create("sleep", "1000");
        try (var session = attach(container, AttachOptions.all())) {
            assertThatThrownBy(() -> session.input().write('x')).isInstanceOf(IOException.class);
        }
    }

    @Test
    void writing_after_the_end_of_the_input_fails() throws IOException {
        var container = run(withInput(true, "cat"));
        try (var session = attach(container, AttachOptions.all())) {
            session.input().close();
            assertThatThrownBy(() -> session.input().write('x')).isInstanceOf(IOException.class);
        }
    }

    @Test
    void all_who_are_attached_see_the_output() {
        var container = create("echo", "hello");
        try (var one = attach(container, AttachOptions.output());
                var other = attach(container, AttachOptions.output())) {
            engine().containers().start(container);
            assertThat(all(one)).isEqualTo("hello\n");
            assertThat(all(other)).isEqualTo("hello\n");
        }
    }

    @Test
    void hanging_up_does_not_touch_the_process() {
        attach(standing(), AttachOptions.output()).close();
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void hanging_up_twice_is_harmless() {
        var session = attach(standing(), AttachOptions.output());
        session.close();
        session.close();
        assertThat(session.output().iterator().hasNext()).isFalse();
    }

    @Test
    void what_was_written_before_comes_first_when_asked_for() {
        var container = run("sh", "-c", "echo before; sleep 1000");
        awaitOutput(container, "before");
        var withLogs = new AttachOptions(Set.of(StdStream.STDOUT), true, true, Optional.empty());
        try (var session = attach(container, withLogs)) {
            assertThat(session.output().iterator().next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("before\n");
        }
    }

    @Test
    void without_staying_what_was_written_comes_and_then_the_end() {
        var container = run("sh", "-c", "echo before; sleep 1000");
        awaitOutput(container, "before");
        var logsOnly = new AttachOptions(Set.of(StdStream.STDOUT), true, false, Optional.empty());
        try (var session = attach(container, logsOnly)) {
            assertThat(all(session)).isEqualTo("before\n");
        }
    }

    @Test
    @Needs(Feature.PAUSE)
    void attaching_to_a_paused_container_is_refused() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        refused(EngineException.Conflict.class, "attach to container " + container, () -> attach(container, AttachOptions.output()).close());
    }

    @Test
    void attaching_to_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "attach to container " + nobody, () -> attach(nobody, AttachOptions.output()).close());
    }
}
