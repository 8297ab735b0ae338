package dev.davit.cli;

import java.util.Locale;

/// Asks before something is lost.
public final class Confirmation {
    private Confirmation() {}

    /// Puts a question on standard output and waits for a line of standard input; anything but `y` or `yes` means no.
    ///
    /// @param question without its end, which is ours
    public static boolean given(CommandContext context, String question) {
        context.io().out().text(question + " [y/N] ");
        String word = Typed.line(context).strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }
}
