package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a container wrote.
public abstract class LogsContract extends EngineContract {

    private static LogOptions options(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return new LogOptions(
                draft.stdout, draft.stderr, draft.follow, draft.since, draft.until, draft.tail, draft.timestamps, false);
    }

    private static final class Draft {
        private boolean stdout = true;
        private boolean stderr = true;
        private boolean follow;
        private Optional<Instant> since = Optional.empty();
        private Optional<Instant> until = Optional.empty();
        private OptionalLong tail = OptionalLong.empty();
        private boolean timestamps;
    }

    private List<LogChunk> chunks(ContainerRef container, LogOptions options) {
        var chunks = new ArrayList<LogChunk>();
        try (var log = engine().telemetry().logs(container, options)) {
            log.forEach(chunks::add);
        }
        return chunks;
    }

    private ContainerRef five() {
        return runToEnd("seq", "5");
    }

    @Test
    void the_log_of_an_ended_container_is_all_that_it_wrote() {
        assertThat(output(five())).isEqualTo("1\n2\n3\n4\n5\n");
    }

    @Test
    void a_container_that_wrote_nothing_has_an_empty_log() {
        assertThat(chunks(runToEnd("true"), LogOptions.all())).isEmpty();
    }

    @Test
    void a_container_that_never_ran_has_an_empty_log() {
        assertThat(chunks(create("true"), LogOptions.all())).isEmpty();
    }

    @Test
    void without_following_the_log_of_a_running_container_ends() {
        var container = run("sh", "-c", "echo ready; sleep 1000");
        awaitOutput(container, "ready");
        assertThat(output(container)).isEqualTo("ready\n");
    }

    @Test
    void each_chunk_says_its_stream() {
        var chunks = chunks(runToEnd("sh", "-c", "echo out; echo err >&2"), LogOptions.all());
        assertThat(chunks).extracting(LogChunk::stream).containsExactlyInAnyOrder(StdStream.STDOUT, StdStream.STDERR);
    }

    @Test
    void one_stream_alone_can_be_had() {
        var container = runToEnd("sh", "-c", "echo out; echo err >&2");
        assertThat(output(container, options(draft -> draft.stderr = false))).isEqualTo("out\n");
        assertThat(output(container, options(draft -> draft.stdout = false))).isEqualTo("err\n");
    }

