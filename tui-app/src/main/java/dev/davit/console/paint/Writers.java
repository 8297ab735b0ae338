package dev.davit.console.paint;

import dev.davit.console.model.Screen;
import dev.davit.console.store.Scrollback;
import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose each line of a log of several containers is: names before the lines, each in a colour of its own as long as there are
/// enough of them.
final class Writers {
    /// One whose lines are all its own.
    static final Writers ONE = new Writers(List.of(), 0);

    /// What stands out from text and is no sign of something wrong.
    private static final List<Ink> INKS = List.of(Ink.NAME, Ink.RUNNING, Ink.PAUSED, Ink.TITLES, Ink.STDERR, Ink.KEY_LABEL);
    private static final int WIDEST = 20;

    private final List<Screen.Log.Writer> writers;
    private final int width;
    private final List<Ink> inks = new ArrayList<>();

    private Writers(List<Screen.Log.Writer> writers, int width) {
        this.writers = writers;
        this.width = width;
        // by its name, so that it has the same colour whatever it is shown with, unless another has that already
        for (var writer : writers) {
            int wanted = Math.floorMod(writer.name().hashCode(), INKS.size());
            var ink = INKS.get(wanted);
            for (int i = 1; inks.contains(ink) && i < INKS.size(); i++) ink = INKS.get((wanted + i) % INKS.size());
            inks.add(ink);
        }
    }

    /// @param columns of the screen
    static Writers of(Screen.Log log, int columns) {
        if (!log.isMerged()) return ONE;
        int longest = log.writers().stream().mapToInt(writer -> Graphemes.width(SafeText.line(writer.name()))).max().orElse(0);
        return new Writers(log.writers(), Math.min(longest, Math.min(WIDEST, Math.max(1, columns / 4))));
    }

    /// Columns before the text of a line.
    int room() {
        return writers.isEmpty() ? 0 : width + 3;
    }

    /// Draws whose a line is.
    void paint(Canvas canvas, int x, int y, Scrollback.Line line, boolean begins) {
        if (writers.isEmpty()) return;
        var writer = line.writer() < writers.size() ? Optional.of(writers.get(line.writer())) : Optional.<Screen.Log.Writer>empty();
        if (begins && writer.isPresent()) canvas.put(x, y, writer.get().name(), canvas.theme().style(inks.get(line.writer())), width);
        canvas.put(x + width + 1, y, canvas.signs().vertical(), canvas.theme().style(Ink.DIM), 1);
    }
}
