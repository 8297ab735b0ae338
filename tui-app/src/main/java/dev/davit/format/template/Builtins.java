package dev.davit.format.template;

import dev.davit.format.GoText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// The functions that every template of Go has.
final class Builtins {
    private static final List<GoType> ANY = List.of(GoType.ANY);
    private static final List<GoType> TWO = List.of(GoType.ANY, GoType.ANY);

    static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            // carried out where they are called, since they need not look at all their arguments
            Map.entry("and", Function.variadic(TWO, List::getLast)),
            Map.entry("or", Function.variadic(TWO, List::getLast)),
            Map.entry("not", Function.of(ANY, values -> Value.of(!values.getFirst().isTrue()))),
            Map.entry("eq", Function.variadic(TWO, values -> Value.of(Comparison.equal(values)))),
            Map.entry("ne", Function.of(TWO, values -> Value.of(!Comparison.equal(values)))),
            Map.entry("lt", ordered(order -> order < 0)),
            Map.entry("le", ordered(order -> order <= 0)),
            Map.entry("gt", ordered(order -> order > 0)),
            Map.entry("ge", ordered(order -> order >= 0)),
            Map.entry("len", Function.of(ANY, values -> Value.of(length(values.getFirst())))),
            Map.entry("index", Function.variadic(TWO, Builtins::index)),
            Map.entry("slice", Function.variadic(TWO, Builtins::slice)),
            Map.entry("call", Function.variadic(TWO, Builtins::call)),
            Map.entry("print", Function.variadic(ANY, values -> Value.of(Printf.print(values)))),
            Map.entry("println", Function.variadic(ANY, values -> Value.of(Printf.println(values)))),
            Map.entry("printf", Function.variadic(List.of(GoType.STRING, GoType.ANY), Builtins::printf)),
            Map.entry("html", Function.variadic(ANY, values -> Value.of(html(Printf.print(plain(values)))))),
            Map.entry("js", Function.variadic(ANY, values -> Value.of(javaScript(Printf.print(plain(values)))))),
            Map.entry("urlquery", Function.variadic(ANY, values -> Value.of(urlQuery(Printf.print(plain(values)))))));

    private Builtins() {}

    private static Function ordered(IntPredicate wanted) {
        return Function.of(TWO, values -> Value.of(wanted.test(Comparison.order(values.getFirst(), values.getLast()))));
    }

    private static Value printf(List<Value> values) {
        var format = values.getFirst() instanceof Value.Text(var text, var _) ? text : "";
        return Value.of(Printf.printf(format, values.subList(1, values.size())));
    }

    private static List<Value> plain(List<Value> values) {
        return values.stream().map(value -> value instanceof Value.Reference ? value.target() : value).toList();
    }

    private static long length(Value value) {
        if (value instanceof Value.None) {
            throw new IllegalArgumentException("reflect: call of reflect.Value.Type on zero Value");
        }
        return switch (value.target()) {
            case Value.None _ -> throw new IllegalArgumentException("len of nil pointer");
            case Value.Text(var text, var _) -> text.getBytes(StandardCharsets.UTF_8).length;
            case Value.Items(var items, var _, var _) -> items.size();
            case Value.Entries(var entries, var _, var _) -> entries.size();
            default -> throw new IllegalArgumentException("len of type " + value.target().type().name());
        };
    }

    private static Value index(List<Value> values) {
        var item = values.getFirst();
        if (item instanceof Value.None) throw new IllegalArgumentException("index of untyped nil");
        for (var index : values.subList(1, values.size())) {
            var inner = item.target();
            item = switch (inner) {
                case Value.None _ -> throw new IllegalArgumentException("index of nil pointer");
                case Value.Items(var items, var _, var _) -> items.get(position(index, items.size() - 1));
                case Value.Text(var text, var _) -> {
                    var bytes = text.getBytes(StandardCharsets.UTF_8);
                    yield new Value.Whole(bytes[position(index, bytes.length - 1)] & 0xff, GoType.UINT8);
                }
                case Value.Entries(var entries, var type, var _) -> {
                    var found = entries.get(key(index, type.key()));
                    yield found == null ? Value.zero(type.element()) : found;
                }
                default -> throw new IllegalArgumentException("can't index item of type " + inner.type().name());
            };
        }
        return item;
    }

    private static int position(Value index, int last) {
        if (index instanceof Value.None) throw new IllegalArgumentException("cannot index slice/array with nil");
        if (!(index instanceof Value.Whole(var number, var _))) {
            throw new IllegalArgumentException("cannot index slice/array with type " + index.type().name());
        }
        if (number < 0 || number > last) throw new IllegalArgumentException("index out of range: " + number);
        return (int) number;
    }

    private static String key(Value index, GoType.Basic type) {
        if (index instanceof Value.None) {
            throw new IllegalArgumentException("value is nil; should be of type " + type.name());
        }
        if (index instanceof Value.Text(var text, var given) && given.equals(type)) return text;
        throw new IllegalArgumentException("value has type " + index.type().name() + "; should be " + type.name());
    }

    private static Value slice(List<Value> values) {
        var item = values.getFirst();
        if (item instanceof Value.None) throw new IllegalArgumentException("slice of untyped nil");
        var indexes = values.subList(1, values.size());
        if (indexes.size() > 3) throw new IllegalArgumentException("too many slice indexes: " + indexes.size());
        int length = switch (item) {
            case Value.Text(var text, var _) -> {
                if (indexes.size() == 3) throw new IllegalArgumentException("cannot 3-index slice a string");
                yield text.getBytes(StandardCharsets.UTF_8).length;
            }
            case Value.Items(var items, var _, var _) -> items.size();
            default -> throw new IllegalArgumentException("can't slice item of type " + item.type().name());
        };
        int from = indexes.isEmpty() ? 0 : position(indexes.get(0), length);
        int to = indexes.size() < 2 ? length : position(indexes.get(1), length);
        if (from > to) throw new IllegalArgumentException("invalid slice index: " + from + " > " + to);
        if (indexes.size() == 3) {
            int capacity = position(indexes.get(2), length);
            if (to > capacity) throw new IllegalArgumentException("invalid slice index: " + to + " > " + capacity);
        }
        if (item instanceof Value.Items(var items, var type, var isNil)) {
            return new Value.Items(items.subList(from, to), type, isNil);
        }
        var bytes = item instanceof Value.Text(var text, var _) ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        return Value.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static Value call(List<Value> values) {
        var function = values.getFirst();
        if (function instanceof Value.None) throw new IllegalArgumentException("call of nil");
        throw new IllegalArgumentException(
                "non-function " + Verb.PLAIN.text(function, 0) + " of type " + function.type().name());
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("\0", "\uFFFD");
    }

    private static String javaScript(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\', '\'', '"' -> out.append('\\').appendCodePoint(point);
                case '<', '>', '&', '=' -> out.append(String.format("\\u%04X", point));
                default -> {
                    if (point < 0x20 || !GoText.isPrintable(point)) {
                        out.append(String.format("\\u%04X", point));
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }

    private static String urlQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
    }
}
