package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.store.Scrollback.Extent;
import dev.davit.engine.container.StdStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScrollbackTest {
    private final Scrollback lines = new Scrollback(100_000);

    private void write(StdStream stream, String text) {
        lines.append(0, stream, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(long from, int count) {
        return lines.lines(from, count).stream().map(line -> new String(line.bytes(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void pieces_make_lines_each_stream_for_itself() {
        write(StdStream.STDOUT, "one\ntw");
        write(StdStream.STDERR, "error\r\n");
        write(StdStream.STDOUT, "o\n\nlast");
        assertThat(read(0, 10)).containsExactly("one", "error", "two", "");
        lines.end();
        assertThat(read(0, 10)).containsExactly("one", "error", "two", "", "last");
        assertThat(lines.extent()).isEqualTo(new Extent(0, 5, true));
    }

    @Test
    void the_oldest_go_when_there_are_too_many_bytes_and_numbers_stay() {
        for (int i = 0; i < 10_000; i++) write(StdStream.STDOUT, "line " + i + "\n");
        var extent = lines.extent();
        assertThat(extent.end()).isEqualTo(10_000);
        assertThat(extent.count()).isBetween(1_000L, 1_200L);
        assertThat(read(9_998, 5)).containsExactly("line 9998", "line 9999");
        assertThat(read(extent.first(), 1)).containsExactly("line " + extent.first());
        assertThat(read(extent.first() + 3, 2)).containsExactly("line " + (extent.first() + 3), "line " + (extent.first() + 4));
        assertThat(read(0, 2)).hasSize(2);
        assertThat(read(10_000, 2)).isEmpty();
    }

    @Test
    void a_line_without_end_is_cut_into_lines() {
        var large = new Scrollback(1 << 20);
        large.append(0, StdStream.STDOUT, Optional.empty(), "x".repeat(Scrollback.LONGEST * 2 + 10).getBytes(StandardCharsets.UTF_8));
        large.append(0, StdStream.STDOUT, Optional.empty(), "\n".getBytes(StandardCharsets.UTF_8));
        assertThat(large.lines(0, 5)).extracting(line -> line.bytes().length).containsExactly(Scrollback.LONGEST, Scrollback.LONGEST, 10);
    }

    @Test
    void the_newest_time_is_where_a_log_is_taken_up_again() {
        assertThat(lines.newest(0)).isEmpty();
        var time = Instant.parse("2026-01-02T03:04:05Z");
        lines.append(0, StdStream.STDOUT, Optional.of(time), "x\n".getBytes(StandardCharsets.UTF_8));
        write(StdStream.STDOUT, "y\n");
        assertThat(lines.newest(0)).contains(time);
        assertThat(lines.lines(0, 2)).extracting(Scrollback.Line::time).containsExactly(Optional.of(time), Optional.empty());
    }

    private static Scrollback past(int writer, String... timed) {
        var past = new Scrollback(100_000);
        for (String line : timed) {
            var time = Instant.ofEpochSecond(Long.parseLong(line.replaceAll(" .*", "")));
            past.append(writer, StdStream.STDOUT, Optional.of(time), (line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return past;
    }

    @Test
    void what_several_wrote_is_in_the_order_of_its_times_and_what_one_wrote_in_its_own() {
        var second = past(1, "2 b", "4 b", "3 b was put back");
        second.append(1, StdStream.STDOUT, Optional.of(Instant.ofEpochSecond(9)), "9 b has no end".getBytes(StandardCharsets.UTF_8));
        lines.merge(List.of(past(0, "1 a", "2 a", "5 a"), second, past(2)), Instant.MIN);
        assertThat(read(0, 9)).containsExactly("1 a", "2 a", "2 b", "4 b", "3 b was put back", "5 a", "9 b has no end");
        assertThat(lines.lines(0, 9)).extracting(Scrollback.Line::writer).containsExactly(0, 0, 1, 1, 1, 0, 1);
        assertThat(lines.newest(0)).contains(Instant.ofEpochSecond(5));
        assertThat(lines.newest(1)).contains(Instant.ofEpochSecond(9));
        assertThat(lines.newest(2)).isEmpty();
    }

    @Test
    void what_several_wrote_is_taken_from_a_moment_on() {
        var second = past(1, "2 b", "4 b", "3 b was put back");
        assertThat(second.oldest()).contains(Instant.ofEpochSecond(2));
        assertThat(past(2).oldest()).isEmpty();
        lines.merge(List.of(past(0, "1 a", "2 a", "5 a"), second, past(2)), Instant.ofEpochSecond(4));
        assertThat(read(0, 9)).containsExactly("4 b", "3 b was put back", "5 a");
        assertThat(lines.newest(0)).contains(Instant.ofEpochSecond(5));
    }

    @Test
    void the_end_of_one_of_several_ends_its_line_alone() {
        lines.append(0, StdStream.STDOUT, Optional.empty(), "a".getBytes(StandardCharsets.UTF_8));
        lines.append(1, StdStream.STDOUT, Optional.empty(), "b".getBytes(StandardCharsets.UTF_8));
        lines.end(1);
        assertThat(read(0, 9)).containsExactly("b");
        assertThat(lines.extent().ended()).isFalse();
        lines.end();
        assertThat(read(0, 9)).containsExactly("b", "a");
    }
}
