package dev.davit.console.store;

import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Scrollback.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The lines of a scrollback that are let through, with numbers of their own. Whoever fills the scrollback lets this look at
/// what has come ([#catchUp]): a reader never waits for a line to be tested.
public final class Sifted implements LineStore {
    /// So many lines are tested without anybody else being held up.
    private static final int AT_ONCE = 1000;

    private final Scrollback source;
    private final Predicate<Line> passes;
    /// Their numbers in the scrollback.
    private final Ring<Long> kept = new Ring<>();
    private long first;
    /// The number of the first line of the scrollback that was tested.
    private long begun;
    /// The number of the next line of the scrollback to be tested.
    private long next;
    private boolean ended;

    /// @param passes whether a line is let through
    public Sifted(Scrollback source, Predicate<Line> passes) {
        this.source = source;
        this.passes = passes;
        this.begun = source.extent().first();
        this.next = begun;
    }

    /// Tests what has come, and forgets what has been dropped.
    @Override
    public void catchUp() {
        catchUpBefore();
        while (true) {
            var extent = source.extent();
            forget(extent.first());
            long from = Math.max(next, extent.first());
            var some = source.lines(from, AT_ONCE);
            for (int i = 0; i < some.size(); i++) if (passes.test(some.get(i))) keep(from + i);
            next = from + some.size();
            if (some.size() == AT_ONCE) continue;
            end(extent.ended());
            return;
        }
    }

    /// Tests the lines that have been put before those that were tested.
    private void catchUpBefore() {
        long earliest = source.extent().first();
        if (earliest < begun) {
            var some = source.lines(earliest, Math.toIntExact(begun - earliest));
            for (int i = some.size() - 1; i >= 0; i--) if (passes.test(some.get(i))) keepBefore(earliest + i);
        }
        begun = earliest;
    }

    private synchronized void keepBefore(long line) {
        kept.addFirst(line);
        first--;
    }

    private synchronized void keep(long line) {
        kept.add(line);
    }

    private synchronized void end(boolean yes) {
        ended = yes;
    }

    private synchronized void forget(long dropped) {
        while (kept.size() > 0 && kept.get(0) < dropped) {
            kept.remove();
            first++;
        }
    }

    /// Beyond the last one: the number that the next will have.
    @Override
    public synchronized long origin(long number) {
        long index = number - first;
        return index >= 0 && index < kept.size() ? kept.get((int) index) : source.extent().end();
    }

    @Override
    public synchronized long place(long origin) {
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (kept.get(middle) < origin) low = middle + 1;
            else high = middle;
        }
        return first + low;
    }

    @Override
    public synchronized Extent extent() {
        return new Extent(first, first + kept.size(), ended);
    }

    @Override
    public synchronized List<Line> lines(long from, int count) {
        return kept.some(from - first, count).stream().map(source::line).flatMap(Optional::stream).toList();
    }
}
