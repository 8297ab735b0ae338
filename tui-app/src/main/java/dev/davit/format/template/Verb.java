package dev.davit.format.template;

import dev.davit.format.GoDuration;
import dev.davit.format.GoFloat;
import dev.davit.format.GoText;
import dev.davit.format.Times;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One directive of a format: `%-10s`. Knows how each kind of value is written by each verb.
///
/// @param width least number of characters, or -1
/// @param precision of digits or characters, or -1
record Verb(char verb, boolean plus, boolean minus, boolean sharp, boolean space, boolean zero, int width, int precision) {

    static final Verb PLAIN = new Verb('v', false, false, false, false, false, -1, -1);
    private static final String NIL = "<nil>";

    /// The same directive with another verb.
    Verb as(char other) {
        return new Verb(other, plus, minus, sharp, space, zero, width, precision);
    }

    /// @param depth 0 for an argument, more for what is inside it
    String text(Value value, int depth) {
        if (value instanceof Value.Text(var string, var type)) return type.equals(GoType.TIME) ? moment(string) : string(string, value);
        if (value instanceof Value.Whole whole) return whole(whole);
        if (value instanceof Value.None) return verb == 'v' ? pad(sharp && depth > 0 ? "interface {}(nil)" : NIL) : "%!" + verb + "(<nil>)";
        if (value instanceof Value.Boxed(var content)) return text(content == null ? Value.none() : content, depth + 1);
        if (value instanceof Value.Truth(var truth, var _)) return verb == 'v' || verb == 't' ? pad(Boolean.toString(truth)) : unfit(value);
        if (value instanceof Value.Decimal(var number, var _)) return decimal(number, value);
        if (value instanceof Value.Items items) return items(items, depth);
        if (value instanceof Value.Entries entries) return entries(entries, depth);
        if (value instanceof Value.Structure structure) {
            return isLimit(structure) && !goSyntax() ? pad(limit(structure)) : structure(structure, depth);
        }
        if (value instanceof Value.Reference reference) return reference(reference, depth);
        return pad("&{" + ((Value.Receiver) value).methods().typeName() + "}");
    }

    private String reference(Value.Reference value, int depth) {
        var target = value.pointee();
        String type = value.type().name();
        if (target == null) return verb == 'v' ? pad(sharp ? "(" + type + ")(nil)" : NIL) : unfit(value);
        if (target instanceof Value.Structure limit && isLimit(limit) && !goSyntax()) return pad(limit(limit));
        boolean shown = depth == 0
                && (target instanceof Value.Structure || target instanceof Value.Items || target instanceof Value.Entries);
        if (shown) return "&" + text(target, depth + 1);
        var address = "0xc" + String.format("%09x", System.identityHashCode(target) & 0xfffffff8);
        return pad(sharp && verb == 'v' ? "(" + type + ")(" + address + ")" : address);
    }

    private String unfit(Value value) {
        return "%!" + verb + "(" + value.type().name() + "=" + PLAIN.text(value, 0) + ")";
    }

    private String whole(Value.Whole value) {
        if (((verb == 'v' && !sharp) || verb == 's') && value.type().name().equals("time.Duration")) {
            return pad(GoDuration.format(Duration.ofNanos(value.number())));
        }
        return switch (verb) {
            case 'v', 'd' -> {
                boolean goSyntaxUnsigned = verb == 'v' && sharp && value.isUnsigned();
                yield goSyntaxUnsigned ? pad("0x" + value.digits(16)) : integer(value, 10, "");
            }
            case 'b' -> integer(value, 2, sharp ? "0b" : "");
            case 'o' -> integer(value, 8, sharp ? "0" : "");
            case 'O' -> integer(value, 8, "0o");
            case 'x' -> integer(value, 16, sharp ? "0x" : "");
            case 'X' -> integer(value, 16, sharp ? "0X" : "").toUpperCase(Locale.ROOT);
            case 'c' -> pad(Character.toString(point(value.number())));
            case 'q' -> pad(GoText.quoteRune(point(value.number()), plus));
            case 'U' -> {
                var name = String.format("U+%04X", value.number());
                int point = point(value.number());
                yield pad(sharp && GoText.isPrintable(point) ? name + " '" + Character.toString(point) + "'" : name);
            }
            default -> unfit(value);
        };
    }

    private static int point(long number) {
        return number >= 0 && number <= Character.MAX_CODE_POINT ? (int) number : 0xFFFD;
    }

    private String integer(Value.Whole value, int radix, String prefix) {
        var digits = value.digits(radix);
        boolean negative = digits.startsWith("-");
        if (negative) digits = digits.substring(1);
        if (precision == 0 && value.number() == 0) return pad("");
        int least = precision;
        var sign = negative ? "-" : signs() ? "+" : space ? " " : "";
        if (precision < 0 && zero && !minus && width >= 0) least = width - sign.length();
        var zeros = "0".repeat(Math.max(0, least - digits.length()));
        if (prefix.equals("0") && (!zeros.isEmpty() || digits.startsWith("0"))) prefix = "";
        return pad(sign + prefix + zeros + digits);
    }

