package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.store.Scrollback.Line;
import dev.davit.engine.container.StdStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedLinesTest {
    private final PackedLines packed = new PackedLines();
    private final List<Line> plain = new ArrayList<>();

    /// Empty, short, long and very long lines, by several, with and without a time.
    private static Line any(Random random) {
        int length = switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> random.nextInt(20_000);
            case 2 -> random.nextInt(Scrollback.LONGEST + 1);
            default -> random.nextInt(200);
        };
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        var time = random.nextBoolean() ? Optional.of(Instant.ofEpochSecond(random.nextLong(-1000, 1L << 33), random.nextInt(1_000_000_000))) : Optional.<Instant>empty();
        return new Line(random.nextInt(3), random.nextBoolean() ? StdStream.STDOUT : StdStream.STDERR, time, bytes);
    }

    private void add(Line line, int offset) {
        byte[] around = new byte[offset + line.bytes().length + 1];
        System.arraycopy(line.bytes(), 0, around, offset, line.bytes().length);
        packed.add(line.writer(), line.stream(), line.time(), around, offset, line.bytes().length);
        plain.add(line);
    }

    private void isAsPlain(int from, int count) {
        var expected = plain.subList(Math.min(from, plain.size()), Math.min(from + count, plain.size()));
        var found = packed.some(from, count);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            var line = found.get(i);
            var other = expected.get(i);
            assertThat(line.bytes()).isEqualTo(other.bytes());
            assertThat(List.of(line.writer(), line.stream(), line.time())).isEqualTo(List.of(other.writer(), other.stream(), other.time()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_was_put_in_comes_out_whatever_came_and_went_between(long seed) {
        var random = new Random(seed);
        long cost = 0;
        for (int step = 0; step < 1_000; step++) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    var older = new ArrayList<Line>();
                    for (int i = random.nextInt(30); i > 0; i--) older.add(any(random));
                    packed.prepend(older);
                    plain.addAll(0, older);
                    cost += older.stream().mapToLong(line -> PackedLines.cost(line.bytes().length)).sum();
                }
                case 1, 2 -> {
                    for (int i = random.nextInt(40); i > 0 && !plain.isEmpty(); i--) {
                        plain.removeFirst();
                        cost -= packed.remove();
                    }
                }
                default -> {
                    for (int i = random.nextInt(12); i > 0; i--) {
                        var line = any(random);
                        add(line, random.nextInt(5));
                        cost += PackedLines.cost(line.bytes().length);
                    }
                }
            }
            assertThat(packed.size()).isEqualTo(plain.size());
            isAsPlain(random.nextInt(plain.size() + 2), random.nextInt(20));
        }
        isAsPlain(0, plain.size());
        assertThat(cost).isEqualTo(plain.stream().mapToLong(line -> PackedLines.cost(line.bytes().length)).sum());
        while (packed.size() > 0) cost -= packed.remove();
        assertThat(cost).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 80, 5_000, 60_000})
    void what_it_costs_is_what_it_takes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        int count = 0;
        for (; (long) count * PackedLines.cost(length) < 32 << 20; count++) packed.add(0, StdStream.STDOUT, Optional.empty(), bytes, 0, length);
        long arrays = packed.taken();
        assertThat((double) arrays / ((long) count * PackedLines.cost(length))).isBetween(0.95, 1.15);
    }
}
