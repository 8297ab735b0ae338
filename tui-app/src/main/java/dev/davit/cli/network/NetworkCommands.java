package dev.davit.cli.network;

import dev.davit.cli.CommandTable;
import dev.davit.cli.system.InspectCommand;

/// The commands about networks.
public final class NetworkCommands {
    private NetworkCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("network connect")) table.take(ConnectCommand.spec());
        if (table.asks("network create")) table.take(CreateCommand.spec());
        if (table.asks("network disconnect")) table.take(DisconnectCommand.spec());
        if (table.asks("network inspect")) table.take(InspectCommand.ofNetworks());
        if (table.asks("network ls", "network list")) table.take(LsCommand.spec());
        if (table.asks("network prune")) table.take(PruneCommand.spec());
        if (table.asks("network rm", "network remove")) table.take(RmCommand.spec());
    }
}
