package dev.davit.console;

import dev.davit.console.model.Arrangement;
import dev.davit.console.model.View;
import dev.davit.console.store.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Views as text: a name, a table, perhaps a filter, and how the table looks as [ArrangementText] has it:
///
///     view: front
///     table: containers
///     filter: -l tier=front
///     stopped: hidden
///     columns: name image state
///     containers: memory
final class ViewsText {
    private static final String VIEW = "view: ";
    private static final String TABLE = "table: ";
    private static final String FILTER = "filter: ";

    private ViewsText() {}

    static String of(List<View> views) {
        var text = new StringBuilder();
        for (var view : views) {
            text.append(VIEW).append(view.name()).append('\n').append(TABLE).append(view.table()).append('\n');
            if (!view.filter().isEmpty()) text.append(FILTER).append(view.filter()).append('\n');
            text.append(ArrangementText.of(view.looks()));
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException when davit has not written this: its message says which line cannot be understood
    static List<View> read(String text) {
        var lines = text.lines().toList();
        var views = new ArrayList<View>();
        for (int from = 0; from < lines.size(); ) {
            int end = from + 1;
            while (end < lines.size() && !lines.get(end).startsWith(VIEW)) end++;
            views.add(view(lines.subList(from, end), from + 1));
            from = end;
        }
        return views;
    }

    /// @param number of the first of these lines
    private static View view(List<String> lines, int number) {
        String name = lines.getFirst().startsWith(VIEW) ? lines.getFirst().substring(VIEW.length()) : "";
        if (View.whyNot(name).isPresent()) throw ArrangementText.broken(number);
        if (lines.size() < 2) throw ArrangementText.broken(number);
        var kind = kind(lines.get(1), number + 1);
        boolean filtered = lines.size() > 2 && lines.get(2).startsWith(FILTER);
        int rest = filtered ? 3 : 2;
        var looks = ArrangementText.read(Arrangement.START.engine(), lines.subList(rest, lines.size()), number + rest);
        return new View(name, kind, filtered ? lines.get(2).substring(FILTER.length()) : "", looks);
    }

    private static Optional<Kind> kind(String line, int number) {
        if (line.equals(TABLE + "containers")) return Optional.empty();
        return Optional.of(Arrays.stream(Kind.values()).filter(kind -> line.equals(TABLE + kind.word())).findFirst().orElseThrow(() -> ArrangementText.broken(number)));
    }
}
