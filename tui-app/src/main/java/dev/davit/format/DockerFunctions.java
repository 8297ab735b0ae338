package dev.davit.format;

import dev.davit.format.template.Function;
import dev.davit.format.template.GoType;
import dev.davit.format.template.Value;
import dev.davit.format.template.ValueJson;
import dev.davit.engine.document.JsonStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The functions that docker adds to Go's templates.
public final class DockerFunctions {
    private static final List<GoType> TEXT = List.of(GoType.STRING);
    private static final List<GoType> TEXT_TEXT = List.of(GoType.STRING, GoType.STRING);

    /// For rows and documents.
    public static final Map<String, Function> ALL = Map.of(
            "json", Function.of(List.of(GoType.ANY), arguments -> Value.of(json(arguments.getFirst()))),
            "split", Function.of(TEXT_TEXT, arguments -> Value.ofStrings(split(text(arguments, 0), text(arguments, 1)))),
            "join", Function.of(List.of(GoType.STRINGS, GoType.STRING), DockerFunctions::join),
            "title", onText(DockerFunctions::title),
            "lower", onText(text -> text.toLowerCase(Locale.ROOT)),
            "upper", onText(text -> text.toUpperCase(Locale.ROOT)),
            "pad", Function.of(List.of(GoType.STRING, GoType.INT, GoType.INT), DockerFunctions::pad),
            "truncate", Function.of(List.of(GoType.STRING, GoType.INT), arguments ->
                    Value.of(truncate(text(arguments, 0), number(arguments, 1)))));

    /// For the row of titles, which stay as they are.
    public static final Map<String, Function> OF_TITLES = Map.of(
            "json", onText(text -> text),
            "title", onText(text -> text),
            "lower", onText(text -> text),
            "upper", onText(text -> text),
            "truncate", Function.of(List.of(GoType.STRING, GoType.INT), arguments -> Value.of(text(arguments, 0))));

    private DockerFunctions() {}

    private static Function onText(UnaryOperator<String> change) {
        return Function.of(TEXT, arguments -> Value.of(change.apply(text(arguments, 0))));
    }

    /// A row is marshalled by Go with `<`, `>` and `&` escaped, anything else is not.
    private static String json(Value value) {
        return value instanceof Value.Receiver
                ? ValueJson.json(value).text(JsonStyle.COMPACT)
                : ValueJson.text(value);
    }

    private static String text(List<Value> arguments, int index) {
        return arguments.get(index) instanceof Value.Text(var text, var _) ? text : "";
    }

    private static int number(List<Value> arguments, int index) {
        return arguments.get(index) instanceof Value.Whole(var number, var _) ? (int) number : 0;
    }

    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) return text.codePoints().mapToObj(Character::toString).toList();
        return List.of(text.split(Pattern.quote(separator), -1));
    }

    private static Value join(List<Value> arguments) {
        var parts = new ArrayList<String>();
        if (arguments.getFirst() instanceof Value.Items(var items, var _, var _)) {
            for (var item : items) parts.add(item.target() instanceof Value.Text(var part, var _) ? part : "");
        }
        return Value.of(String.join(text(arguments, 1), parts));
    }

    private static String title(String text) {
        var out = new StringBuilder(text.length());
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(begins ? Character.toTitleCase(c) : c);
            begins = !Character.isLetterOrDigit(c) && c != '_' && c != '\'';
        }
        return out.toString();
    }

    private static Value pad(List<Value> arguments) {
        String text = text(arguments, 0);
        if (text.isEmpty()) return Value.of("");
        return Value.of(" ".repeat(number(arguments, 1)) + text + " ".repeat(number(arguments, 2)));
    }

    private static String truncate(String text, int length) {
        return text.length() < length ? text : text.substring(0, Math.max(0, length));
    }
}
