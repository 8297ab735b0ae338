package dev.davit.engine.build.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Dockerfile.
///
/// @param directives at its top
/// @param escape the letter that continues a line and takes away the next letter's meaning: `\` or a backquote
/// @param arguments the `ARG`s before the first `FROM`, which only `FROM`s see
/// @param stages in the order of the file
/// @param emptyContinuations lines of instructions that are continued over an empty line, which is an error in waiting
public record Dockerfile(
        List<Directive> directives, char escape, List<Instruction> arguments, List<Stage> stages, List<Integer> emptyContinuations) {

    public Dockerfile {
        directives = List.copyOf(directives);
        arguments = List.copyOf(arguments);
        stages = List.copyOf(stages);
        emptyContinuations = List.copyOf(emptyContinuations);
    }

    /// All instructions in the order of the file.
    public Stream<Instruction> instructions() {
        return Stream.concat(
                arguments.stream(), stages.stream().flatMap(stage -> Stream.concat(Stream.of(stage.from()), stage.instructions().stream())));
    }

    /// A stage by its name or number.
    public Optional<Stage> stage(String nameOrNumber) {
        String name = nameOrNumber.toLowerCase(java.util.Locale.ROOT);
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (stages.get(i).name().equals(Optional.of(name)) || name.equals(Integer.toString(i))) return Optional.of(stages.get(i));
        }
        return Optional.empty();
    }
}
