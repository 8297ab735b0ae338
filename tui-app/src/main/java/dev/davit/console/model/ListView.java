package dev.davit.console.model;

import java.util.List;
import java.util.Optional;

/// Where one stands in a list: on a thing, never on a row. Rows come, go and move under it.
///
/// @param <I> what things are known by
/// @param selected the thing with the cursor; empty only in an empty list
/// @param index its row when it was last seen: when the thing goes, its neighbour is selected
/// @param top the first row on the screen
public record ListView<I>(Optional<I> selected, int index, int top) {

    /// At the beginning of a list that nobody has seen.
    public static <I> ListView<I> start() {
        return new ListView<>(Optional.empty(), 0, 0);
    }

    /// The same place in a list that has changed, or on a screen of another height.
    ///
    /// @param ids all things in order
    /// @param height rows on the screen
    public ListView<I> within(List<I> ids, int height) {
        if (ids.isEmpty()) return new ListView<>(Optional.empty(), 0, 0);
        int at = selected.map(ids::indexOf).orElse(-1);
        return at(ids, height, at >= 0 ? at : index);
    }

    /// So many rows further, up when negative.
    public ListView<I> moved(List<I> ids, int height, int rows) {
        return ids.isEmpty() ? within(ids, height) : at(ids, height, index + rows);
    }

    /// At a row; beyond the ends: the last one there.
    public ListView<I> at(List<I> ids, int height, int row) {
        int at = Math.clamp(row, 0, ids.size() - 1);
        int visible = Math.max(1, height);
        int highest = Math.max(0, ids.size() - visible);
        int first = Math.clamp(top, Math.min(highest, Math.max(0, at - visible + 1)), Math.min(highest, at));
        return new ListView<>(Optional.of(ids.get(at)), at, first);
    }
}
