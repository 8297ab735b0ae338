package dev.davit.format.template;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Go's `fmt`: `Sprint`, `Sprintln` and `Sprintf`.
final class Printf {
    // more spaces than anyone can want; Go says the same
    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<Value> arguments;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int argument;
    private boolean reordered;
    private boolean goodIndex;

    private Printf(String format, List<Value> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    /// Operands side by side, with a space between two that are both no strings.
    static String print(List<Value> values) {
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0 && !isString(values.get(i)) && !isString(values.get(i - 1))) text.append(' ');
            text.append(Verb.PLAIN.text(values.get(i), 0));
        }
        return text.toString();
    }

    private static boolean isString(Value value) {
        return value instanceof Value.Text;
    }

    /// Operands with spaces between, and a line end.
    static String println(List<Value> values) {
        return values.stream().map(value -> Verb.PLAIN.text(value, 0)).collect(Collectors.joining(" ", "", "\n"));
    }

    static String printf(String format, List<Value> arguments) {
        var printf = new Printf(format, arguments);
        printf.run();
        return printf.out.toString();
    }

    private void run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(format, at, end);
            at = end;
            if (percent >= 0) {
                at++;
                directive();
            }
        }
        if (!reordered && argument < arguments.size()) {
            out.append(arguments.subList(argument, arguments.size()).stream()
                    .map(value -> value instanceof Value.None
                            ? "<nil>"
                            : value.type().name() + "=" + Verb.PLAIN.text(value, 0))
                    .collect(Collectors.joining(", ", "%!(EXTRA ", ")")));
        }
    }

    private void directive() {
        boolean plus = false;
        boolean minus = false;
        boolean sharp = false;
        boolean space = false;
        boolean zero = false;
        boolean flags = true;
        while (flags && at < format.length()) {
            switch (format.charAt(at)) {
                case '+' -> plus = true;
                case '-' -> minus = true;
                case '#' -> sharp = true;
                case ' ' -> space = true;
                case '0' -> zero = true;
                default -> flags = false;
            }
            if (flags) at++;
        }
        goodIndex = true;
        boolean afterIndex = index();
        int width = -1;
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            var given = integer();
            if (given == null) out.append("%!(BADWIDTH)");
            else {
                width = Math.abs(given);
                minus |= given < 0;
            }
            afterIndex = false;
        } else {
            width = digits();
            if (afterIndex && width >= 0) goodIndex = false;
        }
        int precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            if (afterIndex) goodIndex = false;
            afterIndex = index();
            if (at < format.length() && format.charAt(at) == '*') {
                at++;
                var given = integer();
                if (given == null || given < 0) out.append("%!(BADPREC)");
                else precision = given;
                afterIndex = false;
            } else {
                precision = Math.max(0, digits());
            }
        }
        if (!afterIndex) index();
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int point = format.codePointAt(at);
        at += Character.charCount(point);
        if (point == '%') {
            out.append('%');
        } else if (!goodIndex) {
            out.append("%!").appendCodePoint(point).append("(BADINDEX)");
        } else if (argument >= arguments.size()) {
            out.append("%!").appendCodePoint(point).append("(MISSING)");
        } else {
            // a character beyond 16 bits is no verb in any case
            char verb = Character.isBmpCodePoint(point) ? (char) point : '\uFFFD';
            value(new Verb(verb, plus, minus, sharp, space, zero, width, precision), arguments.get(argument++));
        }
    }

    private void value(Verb verb, Value value) {
        if (verb.verb() == 'T') {
            var type = value instanceof Value.None ? "<nil>" : value.type().name();
            out.append(verb.as('s').text(Value.of(type), 0));
        } else {
            out.append(verb.text(value, 0));
        }
    }

    /// Reads `[3]`: which argument comes next.
    private boolean index() {
        if (at >= format.length() || format.charAt(at) != '[') return false;
        reordered = true;
        int close = format.indexOf(']', at);
        if (close < 0) {
            goodIndex = false;
            at++;
            return false;
        }
        var number = format.substring(at + 1, close);
        at = close + 1;
        if (!number.matches("\\d{1,6}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > arguments.size()) {
            goodIndex = false;
            return true;
        }
        argument = Integer.parseInt(number) - 1;
        return true;
    }

    private int digits() {
        int start = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') at++;
        if (at == start || at - start > 7) return -1;
        int number = Integer.parseInt(format, start, at, 10);
        return number > WIDEST ? -1 : number;
    }

    private @Nullable Integer integer() {
        if (argument >= arguments.size()) return null;
        var value = arguments.get(argument++);
        if (!(value instanceof Value.Whole whole) || Math.abs(whole.number()) > WIDEST) return null;
        return (int) whole.number();
    }
}