    @Test
    void no_stream_at_all_is_refused() {
        refused(EngineException.Invalid.class, "read the log of container " + standing(), () -> chunks(standing(), options(draft -> {
            draft.stdout = false;
            draft.stderr = false;
        })));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, '5\n'", "2, '4\n5\n'", "5, '1\n2\n3\n4\n5\n'", "100, '1\n2\n3\n4\n5\n'"})
    void the_tail_is_the_last_lines(long lines, String text) {
        assertThat(output(five(), options(draft -> draft.tail = OptionalLong.of(lines)))).isEqualTo(text);
    }

    @Test
    void times_come_only_when_asked_for_and_do_not_go_backwards() {
        var container = five();
        assertThat(chunks(container, LogOptions.all())).allMatch(chunk -> chunk.time().isEmpty());
        var times = chunks(container, options(draft -> draft.timestamps = true)).stream().map(chunk -> chunk.time().orElseThrow()).toList();
        assertThat(times).hasSize(5).isSorted();
        assertThat(times.getFirst()).isBetween(inspect(container).created(), Instant.now());
    }

    @Test
    void times_are_not_part_of_the_bytes() {
        assertThat(output(five(), options(draft -> draft.timestamps = true))).isEqualTo("1\n2\n3\n4\n5\n");
    }

    @Test
    void since_and_until_cut_at_a_time() {
        var container = runToEnd("sh", "-c", "echo first; sleep 0.1; echo second; sleep 0.1; echo third");
        var times = chunks(container, options(draft -> draft.timestamps = true)).stream().map(chunk -> chunk.time().orElseThrow()).toList();
        assertThat(output(container, options(draft -> draft.since = Optional.of(times.get(1))))).isEqualTo("second\nthird\n");
        assertThat(output(container, options(draft -> draft.until = Optional.of(times.get(1))))).isEqualTo("first\nsecond\n");
        assertThat(output(container, options(draft -> {
            draft.since = Optional.of(times.get(1));
            draft.until = Optional.of(times.get(1));
        }))).isEqualTo("second\n");
    }

    @Test
    void since_the_future_there_is_nothing() {
        assertThat(output(five(), options(draft -> draft.since = Optional.of(Instant.now().plusSeconds(3600))))).isEmpty();
    }

    @Test
    void a_last_line_without_its_end_comes_as_it_is() {
        var chunks = chunks(runToEnd("echo", "-n", "no end"), LogOptions.all());
        assertThat(chunks).singleElement().satisfies(chunk -> {
            assertThat(chunk.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("no end");
            assertThat(chunk.partial()).isTrue();
        });
    }

    @Test
    void an_empty_line_is_a_line() {
        assertThat(output(runToEnd("echo"))).isEqualTo("\n");
    }

    @Test
    void bytes_that_are_no_text_come_as_they_are() throws IOException {
        var container = create(spec("cat").with(spec -> spec.process = spec.process.with(process -> {
            process.openStdin = true;
            process.stdinOnce = true;
        })));
        var bytes = new byte[] {'a', 0, 27, '[', '3', '1', 'm', '\r', '\n'};
        try (var session = engine().sessions().attach(container, AttachOptions.all())) {
            engine().containers().start(container);
            session.input().write(bytes);
            session.input().close();
            while (session.output().iterator().hasNext()) session.output().iterator().next();
        }
        awaitExit(container);
        assertThat(chunks(container, LogOptions.all())).singleElement().satisfies(chunk -> assertThat(chunk.bytes()).isEqualTo(bytes));
    }

    @Test
    void a_line_of_a_megabyte_comes_in_pieces_that_add_up() throws IOException {
        var container = create(spec("cat").with(spec -> spec.process = spec.process.with(process -> {
            process.openStdin = true;
            process.stdinOnce = true;
        })));
        String line = "0123456789abcdef".repeat(1 << 16);
        try (var session = engine().sessions().attach(container, new AttachOptions(Set.of(StdStream.STDIN), false, true, Optional.empty()))) {
            engine().containers().start(container);
            session.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            session.input().close();
            awaitExit(container);
        }
        var chunks = chunks(container, LogOptions.all());
        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks.subList(0, chunks.size() - 1)).allMatch(LogChunk::partial);
        assertThat(chunks.getLast().partial()).isFalse();
        assertThat(output(container)).isEqualTo(line + "\n");
    }

    @Test
    void following_brings_what_comes_and_ends_with_the_container() {
        var container = run("sh", "-c", "echo one; sleep 0.2; echo two");
        assertThat(output(container, following())).isEqualTo("one\ntwo\n");
    }

    @Test
    void following_an_ended_container_ends_with_its_log() {
        assertThat(output(five(), following())).isEqualTo("1\n2\n3\n4\n5\n");
    }

    @Test
    void following_begins_at_the_tail() {
        var container = run("sh", "-c", "seq 5; sleep 1000");
        awaitOutput(container, "5\n");
        try (var log = engine().telemetry().logs(container, LogOptions.follow(1))) {
            assertThat(log.iterator().next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("5\n");
        }
    }

    @Test
    void the_log_goes_on_when_a_container_is_started_again() {
        var container = runToEnd("echo", "hello");
        engine().containers().start(container);
        awaitExit(container);
        assertThat(output(container)).isEqualTo("hello\nhello\n");
    }

    @Test
    void the_log_of_a_terminal_is_one_stream() {
        var container = runToEnd(spec("sh", "-c", "echo out; echo err >&2").with(spec -> spec.process = spec.process.with(process -> process.tty = true)));
        var chunks = chunks(container, options(draft -> draft.timestamps = true));
        assertThat(chunks).allMatch(chunk -> chunk.stream() == StdStream.STDOUT && chunk.time().isPresent());
        assertThat(output(container)).isEqualTo("out\r\nerr\r\n");
    }

    @Test
    void the_log_of_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "read the log of container " + nobody, () -> chunks(nobody, LogOptions.all()));
    }
}
