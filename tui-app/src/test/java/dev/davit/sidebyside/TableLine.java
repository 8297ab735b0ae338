package dev.davit.sidebyside;

/// A line of a table: `~WORDS <<< INPUT`, the tilde and the input being optional.
///
/// @param text without what stands for its input
/// @param input what standard input has
/// @param anyOrder whether the daemon itself changes the order of what is told from call to call
record TableLine(String text, String input, boolean anyOrder) {

    static TableLine of(String line) {
        boolean anyOrder = line.startsWith("~");
        String text = anyOrder ? line.substring(1) : line;
        int input = text.indexOf(" <<< ");
        return input < 0
                ? new TableLine(text, "", anyOrder)
                : new TableLine(text.substring(0, input), text.substring(input + 5) + "\n", anyOrder);
    }

    /// What the line wrote, without what differs from run to run.
    String masked(String output) {
        String masked = Mask.of(output);
        return anyOrder ? sorted(masked) : masked;
    }

    /// What may come in any order, in one.
    static String sorted(String output) {
        return String.join("\n", output.lines().sorted().toList());
    }
}
