package dev.davit.cli.context;

import dev.davit.cli.CommandTable;

/// The commands about contexts: names of daemons and how they are reached.
public final class ContextCommands {
    private ContextCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("context create")) table.take(CreateContextCommand.spec());
        if (table.asks("context export")) table.take(ExportContextCommand.spec());
        if (table.asks("context import")) table.take(ImportContextCommand.spec());
        if (table.asks("context inspect")) table.take(InspectContextCommand.spec());
        if (table.asks("context ls", "context list")) table.take(ListContextsCommand.spec());
        if (table.asks("context rm", "context remove")) table.take(RemoveContextCommand.spec());
        if (table.asks("context show")) table.take(ShowContextCommand.spec());
        if (table.asks("context update")) table.take(UpdateContextCommand.spec());
        if (table.asks("context use")) table.take(UseContextCommand.spec());
    }
}
