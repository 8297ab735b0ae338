package dev.davit.sidebyside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One of the two that are compared.
interface SideProgram {

    /// Runs a command.
    ///
    /// @param words without the program's name
    /// @param input what standard input has
    Outcome run(List<String> words, byte[] input) throws IOException, InterruptedException;

    /// Runs a command whose input is text.
    default Outcome run(List<String> words, String input) throws IOException, InterruptedException {
        return run(words, input.getBytes(StandardCharsets.UTF_8));
    }
}
