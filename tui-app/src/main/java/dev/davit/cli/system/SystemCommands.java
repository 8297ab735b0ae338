package dev.davit.cli.system;

import dev.davit.batch.BatchCommand;
import dev.davit.cli.CommandTable;
import dev.davit.shell.ShellCommand;

/// The commands about an engine as a whole, or about anything it holds.
public final class SystemCommands {
    private SystemCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("batch")) table.take(BatchCommand.spec());
        if (table.asks("events", "system events")) table.take(EventsCommand.spec());
        if (table.asks("info", "system info")) table.take(InfoCommand.spec());
        if (table.asks("inspect")) table.take(InspectCommand.spec());
        if (table.asks("shell")) table.take(ShellCommand.spec());
        if (table.asks("system df")) table.take(DfCommand.spec());
        if (table.asks("system prune")) table.take(PruneCommand.spec());
        if (table.asks("version")) table.take(VersionCommand.spec());
    }
}
