package dev.davit.engine.build.dockerfile;

import java.util.List;
import java.util.Optional;

/// The instructions from one `FROM` to the next.
///
/// @param from the `FROM` itself
/// @param base the image or earlier stage it begins with, variables as they stand; `scratch` for nothing
/// @param name behind `AS`, in small letters
/// @param instructions those behind the `FROM`
public record Stage(Instruction from, String base, Optional<String> name, List<Instruction> instructions) {

    public Stage {
        instructions = List.copyOf(instructions);
    }
}
