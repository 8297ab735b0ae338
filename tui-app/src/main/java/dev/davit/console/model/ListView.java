package dev.davit.console.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Where one stands in a list: on a thing, never on a row. Rows come, go and move under it.
///
/// @param <I> what things are known by
/// @param selected the thing with the cursor; empty only in an empty list
/// @param index its row when it was last seen: when the thing goes, its neighbour is selected
/// @param top the first row on the screen
/// @param marked things that are marked, in the order in which they were; never one that the list does not show
public record ListView<I>(Optional<I> selected, int index, int top, List<I> marked) {

    public ListView {
        marked = List.copyOf(marked);
    }

    /// At the beginning of a list that nobody has seen.
    public static <I> ListView<I> start() {
        return new ListView<>(Optional.empty(), 0, 0, List.of());
    }

    /// The same place in a list that has changed, or on a screen of another height.
    ///
    /// @param ids all things in order
    /// @param height rows on the screen
    public ListView<I> within(List<I> ids, int height) {
        if (ids.isEmpty()) return start();
        int at = selected.map(ids::indexOf).orElse(-1);
        var there = new HashSet<>(marked.isEmpty() ? List.of() : ids);
        return at(ids, height, at >= 0 ? at : index).marking(marked.stream().filter(there::contains).toList());
    }

    /// So many rows further, up when negative.
    public ListView<I> moved(List<I> ids, int height, int rows) {
        return at(ids, height, index + rows);
    }

    /// At a row; beyond the ends: the last one there.
    public ListView<I> at(List<I> ids, int height, int row) {
        if (ids.isEmpty()) return start();
        int at = Math.clamp(row, 0, ids.size() - 1);
        int visible = Math.max(1, height);
        int highest = Math.max(0, ids.size() - visible);
        int first = Math.clamp(top, Math.min(highest, Math.max(0, at - visible + 1)), Math.min(highest, at));
        return new ListView<>(Optional.of(ids.get(at)), at, first, marked);
    }

    /// So many rows further down the list, up when negative; the cursor goes along where its row leaves the screen.
    ListView<I> scrolled(List<I> ids, int height, int rows) {
        if (ids.isEmpty()) return within(ids, height);
        int visible = Math.max(1, height);
        int first = Math.clamp(top + (long) rows, 0, Math.max(0, ids.size() - visible));
        int at = Math.clamp(index, first, Math.min(ids.size(), first + visible) - 1);
        return new ListView<>(Optional.of(ids.get(at)), at, first, marked);
    }

    /// With these marked, and no others.
    ListView<I> marking(List<I> things) {
        return things.equals(marked) ? this : new ListView<>(selected, index, top, things);
    }

    ListView<I> unmarked() {
        return marking(List.of());
    }

    /// With the selected thing marked, or not any more.
    ListView<I> toggled() {
        if (selected.isEmpty()) return this;
        var more = new ArrayList<>(marked);
        if (!more.remove(selected.get())) more.add(selected.get());
        return marking(more);
    }

    /// With everything marked from the last mark to here; where nothing is marked, what is here.
    ListView<I> markedTo(List<I> ids) {
        if (selected.isEmpty()) return this;
        int from = marked.isEmpty() ? index : ids.indexOf(marked.getLast());
        var more = new ArrayList<>(marked);
        for (var id : ids.subList(Math.min(from, index), Math.max(from, index) + 1)) if (!more.contains(id)) more.add(id);
        more.remove(selected.get());
        more.add(selected.get());
        return marking(more);
    }
}
