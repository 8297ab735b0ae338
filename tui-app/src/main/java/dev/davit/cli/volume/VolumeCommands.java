package dev.davit.cli.volume;

import dev.davit.cli.CommandTable;
import dev.davit.cli.system.InspectCommand;

/// The commands about volumes.
public final class VolumeCommands {
    private VolumeCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("volume create")) table.take(CreateCommand.spec());
        if (table.asks("volume inspect")) table.take(InspectCommand.ofVolumes());
        if (table.asks("volume ls", "volume list")) table.take(LsCommand.spec());
        if (table.asks("volume prune")) table.take(PruneCommand.spec());
        if (table.asks("volume rm", "volume remove")) table.take(RmCommand.spec());
        if (table.asks("volume update")) table.take(UpdateCommand.spec());
    }
}
