package dev.davit.engine.build.dockerfile;

import java.util.Optional;

/// A flag of an instruction: `--from=builder`.
///
/// @param name without dashes
/// @param value behind the `=`, variables and quotes as they stand; empty when there is no `=`
public record InstructionFlag(String name, Optional<String> value) {

    @Override
    public String toString() {
        return "--" + name + value.map(text -> "=" + text).orElse("");
    }
}
