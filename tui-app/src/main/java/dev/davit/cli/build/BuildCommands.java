package dev.davit.cli.build;

import dev.davit.cli.CommandTable;

/// The commands about builds.
public final class BuildCommands {
    private BuildCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("build", "image build", "builder build")) table.take(BuildCommand.spec());
        if (table.asks("builder prune")) table.take(BuilderPruneCommand.spec());
    }
}
