package dev.davit.operation;

import dev.davit.engine.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Writes a command line that a POSIX shell reads back as the same words.
public final class CommandLine {

    private final StringBuilder text;

    private CommandLine(String verb) {
        text = new StringBuilder(verb);
    }

    /// @param verb the line's beginning, as it stands
    public static CommandLine of(String verb) {
        return new CommandLine(verb);
    }

    CommandLine flag(String name, boolean on) {
        if (on) text.append(' ').append(name);
        return this;
    }

    CommandLine option(String name, Optional<String> value) {
        value.ifPresent(word -> text.append(' ').append(name).append(' ').append(quoted(word)));
        return this;
    }

    /// An option once per pair: `--label a=b --label c=d`.
    CommandLine pairs(String name, Map<String, String> values) {
        values.forEach((key, value) -> option(name, Optional.of(value.isEmpty() ? key : key + "=" + value)));
        return this;
    }

    /// A `--filter` for each condition.
    CommandLine filters(Filters filters) {
        filters.values().forEach((name, values) -> values.forEach(value -> option("--filter", Optional.of(name + "=" + value))));
        return this;
    }

    CommandLine seconds(String name, Optional<Duration> value) {
        return option(name, value.map(time -> Long.toString(time.toSeconds())));
    }

    /// One more word.
    public CommandLine argument(Object word) {
        text.append(' ').append(quoted(word.toString()));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// A word as a shell and davit's own lines take it.
    public static String quoted(String word) {
        if (!word.isEmpty() && word.chars().allMatch(CommandLine::plain)) return word;
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean plain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_-./:@%+=,".indexOf(c) >= 0);
    }
}
