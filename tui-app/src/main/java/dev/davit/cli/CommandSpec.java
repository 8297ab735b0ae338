package dev.davit.cli;

import java.util.ArrayList;
import java.util.List;

/// One command as data.
///
/// @param name the words it is called by: `stop`, `network create`
/// @param synopsis what follows the name: `[OPTIONS] CONTAINER [CONTAINER...]`
/// @param summary half a sentence for help
/// @param aliases other spellings, each the words after the program's name: `container stop`; they stand in the noun's table
/// @param flags its flags, in the order of help
/// @param least the fewest arguments
/// @param most the most arguments
/// @param interspersed whether flags may follow arguments; not where the rest is another program's command line
/// @param examples for help, in its order
/// @param action what it does
public record CommandSpec(
        String name,
        String synopsis,
        String summary,
        List<String> aliases,
        List<Flag<?>> flags,
        int least,
        int most,
        boolean interspersed,
        List<Example> examples,
        Action action) {

    /// What a command does with what was typed.
    @FunctionalInterface
    public interface Action {
        /// @return the exit code
        int run(Invocation typed, CommandContext context);
    }

    /// Something that can be typed, and what comes of it.
    public record Example(String typed, String meaning) {}

    public CommandSpec {
        aliases = List.copyOf(aliases);
        flags = List.copyOf(flags);
        examples = List.copyOf(examples);
    }

    /// The same command with its other spellings.
    CommandSpec also(List<String> spellings) {
        return new CommandSpec(name, synopsis, summary, spellings, flags, least, most, interspersed, examples, action);
    }

    /// Begins a command.
    public static Builder named(String name, String synopsis, String summary) {
        return new Builder(name, synopsis, summary);
    }

    /// A command while it is put together.
    public static final class Builder {
        private final String name;
        private final String synopsis;
        private final String summary;
        private final List<Flag<?>> flags = new ArrayList<>();
        private int least;
        private int most;
        private boolean interspersed = true;
        private List<Example> examples = List.of();

        private Builder(String name, String synopsis, String summary) {
            this.name = name;
            this.synopsis = synopsis;
            this.summary = summary;
        }

        public Builder flags(Flag<?>... more) {
            flags.addAll(List.of(more));
            return this;
        }

        public Builder flags(List<Flag<?>> more) {
            flags.addAll(more);
            return this;
        }

        public Builder arguments(int fewest, int mostOf) {
            least = fewest;
            most = mostOf;
            return this;
        }

        /// At least so many arguments.
        public Builder argumentsFrom(int fewest) {
            return arguments(fewest, Integer.MAX_VALUE);
        }

        /// Flags come before the first argument only.
        public Builder flagsFirst() {
            interspersed = false;
            return this;
        }

        public Builder examples(Example... all) {
            examples = List.of(all);
            return this;
        }

        public CommandSpec runs(Action action) {
            return new CommandSpec(
                    name, synopsis, summary, List.of(), flags, least, most, interspersed, examples, action);
        }
    }
}
