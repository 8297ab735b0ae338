package dev.davit.sidebyside;

import java.util.function.UnaryOperator;

/// What a command left.
///
/// @param exit its exit code
/// @param out its standard output
/// @param err its standard error
record Outcome(int exit, String out, String err) {

    /// What docker says of its builder's future is not of this build.
    Outcome withoutBuildersFuture() {
        if (!err.startsWith("DEPRECATED: ")) return this;
        var lines = err.lines().filter(line -> !line.startsWith("DEPRECATED: ") && !line.startsWith("            ")).toList();
        return new Outcome(exit, out, String.join("\n", lines).strip());
    }

    /// Without what two runs cannot have in common.
    Outcome masked(UnaryOperator<String> mask) {
        return new Outcome(exit, mask.apply(out), mask.apply(err));
    }
}
