package dev.davit.console;

import dev.davit.console.model.Arrangement;
import dev.davit.console.model.Order;
import dev.davit.console.model.Order.Column;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An arrangement as text:
///
///     stopped: hidden
///     details: shown
///     cpu: all
///     columns: name id image state ports
///     containers: memory reversed
///     images: size
///
/// A line that is missing says that it is as usual.
final class ArrangementText {
    private static final String REVERSED = "reversed";
    private static final String GIVEN = "given";

    private ArrangementText() {}

    static String of(Arrangement arrangement) {
        var text = new StringBuilder("stopped: ").append(arrangement.all() ? "shown" : "hidden").append('\n');
        if (arrangement.unit() != Arrangement.START.unit()) text.append("cpu: ").append(word(arrangement.unit())).append('\n');
        if (arrangement.details()) text.append("details: shown\n");
        text.append("columns: ").append(arrangement.columns().stream().map(ArrangementText::word).collect(Collectors.joining(" "))).append('\n');
        order(text, "containers", arrangement.order());
        for (var kind : Kind.values()) order(text, kind.word(), arrangement.order(kind));
        return text.toString();
    }

    private static void order(StringBuilder text, String table, Order order) {
        if (order.equals(Order.GIVEN)) return;
        text.append(table).append(": ").append(order.column().map(ArrangementText::word).orElse(GIVEN)).append(order.reversed() ? " " + REVERSED : "").append('\n');
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// @param engine whose it is
    /// @throws IllegalArgumentException when davit has not written this: its message says which line cannot be understood
    static Arrangement read(String engine, String text) {
        return read(engine, text.lines().toList(), 1);
    }

    /// One that is a part of a text.
    ///
    /// @param first the number of the first of these lines in it
    static Arrangement read(String engine, List<String> lines, int first) {
        var start = Arrangement.START;
        boolean all = start.all();
        boolean details = start.details();
        var unit = start.unit();
        var columns = start.columns();
        var order = start.order();
        Map<Kind, Order> orders = new EnumMap<>(Kind.class);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = first + i;
            int colon = line.indexOf(": ");
            if (colon < 0) throw broken(number);
            String name = line.substring(0, colon);
            var words = List.of(line.substring(colon + 2).split(" ", -1));
            switch (name) {
                case "stopped" -> {
                    if (!words.equals(List.of("shown")) && !words.equals(List.of("hidden"))) throw broken(number);
                    all = words.equals(List.of("shown"));
                }
                case "details" -> {
                    if (!words.equals(List.of("shown"))) throw broken(number);
                    details = true;
                }
                case "cpu" -> unit = Arrays.stream(CpuUnit.values()).filter(each -> words.equals(List.of(word(each)))).findFirst().orElseThrow(() -> broken(number));
                case "columns" -> columns = words.stream().map(word -> column(Column.ofContainers(), word).orElseThrow(() -> broken(number))).toList();
                case "containers" -> order = order(Column.ofContainers(), words).orElseThrow(() -> broken(number));
                default -> {
                    var kind = Arrays.stream(Kind.values()).filter(each -> each.word().equals(name)).findFirst().orElseThrow(() -> broken(number));
                    orders.put(kind, order(Column.of(kind), words).orElseThrow(() -> broken(number)));
                }
            }
        }
        return new Arrangement(engine, all, details, unit, columns, order, orders);
    }

    static IllegalArgumentException broken(int line) {
        return new IllegalArgumentException("line " + line + " cannot be understood");
    }

    private static Optional<Order> order(List<Column> columns, List<String> words) {
        boolean reversed = words.size() == 2 && words.getLast().equals(REVERSED);
        if (words.size() != 1 && !reversed) return Optional.empty();
        if (words.getFirst().equals(GIVEN)) return Optional.of(new Order(Optional.empty(), reversed));
        return column(columns, words.getFirst()).map(column -> new Order(Optional.of(column), reversed));
    }

    private static Optional<Column> column(List<Column> columns, String word) {
        return columns.stream().filter(column -> word(column).equals(word)).findFirst();
    }
}
