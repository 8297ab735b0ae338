package dev.davit.console.paint;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.engine.container.ContainerId;

/// The row above what is shown of a container.
final class TitleRow {
    private TitleRow() {}

    /// Its name, its state, and for how long.
    ///
    /// @param known its name when it was there last
    /// @return the column behind it
    static int container(Canvas canvas, AppState state, ContainerId id, String known) {
        int y = state.layout().titleRow();
        var theme = canvas.theme();
        var row = state.containers().find(id);
        int x = canvas.put(1, y, row.map(r -> r.name()).orElse(known), theme.style(Ink.TITLES), canvas.columns() / 2);
        if (row.isEmpty()) return canvas.put(x + 2, y, "removed", theme.style(Ink.FAILED), canvas.columns());
        var cell = StateCell.of(row.get(), state.busy().get(id.value()), canvas.signs());
        x = canvas.put(x + 2, y, cell.sign() + " " + cell.words(), theme.style(cell.ink()), canvas.columns());
        String age = row.get().since().map(since -> Ages.text(since, state.now())).orElse("");
        return canvas.put(x + 1, y, age, theme.style(Ink.DIM), canvas.columns());
    }
}
