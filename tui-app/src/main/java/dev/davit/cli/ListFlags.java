package dev.davit.cli;

import java.util.Optional;

/// The flags that all lists share.
public final class ListFlags {
    public static final Flag<Optional<String>> FORMAT =
            Flag.text("format", "table, table TEMPLATE, json, or a Go template");
    public static final Flag<Boolean> NO_TRUNC = Flag.toggle("no-trunc", "Do not cut ids and texts");
    public static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show ids only");

    private ListFlags() {}

    /// What was asked for, else what docker's configuration says, else empty.
    ///
    /// @param listing `ps`, `images`, `stats`
    public static String format(Invocation typed, CommandContext context, String listing) {
        return typed.get(FORMAT).orElseGet(() -> UserSettings.format(context, listing).orElse(""));
    }

    /// Whether only ids are wanted; a format beside it is not used, which is said.
    public static boolean quiet(Invocation typed, CommandContext context) {
        boolean quiet = typed.get(QUIET);
        if (quiet && typed.has(FORMAT)) {
            context.io().err().line("WARNING: Ignoring custom format, because both --format and --quiet are set.");
        }
        return quiet;
    }
}
