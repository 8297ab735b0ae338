package dev.davit.console.store;

import dev.davit.console.store.SampleTable.Figures;
import dev.davit.engine.system.StatsSample.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The figures of one container for an hour, as means of ten seconds each.
///
/// A mean has the time and the counters of its last sample, so that what is told per second is the mean of all that passed
/// since the mean before.
///
/// @param means those that are complete
/// @param open the samples of the ten seconds that are not over
public record Hour(History means, List<Figures> open) {
    /// What a mean is of.
    public static final int SECONDS = 10;
    /// Before any came.
    public static final Hour NONE = new Hour(new History(History.Grain.MEANS, 0, List.of()), List.of());

    public Hour {
        open = List.copyOf(open);
    }

    /// With these as the newest; the same when they are not newer.
    public Hour and(Figures next) {
        if (open.isEmpty()) return new Hour(means, List.of(next));
        if (!next.time().isAfter(open.getLast().time())) return this;
        if (tens(next) != tens(open.getLast())) return new Hour(means.and(mean()), List.of(next));
        var more = new ArrayList<>(open);
        more.add(next);
        return new Hour(means, more);
    }

    /// All of it, with the mean of what is not over.
    public History whole() {
        return open.isEmpty() ? means : means.and(mean());
    }

    private static long tens(Figures figures) {
        return Math.floorDiv(figures.time().getEpochSecond(), (long) SECONDS);
    }

    private Figures mean() {
        var last = open.getLast();
        var cpu = open.stream().map(Figures::cpu).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).average();
        long used = Math.round(open.stream().mapToLong(figures -> figures.memory().used()).average().orElse(0));
        long pids = Math.round(open.stream().mapToLong(Figures::pids).average().orElse(0));
        return new Figures(last.time(), cpu, last.cores(), new Memory(used, last.memory().limit()), last.network(), last.blockIo(), pids);
    }
}
