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

    /// Takes notice of what has come and gone, where that takes a while. By one thread at a time.
    default void catchUp() {}

    /// The number that a line has among all there are, shown or not.
    default long origin(long number) {
        return number;
    }

    /// The number here of the first line that is not before this one of all.
    default long place(long origin) {
        return origin;
    }

    /// All lines there are.
    default List<Line> all() {
        var extent = extent();
        return lines(extent.first(), Math.toIntExact(extent.count()));
    }
}
