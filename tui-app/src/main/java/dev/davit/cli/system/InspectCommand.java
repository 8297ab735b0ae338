package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.TemplateFlag;
import dev.davit.cli.UsageException;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkView;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.format.list.InspectPrinter;
import dev.davit.format.list.InspectPrinter.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `davit inspect` and, of one kind only, `container inspect`, `image inspect`, `network inspect` and `volume inspect`.
public final class InspectCommand {
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", 'f', "json, or a Go template");
    private static final Flag<Boolean> SIZE = Flag.toggle("size", 's', "Measure a container's sizes");
    private static final Flag<Optional<String>> TYPE = Flag.text("type", "Only things of this type: container, image, network or volume");

    private static final Flag<Boolean> VERBOSE = Flag.toggle("verbose", 'v', "A swarm's services and tasks too");

    /// What is looked for.
    private enum Kind {
        ANY,
        CONTAINER,
        IMAGE,
        NETWORK,
        VOLUME
    }

    private InspectCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("inspect", "[OPTIONS] NAME|ID [NAME|ID...]", "Show everything about containers, images, networks and volumes")
                .flags(FORMAT, SIZE, TYPE)
                .argumentsFrom(1)
                .runs((typed, context) -> run(typed, context, kind(typed.get(TYPE))));
    }

    public static CommandSpec ofContainers() {
        return CommandSpec.named("container inspect", "[OPTIONS] CONTAINER [CONTAINER...]", "Show everything about containers")
                .flags(FORMAT, SIZE)
                .argumentsFrom(1)
                .runs((typed, context) -> run(typed, context, Kind.CONTAINER));
    }

    public static CommandSpec ofImages() {
        return CommandSpec.named("image inspect", "[OPTIONS] IMAGE [IMAGE...]", "Show everything about images")
                .flags(FORMAT)
                .argumentsFrom(1)
                .runs((typed, context) -> run(typed, context, Kind.IMAGE));
    }

    public static CommandSpec ofNetworks() {
        return CommandSpec.named("network inspect", "[OPTIONS] NETWORK [NETWORK...]", "Show everything about networks")
                .flags(FORMAT, VERBOSE)
                .argumentsFrom(1)
                .runs((typed, context) -> run(typed, context, Kind.NETWORK));
    }

    public static CommandSpec ofVolumes() {
        return CommandSpec.named("volume inspect", "[OPTIONS] VOLUME [VOLUME...]", "Show everything about volumes")
                .flags(FORMAT)
                .argumentsFrom(1)
                .runs((typed, context) -> run(typed, context, Kind.VOLUME));
    }

    private static Kind kind(Optional<String> type) {
        return switch (type.orElse("")) {
            case "" -> Kind.ANY;
            case "container" -> Kind.CONTAINER;
            case "image" -> Kind.IMAGE;
            case "network" -> Kind.NETWORK;
            case "volume" -> Kind.VOLUME;
            default -> throw new UsageException(
                    "inspect: \"" + type.get() + "\" is no type that can be inspected; use container, image, network or volume", ExitCode.FAILED);
        };
    }

    private static int run(Invocation typed, CommandContext context, Kind kind) {
        var printer = new InspectPrinter(TemplateFlag.read(typed, FORMAT));
        var found = new ArrayList<Found>();
        int code = ExitCode.OK;
        var complaints = new ArrayList<String>();
        for (String name : typed.arguments()) {
            try {
                if (name.isEmpty()) throw new EngineException.NotFound("cannot inspect: a name is empty");
                found.add(find(name, context.engine(), kind, typed));
            } catch (EngineException.NotFound e) {
                complaints.add(String.valueOf(e.getMessage()));
                code = ExitCode.FAILED;
            }
        }
        TemplateFlag.print(context, () -> printer.print(found));
        complaints.forEach(context::complain);
        return code;
    }

    private static Found find(String name, Engine engine, Kind kind, Invocation typed) {
        return switch (kind) {
            case CONTAINER -> new Found(
                    InspectPrinter.Kind.CONTAINER,
                    engine.containers().inspect(new ContainerRef(name), typed.get(SIZE)).document().json());
            case IMAGE -> new Found(InspectPrinter.Kind.IMAGE, engine.images().inspect(new ImageRef(name)).document().json());
            case NETWORK -> {
                var view = new NetworkView(typed.get(VERBOSE), Optional.empty());
                yield new Found(
                        InspectPrinter.Kind.NETWORK, engine.networks().inspect(new NetworkRef(name), view).document().json());
            }
            case VOLUME -> new Found(InspectPrinter.Kind.VOLUME, engine.volumes().inspect(new VolumeRef(name)).document().json());
            case ANY -> first(name, engine, typed);
        };
    }

    /// What has that name, looked for in docker's order.
    private static Found first(String name, Engine engine, Invocation typed) {
        for (var kind : List.of(Kind.CONTAINER, Kind.IMAGE, Kind.NETWORK, Kind.VOLUME)) {
            try {
                return find(name, engine, kind, typed);
            } catch (EngineException.NotFound e) {
                // The next kind may have one of that name.
            }
        }
        throw new EngineException.NotFound("cannot inspect " + name + ": no such container, image, network or volume");
    }
}
