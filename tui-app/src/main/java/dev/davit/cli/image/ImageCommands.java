package dev.davit.cli.image;

import dev.davit.cli.CommandTable;
import dev.davit.cli.system.InspectCommand;

/// The commands about images and registries.
public final class ImageCommands {
    private ImageCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("history", "image history")) table.take(HistoryCommand.spec());
        if (table.asks("image inspect")) table.take(InspectCommand.ofImages());
        if (table.asks("image prune")) table.take(PruneCommand.spec());
        if (table.asks("images", "image ls", "image list")) table.take(ImagesCommand.spec());
        if (table.asks("import", "image import")) table.take(ImportCommand.spec());
        if (table.asks("load", "image load")) table.take(LoadCommand.spec());
        if (table.asks("login")) table.take(LoginCommand.spec());
        if (table.asks("logout")) table.take(LogoutCommand.spec());
        if (table.asks("pull", "image pull")) table.take(PullCommand.spec());
        if (table.asks("push", "image push")) table.take(PushCommand.spec());
        if (table.asks("rmi", "image rm", "image remove")) table.take(RmiCommand.spec());
        if (table.asks("save", "image save")) table.take(SaveCommand.spec());
        if (table.asks("search")) table.take(SearchCommand.spec());
        if (table.asks("tag", "image tag")) table.take(TagCommand.spec());
    }
}
