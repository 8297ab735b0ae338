package dev.davit.console.store;

import dev.davit.console.store.SampleTable.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// The figures of one container through time: so many, the oldest are dropped.
///
/// @param grain what each of them stands for
/// @param dropped how many there were before these
/// @param figures the newest last
public record History(Grain grain, long dropped, List<Figures> figures) {
    /// Before any came.
    public static final History NONE = new History(Grain.SAMPLES, 0, List.of());

    /// How many samples are kept: ten minutes of a daemon that tells them once a second.
    public static final int MOST = 600;

    /// What figures stand for, and how many of them are kept.
    public enum Grain {
        /// A moment.
        SAMPLES(MOST, Duration.ofSeconds(15)),
        /// Ten seconds, see [Hour]. The last moments of two that stand side by side can be so far apart when samples are not farther
        /// apart than above.
        MEANS(360, Duration.ofSeconds(25));

        private final int most;
        /// What is farther apart has something between it that nobody looked at.
        private final Duration apart;

        Grain(int most, Duration apart) {
            this.most = most;
            this.apart = apart;
        }
    }

    public History {
        figures = List.copyOf(figures);
    }

    /// With these as the newest; the same when they are not newer.
    public History and(Figures next) {
        if (figures.isEmpty()) return new History(grain, 0, List.of(next));
        if (!next.time().isAfter(figures.getLast().time())) return this;
        // a single one from long before is of another time that somebody looked
        if (figures.size() == 1 && isBreak(figures.getFirst(), next)) return new History(grain, 0, List.of(next));
        int from = figures.size() < grain.most ? 0 : figures.size() - grain.most + 1;
        var more = new ArrayList<>(figures.subList(from, figures.size()));
        more.add(next);
        return new History(grain, dropped + from, more);
    }

    private boolean isBreak(Figures before, Figures after) {
        return Duration.between(before.time(), after.time()).compareTo(grain.apart) > 0;
    }

    /// A series as so many columns.
    ///
    /// @param unit of CPU use
    /// @param each how many figures a column stands for; it shows the highest of them
    public Curve curve(Series series, CpuUnit unit, int columns, int each) {
        var tops = new ArrayList<>(Collections.nCopies(columns, OptionalDouble.empty()));
        var now = OptionalDouble.empty();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = first(columns, each); i < figures.size(); i++) {
            var before = figures.get(Math.max(0, i - 1));
            boolean gap = i > 0 && isBreak(before, figures.get(i));
            now = series.value(before, figures.get(i), unit);
            if (gap || now.isEmpty()) continue;
            double value = now.getAsDouble();
            int column = (int) (bucket(i, each) - bucket(figures.size() - 1, each)) + columns - 1;
            tops.set(column, OptionalDouble.of(Math.max(value, tops.get(column).orElse(value))));
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        boolean known = min <= max;
        return new Curve(tops, now, known ? OptionalDouble.of(min) : OptionalDouble.empty(), known ? OptionalDouble.of(max) : OptionalDouble.empty());
    }

    /// How much time so many columns show.
    public Duration span(int columns, int each) {
        int first = first(columns, each);
        return first >= figures.size() ? Duration.ZERO : Duration.between(figures.get(first).time(), figures.getLast().time());
    }

    /// The first of the figures that so many columns have room for.
    private int first(int columns, int each) {
        long from = bucket(figures.size() - 1, each) - columns + 1;
        return Math.toIntExact(Math.max(0, from * each - dropped));
    }

    /// Figures stay together with the same neighbours, however many there were before: or else all columns would change with
    /// each that is dropped.
    private long bucket(int index, int each) {
        return (dropped + index) / each;
    }
}
