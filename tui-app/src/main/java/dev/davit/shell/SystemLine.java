package dev.davit.shell;

import dev.davit.operation.CommandLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line that begins with `!`: a command of the system, for sh.
///
/// @param command what follows the `!`
public record SystemLine(String command) {
    private static final String ALL = "\"$@\"";

    /// The command of a line; empty when the line is davit's own.
    public static Optional<SystemLine> of(String line) {
        String stripped = line.strip();
        return stripped.startsWith("!") ? Optional.of(new SystemLine(stripped.substring(1).strip())) : Optional.empty();
    }

    /// Why it is not run, in one sentence; empty when it is.
    ///
    /// @param readOnly whether nothing may be changed: nobody knows of a command of the system that it would not
    public Optional<String> whyNot(boolean readOnly) {
        if (command.isEmpty()) return Optional.of("! runs a command of the system: !ls");
        return readOnly ? Optional.of("davit is read-only: " + this + " may change something") : Optional.empty();
    }

    /// A template with words in the places of `{name}` and `{id}`. Words that sh reads as they are stand there themselves; others,
    /// which may be a stranger's, never do: they become the line's arguments, whatever is around their place.
    ///
    ///     !echo {name}    !set -- 'a $(b)'; echo "$@"
    ///
    /// @param template with its `!`
    /// @throws IllegalArgumentException when some word cannot be given to sh there
    public static String filled(String template, List<String> names, List<String> ids) {
        var odd = Stream.of(template.contains("{name}") ? names : List.<String>of(), template.contains("{id}") ? ids : List.<String>of())
                .filter(words -> !words.stream().allMatch(SystemLine::isPlain))
                .distinct()
                .toList();
        if (odd.isEmpty()) return template.replace("{name}", String.join(" ", names)).replace("{id}", String.join(" ", ids));
        var words = odd.getFirst();
        for (String word : words) {
            if (word.startsWith("-")) throw new IllegalArgumentException("a command would take " + word + " for a flag, and it is a name");
        }
        if (odd.size() > 1) throw new IllegalArgumentException("names and ids that sh does not read as they are cannot both stand in " + template);
        String filled = put(put(template, "{name}", names, words), "{id}", ids, words);
        String all = words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
        return "!set -- " + all + "; " + filled.substring(1).strip();
    }

    private static String put(String template, String place, List<String> meant, List<String> arguments) {
        if (!meant.equals(arguments)) return template.replace(place, String.join(" ", meant));
        String bare = Quotes.of(template).bare();
        for (int at = template.indexOf(place); at >= 0; at = template.indexOf(place, at + 1)) {
            if (bare.charAt(at) != '{') {
                throw new IllegalArgumentException("the name " + CommandLine.quoted(arguments.getFirst()) + " needs quotes of its own, and " + place + " stands within some");
            }
        }
        return template.replace(place, ALL);
    }

    private static boolean isPlain(String word) {
        return CommandLine.quoted(word).equals(word) && !word.startsWith("-");
    }

    /// The line.
    @Override
    public String toString() {
        return "!" + command;
    }
}
