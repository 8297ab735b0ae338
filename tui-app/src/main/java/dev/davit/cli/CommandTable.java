package dev.davit.cli;

import dev.davit.cli.build.BuildCommands;
import dev.davit.cli.container.ContainerCommands;
import dev.davit.cli.context.ContextCommands;
import dev.davit.cli.engine.EngineCommands;
import dev.davit.cli.image.ImageCommands;
import dev.davit.cli.network.NetworkCommands;
import dev.davit.cli.system.SystemCommands;
import dev.davit.cli.volume.VolumeCommands;
import dev.davit.engine.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All commands by name, a table per noun. Nothing of a command is loaded before it is asked for: a row is an `if`, and only
/// the row that is meant is carried out.
public final class CommandTable {

    /// A command, and how many words of the line name it.
    ///
    /// @param spec the command
    /// @param words 1 for `ps`, 2 for `container ls`
    public record Found(CommandSpec spec, int words) {}

    /// Whoever reads the tables, for one command or for all. Each row asks whether it is meant and makes its command if so.
    public abstract static class Reader {
        private @Nullable CommandSpec found;
        private List<String> spellings = List.of();

        private Reader() {}

        /// Whether a row's command is to be made.
        ///
        /// @param names its name, then docker's other spellings, one or two words each
        public final boolean asks(String... names) {
            boolean wanted = found == null && wants(names);
            if (wanted) spellings = List.of(names);
            return wanted;
        }

        /// Takes the command of the row that asked last.
        public final void take(CommandSpec made) {
            found = taken(made.also(spellings.subList(1, spellings.size())));
        }

        abstract boolean wants(String[] names);

        /// @return what was looked for, or null to go on
        abstract @Nullable CommandSpec taken(CommandSpec made);
    }

    private CommandTable() {}

    /// The tables, those of everyday commands first.
    private static Optional<CommandSpec> read(Reader reader) {
        ContainerCommands.read(reader);
        if (reader.found == null) ImageCommands.read(reader);
        if (reader.found == null) NetworkCommands.read(reader);
        if (reader.found == null) VolumeCommands.read(reader);
        if (reader.found == null) SystemCommands.read(reader);
        if (reader.found == null) EngineCommands.read(reader);
        if (reader.found == null) BuildCommands.read(reader);
        if (reader.found == null) ContextCommands.read(reader);
        return Optional.ofNullable(reader.found);
    }

    /// The command that a line begins with.
    public static Optional<Found> find(List<String> line) {
        if (line.isEmpty()) return Optional.empty();
        var one = named(line.getFirst()).map(spec -> new Found(spec, 1));
        if (one.isPresent() || line.size() < 2) return one;
        return named(line.get(0) + " " + line.get(1)).map(spec -> new Found(spec, 2));
    }

    /// The same.
    ///
    /// @throws UsageException when there is none, with the nearest that there is
    static Found found(List<String> line) {
        return find(line).orElseThrow(() -> new UsageException(unknown(line), ExitCode.FAILED));
    }

    private static Optional<CommandSpec> named(String wanted) {
        return read(new Reader() {
            @Override
            boolean wants(String[] names) {
                for (String name : names) {
                    if (name.equals(wanted)) return true;
                }
                return false;
            }

            @Override
            CommandSpec taken(CommandSpec made) {
                return made;
            }
        });
    }

    /// Every command, for help, completion and man pages: by name, built all at once.
    public static Map<String, CommandSpec> all() {
        var specs = new TreeMap<String, CommandSpec>();
        read(new Reader() {
            @Override
            boolean wants(String[] names) {
                return true;
            }

            @Override
            @Nullable CommandSpec taken(CommandSpec made) {
                specs.put(made.name(), made);
                return null;
            }
        });
        return specs;
    }

    /// The names of each command: the one it is called by, then docker's other spellings. Makes no command.
    private static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        read(new Reader() {
            @Override
            boolean wants(String[] names) {
                rows.add(List.of(names));
                return false;
            }

            @Override
            @Nullable CommandSpec taken(CommandSpec made) {
                return null;
            }
        });
        return rows;
    }

    /// Every spelling of every command, one or two words each.
    static List<String> spellings() {
        return rows().stream().flatMap(List::stream).toList();
    }

    /// The commands' names, in their order.
    public static List<String> names() {
        return rows().stream().map(List::getFirst).sorted().toList();
    }

    /// The commands of a noun by their verbs, each under its first spelling.
    static Map<String, CommandSpec> verbs(String noun) {
        var verbs = new TreeMap<String, CommandSpec>();
        for (var spec : all().values()) {
            Stream.concat(Stream.of(spec.name()), spec.aliases().stream())
                    .filter(name -> name.startsWith(noun + " "))
                    .findFirst()
                    .ifPresent(name -> verbs.put(name.substring(noun.length() + 1), spec));
        }
        return verbs;
    }

    /// Whether a word is a noun, which needs a verb behind it.
    static boolean isNoun(String word) {
        return spellings().stream().anyMatch(name -> name.startsWith(word + " "));
    }

    /// The sentence for a line that begins with no command.
    private static String unknown(List<String> line) {
        String typed = line.getFirst();
        var names = spellings();
        if (line.size() > 1 && isNoun(typed)) {
            String verb = line.get(1);
            var known = names.stream()
                    .filter(name -> name.startsWith(typed + " "))
                    .map(name -> name.substring(typed.length() + 1))
                    .toList();
            return "unknown command: davit " + typed + " " + verb + meant(verb, known);
        }
        String verb = meant(typed, names.stream().filter(name -> !name.contains(" ")).toList());
        return "unknown command: davit " + typed
                + (verb.isEmpty() ? meant(typed, names.stream().map(name -> name.split(" ", 2)[0]).toList()) : verb);
    }

    private static String meant(String typed, List<String> known) {
        return Nearest.of(typed, known).map(near -> "; did you mean " + near + "?").orElse("");
    }
}
