package dev.davit.cli;

import dev.davit.engine.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// One flag of a command: how it is typed, and what its texts become.
///
/// @param <T> the value that a command reads, whether or not the flag was typed
/// @param name without dashes
/// @param letter the one-letter form, or 0
/// @param type docker's word for its value (`list`, `string`, `bytes`), empty for a switch
/// @param initial the value when it is not typed
/// @param shownDefault the default as help shows it, or empty
/// @param help half a sentence
/// @param fold the value so far and the next text to the next value
public record Flag<T>(
        String name, char letter, String type, T initial, String shownDefault, String help, Fold<T> fold) {

    /// Takes one more typed text into a flag's value.
    @FunctionalInterface
    public interface Fold<T> {
        /// @throws IllegalArgumentException what is wrong with the text, in half a sentence
        T add(T soFar, String text);
    }

    /// Whether it stands alone: `--rm`, though `--rm=false` is possible.
    public boolean isSwitch() {
        return type.isEmpty();
    }

    /// `-t, --tty`.
    public String shown() {
        return letter == 0 ? "--" + name : "-" + letter + ", --" + name;
    }

    public static Flag<Boolean> toggle(String name, char letter, String help) {
        return new Flag<>(name, letter, "", false, "", help, (soFar, text) -> bool(text));
    }

    public static Flag<Boolean> toggle(String name, String help) {
        return toggle(name, (char) 0, help);
    }

    /// A switch that is on unless somebody turns it off.
    public static Flag<Boolean> toggledOn(String name, char letter, String help) {
        return new Flag<>(name, letter, "", true, "true", help, (soFar, text) -> bool(text));
    }

    public static Flag<Optional<String>> text(String name, char letter, String help) {
        return new Flag<>(name, letter, "string", Optional.empty(), "", help, (soFar, text) -> Optional.of(text));
    }

    public static Flag<Optional<String>> text(String name, String help) {
        return text(name, (char) 0, help);
    }

    /// A text with a default.
    public static Flag<String> word(String name, char letter, String initial, String help) {
        return new Flag<>(name, letter, "string", initial, "\"" + initial + "\"", help, (soFar, text) -> text);
    }

    /// Texts in the order typed.
    public static Flag<List<String>> texts(String name, char letter, String help) {
        return many(name, letter, "list", help, text -> text);
    }

    public static Flag<List<String>> texts(String name, String help) {
        return texts(name, (char) 0, help);
    }

    /// Values in the order typed, each of one text.
    public static <V> Flag<List<V>> many(String name, char letter, String type, String help, Function<String, V> value) {
        return many(name, letter, type, "", help, value);
    }

    /// The same, where help shows that it is empty by default.
    public static <V> Flag<List<V>> many(
            String name, char letter, String type, String shownDefault, String help, Function<String, V> value) {
        return new Flag<>(name, letter, type, List.of(), shownDefault, help, (soFar, text) -> {
            var more = new ArrayList<>(soFar);
            more.add(value.apply(text));
            return List.copyOf(more);
        });
    }

    /// Texts, several in one argument with commas between.
    public static Flag<List<String>> commaTexts(String name, String help) {
        return new Flag<>(name, (char) 0, "strings", List.of(), "", help, (soFar, text) -> {
            var more = new ArrayList<>(soFar);
            more.addAll(List.of(text.split(",", -1)));
            return List.copyOf(more);
        });
    }

    /// One value of one text; the last one typed counts.
    public static <V> Flag<Optional<V>> one(String name, char letter, String type, String help, Function<String, V> value) {
        return new Flag<>(
                name, letter, type, Optional.empty(), "", help, (soFar, text) -> Optional.of(value.apply(text)));
    }

    public static Flag<OptionalLong> number(String name, char letter, String help) {
        return new Flag<>(name, letter, "int", OptionalLong.empty(), "", help, (soFar, text) ->
                OptionalLong.of(Values.whole(text)));
    }

    public static Flag<OptionalLong> number(String name, String help) {
        return number(name, (char) 0, help);
    }

    public static Flag<OptionalInt> integer(String name, char letter, String help) {
        return new Flag<>(name, letter, "int", OptionalInt.empty(), "", help, (soFar, text) ->
                OptionalInt.of(Math.toIntExact(Values.whole(text))));
    }

    /// A size such as `512m`, in bytes.
    public static Flag<OptionalLong> bytes(String name, char letter, String help) {
        return new Flag<>(name, letter, "bytes", OptionalLong.empty(), "", help, (soFar, text) ->
                OptionalLong.of(Values.bytes(text)));
    }

    /// A span such as `1m30s`.
    public static Flag<Optional<Duration>> duration(String name, String help) {
        return new Flag<>(name, (char) 0, "duration", Optional.empty(), "0s", help, (soFar, text) ->
                Optional.of(Values.duration(text)));
    }

    /// `key=value` pairs; a key alone has an empty value.
    public static Flag<Map<String, String>> pairs(String name, String help) {
        return pairs(name, (char) 0, help);
    }

    public static Flag<Map<String, String>> pairs(String name, char letter, String help) {
        return new Flag<>(name, letter, "map", Map.of(), "map[]", help, (soFar, text) -> {
            var more = new LinkedHashMap<>(soFar);
            int equals = text.indexOf('=');
            if (equals == 0) throw new IllegalArgumentException("a name is missing before =");
            more.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
            return Map.copyOf(more);
        });
    }

    /// `--filter name=value`, as often as wanted.
    public static Flag<Filters> filters(String help) {
        return filters('f', help);
    }

    /// The same without the letter, where `-f` is `--force`.
    public static Flag<Filters> filtersWithoutLetter(String help) {
        return filters((char) 0, help);
    }

    private static Flag<Filters> filters(char letter, String help) {
        return new Flag<>("filter", letter, "filter", Filters.none(), "", help, (soFar, text) -> {
            if (text.isEmpty()) return soFar;
            int equals = text.indexOf('=');
            if (equals < 0) throw new IllegalArgumentException("a filter looks like name=value");
            String key = text.substring(0, equals).strip().toLowerCase(java.util.Locale.ROOT);
            return soFar.and(key, text.substring(equals + 1).strip());
        });
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw new IllegalArgumentException("it takes true or false");
        };
    }
}