    private String decimal(double number, Value value) {
        var digits = switch (verb) {
            case 'v', 'g', 'G' -> GoFloat.format(number, verb == 'G' ? 'G' : 'g', precision);
            case 'e', 'E', 'f', 'F' -> GoFloat.format(number, verb, precision < 0 ? 6 : precision);
            default -> "";
        };
        if (digits.isEmpty()) return unfit(value);
        boolean signed = digits.startsWith("-") || digits.startsWith("+");
        var sign = digits.startsWith("-") ? "-" : signs() || digits.startsWith("+") ? "+" : space ? " " : "";
        if (signed) digits = digits.substring(1);
        if (digits.equals("Inf") || digits.equals("NaN")) {
            if (sign.equals("+") && !signs() && digits.equals("NaN")) sign = "";
            return pad(sign + digits);
        }
        int least = zero && !minus ? width - sign.length() : 0;
        return pad(sign + "0".repeat(Math.max(0, least - digits.length())) + digits);
    }

    private String string(String string, Value value) {
        return switch (verb) {
            case 'v' -> sharp ? quoted(string) : pad(cut(string));
            case 's' -> pad(cut(string));
            case 'q' -> quoted(cut(string));
            case 'x', 'X' -> pad(hex(string));
            default -> unfit(value);
        };
    }

    private String moment(String time) {
        try {
            var moment = OffsetDateTime.parse(time);
            return string(Times.goString(moment.toInstant(), moment.getOffset()), new Value.Text(time, GoType.TIME));
        } catch (DateTimeParseException notATime) {
            return string(time, new Value.Text(time, GoType.TIME));
        }
    }

    private String quoted(String string) {
        boolean raw = sharp && verb == 'q' && !string.contains("`")
                && GoText.points(string).allMatch(point -> point == '\t' || (point >= 0x20 && point != 0x7f && point != 0xFEFF));
        return pad(raw ? "`" + string + "`" : GoText.quote(string, plus));
    }

    private String cut(String string) {
        if (precision < 0 || string.codePointCount(0, string.length()) <= precision) return string;
        return string.substring(0, string.offsetByCodePoints(0, precision));
    }

    private String hex(String string) {
        var bytes = string.getBytes(StandardCharsets.UTF_8);
        int length = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
        var prefix = sharp ? "0" + verb : "";
        var digits = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            digits.add(String.format(verb == 'x' ? "%02x" : "%02X", bytes[i] & 0xff));
        }
        if (digits.isEmpty()) return "";
        return space ? prefix + String.join(" " + prefix, digits) : prefix + String.join("", digits);
    }

    private boolean goSyntax() {
        return sharp && verb == 'v';
    }

    private String items(Value.Items value, int depth) {
        var texts = value.items().stream().map(item -> text(item, depth + 1)).toList();
        if (!goSyntax()) return "[" + String.join(" ", texts) + "]";
        if (value.isNil()) return value.type().name() + "(nil)";
        return value.type().name() + "{" + String.join(", ", texts) + "}";
    }

    private String entries(Value.Entries value, int depth) {
        if (goSyntax() && value.isNil()) return value.type().name() + "(nil)";
        List<String> texts = new ArrayList<>();
        value.entries().forEach((key, entry) -> texts.add(
                text(new Value.Text(key, value.type().key()), depth + 1) + ":" + text(entry, depth + 1)));
        if (goSyntax()) return value.type().name() + "{" + String.join(", ", texts) + "}";
        return "map[" + String.join(" ", texts) + "]";
    }

    private String structure(Value.Structure value, int depth) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.values().size(); i++) {
            var name = plus || goSyntax() ? value.type().fields().get(i).name() + ":" : "";
            texts.add(name + text(value.values().get(i), depth + 1));
        }
        if (goSyntax()) return value.type().name() + "{" + String.join(", ", texts) + "}";
        return "{" + String.join(" ", texts) + "}";
    }

    /// `%+d` shows the sign of a positive number; `%+v` shows the names of fields instead.
    private boolean signs() {
        return plus && verb != 'v';
    }

    /// The one structure in docker's documents that prints itself: `nofile=1024:2048`.
    private static boolean isLimit(Value.Structure structure) {
        return structure.type().name().equals("units.Ulimit");
    }

    private static String limit(Value.Structure limit) {
        return PLAIN.text(limit.field("Name").orElseThrow(), 0) + "=" + PLAIN.text(limit.field("Soft").orElseThrow(), 0) + ":"
                + PLAIN.text(limit.field("Hard").orElseThrow(), 0);
    }

    private String pad(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) return text;
        return minus ? text + " ".repeat(missing) : " ".repeat(missing) + text;
    }
}
