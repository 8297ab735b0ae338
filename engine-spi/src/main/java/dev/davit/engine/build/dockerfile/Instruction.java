package dev.davit.engine.build.dockerfile;

import java.util.List;
import java.util.Optional;

/// One instruction.
///
/// @param keyword what to do
/// @param source the instruction as one line: continued lines joined, comments between them left out
/// @param flags before its arguments
/// @param arguments the rest
/// @param heredocs texts that follow it in the file
/// @param position where it stands, its heredocs included
public record Instruction(
        Keyword keyword, String source, List<InstructionFlag> flags, Arguments arguments, List<Heredoc> heredocs, Position position) {

    public Instruction {
        flags = List.copyOf(flags);
        heredocs = List.copyOf(heredocs);
    }

    /// The value of a flag, if it was given with one.
    public Optional<String> flag(String name) {
        return flags.stream().filter(flag -> flag.name().equals(name)).findFirst().flatMap(InstructionFlag::value);
    }

    /// The words of its arguments, where they are words.
    public List<String> words() {
        return switch (arguments) {
            case Arguments.Exec(var words) -> words;
            case Arguments.Words(var words) -> words;
            case Arguments.Line(String text) -> text.isEmpty() ? List.of() : List.of(text);
            case Arguments.Pairs pairs -> List.of();
            case Arguments.Probe probe -> List.of();
            case Arguments.Trigger trigger -> List.of();
        };
    }
}
