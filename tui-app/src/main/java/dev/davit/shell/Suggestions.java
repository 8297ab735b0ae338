package dev.davit.shell;

import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/// While a line is typed, the rest of the last one that began so stands dim behind it. JLine shows it; the keys that take it are
/// in an artifact of its own, so here they are: right and end, which at the end of a line have nothing else to do.
final class Suggestions {
    private final LineReader reader;

    private Suggestions(LineReader reader) {
        this.reader = reader;
    }

    static void on(LineReader reader) {
        // there JLine shows none
        if (reader.getTerminal().getType().startsWith(Terminal.TYPE_DUMB)) return;
        reader.setAutosuggestion(SuggestionType.HISTORY);
        var suggestions = new Suggestions(reader);
        suggestions.bind(LineReader.FORWARD_CHAR, Capability.key_right, "\u001b[C", KeyMap.ctrl('F'));
        suggestions.bind(LineReader.END_OF_LINE, Capability.key_end, "\u001b[F", KeyMap.ctrl('E'));
    }

    /// Gives the keys of a widget a second meaning.
    private void bind(String widget, Capability key, String... others) {
        String name = "davit-" + widget;
        reader.getWidgets().put(name, () -> take() || again(widget));
        var keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        keys.bind(new Reference(name), KeyMap.key(reader.getTerminal(), key));
        keys.bind(new Reference(name), others);
    }

    private boolean again(String widget) {
        reader.callWidget(widget);
        return true;
    }

    private boolean take() {
        var line = reader.getBuffer();
        String typed = line.toString();
        if (typed.isEmpty() || line.cursor() < line.length()) return false;
        var lines = reader.getHistory().reverseIterator();
        while (lines.hasNext()) {
            String before = lines.next().line();
            if (before.startsWith(typed)) {
                line.write(before.substring(typed.length()));
                return true;
            }
        }
        return false;
    }
}
