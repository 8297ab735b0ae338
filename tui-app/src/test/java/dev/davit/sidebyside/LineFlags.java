package dev.davit.sidebyside;

import dev.davit.cli.CommandLineParser;
import dev.davit.cli.CommandTable;
import dev.davit.cli.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a line of a table asks for.
///
/// @param command its name; `container ls` and `ps` are the same
/// @param flags by their long names, without dashes
/// @param arguments what is no flag
record LineFlags(String command, Set<String> flags, List<String> arguments) {

    /// Reads a line; empty where it is no command, or a wrong one on purpose.
    static Optional<LineFlags> of(String line) {
        var words = new ArrayList<>(Words.of(line.replaceFirst("^~ ?", "").replaceFirst("^< \\S+ ", "").replaceFirst(" (<<<|>>>|<|\\|\\|\\|) .*", "")));
        while (!words.isEmpty() && words.getFirst().matches("[A-Z_]+=.*")) words.removeFirst();
        while (words.size() > 1 && words.getFirst().matches("-[Hc]")) words.subList(0, 2).clear();
        var found = CommandTable.find(words);
        if (found.isEmpty()) return Optional.empty();
        var spec = found.get().spec();
        try {
            var typed = CommandLineParser.parse(spec, words.subList(found.get().words(), words.size()));
            var flags = new HashSet<String>();
            for (var flag : spec.flags()) if (typed.has(flag)) flags.add(flag.name());
            return Optional.of(new LineFlags(spec.name(), Set.copyOf(flags), typed.arguments()));
        } catch (UsageException e) {
            return Optional.empty();
        }
    }
}
