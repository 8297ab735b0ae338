package dev.davit.engine.build.dockerfile;

import java.util.List;

/// What follows an instruction and its flags. Variables are not replaced, and quotes stand as they are typed.
public sealed interface Arguments {

    /// A JSON array of strings: a command that no shell reads, or paths with spaces in them.
    record Exec(List<String> words) implements Arguments {
        public Exec {
            words = List.copyOf(words);
        }
    }

    /// A line as it stands: a command for a shell, a user, a path.
    record Line(String text) implements Arguments {}

    /// Words with spaces between.
    record Words(List<String> words) implements Arguments {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// `name=value …`, or for `ENV` and `LABEL` the older `name value`.
    record Pairs(List<Pair> pairs) implements Arguments {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /// One of [Pairs].
    ///
    /// @param name before the `=`
    /// @param hasValue whether there was one; only `ARG` may do without
    /// @param value behind it
    record Pair(String name, boolean hasValue, String value) {}

    /// A probe: `NONE`, or `CMD` and a command.
    record Probe(String type, Arguments command) implements Arguments {}

    /// The instruction that `ONBUILD` keeps for later.
    record Trigger(Instruction instruction) implements Arguments {}
}
