package dev.davit.shell;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Completion.Noun;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.volume.VolumeQuery;
import java.util.List;

/// The names of what an engine has, asked for when they are needed.
final class Names {
    private Names() {}

    /// Those of a noun; none when the engine does not answer.
    static List<String> of(Noun noun, CommandContext context) {
        try {
            return of(noun, context.engine());
        } catch (EngineException e) {
            // The next command will say it.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "names to complete with", e);
            return List.of();
        }
    }

    private static List<String> of(Noun noun, Engine engine) {
        return switch (noun) {
            case CONTAINER -> engine.containers().list(ContainerQuery.everything()).stream().flatMap(container -> container.names().stream()).toList();
            case IMAGE -> engine.images().list(ImageQuery.usual()).stream().flatMap(image -> image.tags().stream()).toList();
            case NETWORK -> engine.networks().list(NetworkQuery.all()).stream().map(network -> network.name()).toList();
            case VOLUME -> engine.volumes().list(VolumeQuery.all()).stream().map(volume -> volume.name()).toList();
        };
    }
}
