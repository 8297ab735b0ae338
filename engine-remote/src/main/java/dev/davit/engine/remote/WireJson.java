package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonLimits;
import dev.davit.engine.document.JsonObject;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads the daemon's documents into wire records.
final class WireJson {
    private static final Jsonb JSONB = Jsonb.instance();

    private WireJson() {}

    static <T> T read(Class<T> type, String json, String what) {
        return read(JSONB.type(type), json, what);
    }

    static <T> List<T> readList(Class<T> type, String json, String what) {
        return read(JSONB.type(type).list(), json, what);
    }

    /// A list, and of each item the text it was read from.
    ///
    /// @param each makes a value of an item and its text
    static <T, R> List<R> readItems(Class<T> type, String json, String what, BiFunction<T, Document, R> each) {
        var texts = new ArrayList<String>();
        var start = new int[1];
        // one walk for both: it goes over every character of what the first frame waits for
        walk(json, (at, depth, opens) -> {
            if (depth > JsonLimits.STANDARD.depth()) throw tooDeep(what);
            if (depth != 2) return;
            if (opens) start[0] = at;
            else texts.add(json.substring(start[0], at + 1));
        });
        var items = value(JSONB.type(type).list(), json, what);
        var made = new ArrayList<R>(items.size());
        for (int i = 0; i < items.size(); i++) made.add(each.apply(items.get(i), new Document(texts.get(i))));
        return made;
    }

    /// Is told of a bracket or brace.
    private interface Brackets {
        /// @param depth how many are open, this one among them
        /// @param opens whether it opens or closes
        void at(int index, int depth, boolean opens);
    }

    /// Walks through a JSON text by its brackets and braces alone; those within texts are none.
    private static void walk(String json, Brackets brackets) {
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                i = textEnd(json, i + 1);
            } else if (c == '{' || c == '[') {
                brackets.at(i, ++depth, true);
            } else if (c == '}' || c == ']') {
                brackets.at(i, depth--, false);
            }
        }
    }

    /// Where the quotation mark is that ends a text, or the length of what was cut off within one.
    private static int textEnd(String json, int from) {
        for (int end = json.indexOf('"', from); end >= 0; end = json.indexOf('"', end + 1)) {
            int backslashes = 0;
            while (end - backslashes > from && json.charAt(end - backslashes - 1) == '\\') backslashes++;
            if (backslashes % 2 == 0) return end;
        }
        return json.length();
    }

    private static <T> T read(JsonType<T> type, String json, String what) {
        requireShallow(json, what);
        return value(type, json, what);
    }

    private static <T> T value(JsonType<T> type, String json, String what) {
        try {
            T value = type.fromJson(json);
            if (value != null) return value;
        } catch (JsonException | IllegalStateException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer makes no sense (" + e.getMessage() + ")", e);
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon answered nothing");
    }

    /// An answer of which a word or two is needed.
    static JsonObject object(String json, String what) {
        try {
            if (Json.parse(json) instanceof JsonObject object) return object;
        } catch (dev.davit.engine.document.JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer makes no sense (" + e.getMessage() + ")", e);
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon's answer is no JSON object");
    }

    /// The generated readers skip what they do not know by recursion; an answer of absurd depth must not overflow the stack.
    private static void requireShallow(String json, String what) {
        walk(json, (_, depth, _) -> {
            if (depth > JsonLimits.STANDARD.depth()) throw tooDeep(what);
        });
    }

    private static EngineException tooDeep(String what) {
        return new EngineException.Failed("cannot " + what + ": the daemon's answer is nested deeper than " + JsonLimits.STANDARD.depth());
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> value) {
        return value == null ? Map.of() : value;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// A time as Go writes it; its zero (year 1) and what cannot be read are empty.
    static Optional<Instant> time(@Nullable String value) {
        if (value == null || value.isEmpty() || value.startsWith("0001-")) return Optional.empty();
        try {
            if (isPlain(value)) return Optional.of(plain(value));
            return Optional.of(value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Whether it is `2006-01-02T15:04:05Z`, with up to nine digits of a second or none. Nearly all are; a sample of figures has two,
    /// and java.time's own reader takes as long for them as for all else in it.
    private static boolean isPlain(String value) {
        int length = value.length();
        if (length < 20 || length > 30 || length == 21 || value.charAt(length - 1) != 'Z') return false;
        for (int i = 0; i < length - 1; i++) {
            char c = value.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> c == '.';
                default -> c >= '0' && c <= '9';
            };
            if (!fits) return false;
        }
        // a leap second is not plain
        return number(value, 17, 19) < 60;
    }

    private static Instant plain(String value) {
        var day = LocalDate.of(number(value, 0, 4), number(value, 5, 7), number(value, 8, 10));
        var time = LocalTime.of(number(value, 11, 13), number(value, 14, 16), number(value, 17, 19));
        int end = value.length() - 1;
        int nanos = end > 20 ? number(value, 20, end) : 0;
        for (int digits = Math.max(0, end - 20); digits < 9; digits++) nanos *= 10;
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + time.toSecondOfDay(), nanos);
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) number = number * 10 + digits.charAt(i) - '0';
        return number;
    }
}
