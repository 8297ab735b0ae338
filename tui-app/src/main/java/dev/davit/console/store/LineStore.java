package dev.davit.console.store;

import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Scrollback.Line;
import java.util.List;

/// Lines with numbers, which stay the same when older lines are dropped. For any number of threads.
public interface LineStore {

    /// Which lines there are.
    Extent extent();

    /// Some lines; fewer where some were dropped or have not come.
    ///
    /// @param from the first one's number
    List<Line> lines(long from, int count);

    /// All lines there are.
    default List<Line> all() {
        var extent = extent();
        return lines(extent.first(), Math.toIntExact(extent.count()));
    }
}
