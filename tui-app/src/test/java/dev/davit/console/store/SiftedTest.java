package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.store.Scrollback.Extent;
import dev.davit.engine.container.StdStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiftedTest {
    private final Scrollback all = new Scrollback(100_000);
    private final Sifted even = new Sifted(all, line -> (line.bytes()[line.bytes().length - 1] - '0') % 2 == 0);

    private void write(int from, int end) {
        for (int i = from; i < end; i++) {
            all.append(0, StdStream.STDOUT, Optional.empty(), ("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
            even.catchUp();
        }
    }

    private List<String> read(long from, int count) {
        return even.lines(from, count).stream().map(line -> new String(line.bytes(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void what_is_let_through_has_numbers_of_its_own() {
        write(0, 5);
        assertThat(read(0, 9)).containsExactly("line 0", "line 2", "line 4");
        assertThat(even.extent()).isEqualTo(new Extent(0, 3, false));
        write(5, 3000);
        assertThat(even.extent().end()).isEqualTo(1500);
        assertThat(read(1498, 9)).containsExactly("line 2996", "line 2998");
        all.end();
        even.catchUp();
        assertThat(even.extent().ended()).isTrue();
    }

    @Test
    void what_the_scrollback_drops_is_forgotten_and_numbers_stay() {
        write(0, 10_000);
        var extent = even.extent();
        assertThat(extent.end()).isEqualTo(5000);
        assertThat(extent.count()).isBetween(500L, 600L);
        assertThat(even.origin(extent.first())).isBetween(all.extent().first(), all.extent().first() + 1);
        assertThat(read(extent.first(), 1)).containsExactly("line " + even.origin(extent.first()));
    }

    @Test
    void older_lines_have_the_numbers_before() {
        write(0, 5);
        var older = new Scrollback(100_000);
        older.append(0, StdStream.STDOUT, Optional.empty(), "line -3\nline -2\nline -1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(all.prepend(older.all())).isTrue();
        even.catchUp();
        assertThat(all.extent()).isEqualTo(new Extent(-3, 5, false));
        assertThat(even.extent()).isEqualTo(new Extent(-1, 3, false));
        assertThat(read(-1, 2)).containsExactly("line -2", "line 0");
        assertThat(even.origin(-1)).isEqualTo(-2);
        var large = new Scrollback(1_000_000);
        for (int i = 0; i < 5_000; i++) large.append(0, StdStream.STDOUT, Optional.empty(), "much\n".getBytes(StandardCharsets.UTF_8));
        assertThat(all.prepend(large.all())).isFalse();
        assertThat(all.extent().count()).isBetween(1_000L, 1_200L);
    }

    @Test
    void a_place_is_the_same_line_or_the_next_that_is_there() {
        write(0, 10);
        assertThat(even.origin(3)).isEqualTo(6);
        assertThat(even.place(6)).isEqualTo(3);
        assertThat(even.place(5)).isEqualTo(3);
        assertThat(even.place(9)).isEqualTo(5);
        assertThat(even.origin(5)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "error, an ERROR here, true", "Error, an ERROR here, false", "!error, all is well, true", "!error, an error, false",
        "'GET /[0-9]+ 5..', GET /12 503, true", "a[b, xa[by, true", "!, anything, true", "'', anything, true"
    })
    void a_sieve_lets_through(String text, String line, boolean passes) {
        assertThat(Sieve.NONE.with(text).predicate().test(line)).isEqualTo(passes);
    }
}
