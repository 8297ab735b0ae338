package dev.davit.cli.engine;

import dev.davit.cli.CommandTable;

/// The commands about an engine that is served.
public final class EngineCommands {
    private EngineCommands() {}

    /// A command a line: its name, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("engine serve")) table.take(ServeCommand.spec());
        if (table.asks("engine status")) table.take(StatusCommand.spec());
        if (table.asks("engine stop")) table.take(StopServingCommand.spec());
    }
}
