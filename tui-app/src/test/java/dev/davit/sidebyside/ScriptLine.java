package dev.davit.sidebyside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A line of `reference.txt`: a command, and what goes with it.
///
/// @param text as it stands in the file
/// @param command without what goes with it
/// @param anyOrder whether the daemon itself changes the order of what is told from call to call
record ScriptLine(String text, String command, How how, boolean anyOrder) {

    /// What goes with a command.
    sealed interface How {
        /// It runs to its end with a text on standard input.
        record Fed(String input) implements How {}

        /// It runs to its end with a file on standard input.
        record FedFile(String name) implements How {}

        /// It is interrupted when it has written a text.
        record Interrupted(String text) implements How {}

        /// It runs on a terminal, where something is typed at a shell's prompt.
        record Typed(String keys) implements How {}

        /// It is a heading, where what is there is compared.
        record Heading() implements How {}
    }

    /// The script, with its headings.
    static List<ScriptLine> all() throws IOException {
        var lines = new ArrayList<ScriptLine>();
        boolean begun = false;
        for (String text : Tables.text("/sidebyside/reference.txt").lines().toList()) {
            boolean comment = text.startsWith("#");
            begun |= !comment;
            if (comment && begun) lines.add(new ScriptLine(text, "", new How.Heading(), false));
            if (!comment) lines.add(of(text));
        }
        return List.copyOf(lines);
    }

    private static ScriptLine of(String text) {
        boolean anyOrder = text.startsWith("~");
        var cut = text.substring(anyOrder ? 1 : 0).split(" (?=(<<<|<|>>>|\\|\\|\\|) )", 2);
        if (cut.length == 1) return new ScriptLine(text, cut[0], new How.Fed(""), anyOrder);
        var tail = cut[1].split(" ", 2);
        How how = switch (tail[0]) {
            case "<<<" -> new How.Fed(tail[1] + "\n");
            case "<" -> new How.FedFile(tail[1]);
            case ">>>" -> new How.Interrupted(tail[1]);
            default -> new How.Typed(tail[1]);
        };
        return new ScriptLine(text, cut[0], how, anyOrder);
    }
}
