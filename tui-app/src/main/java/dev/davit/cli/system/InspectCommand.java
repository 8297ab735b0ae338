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
import dev.davit.format.list.InspectPrinter;
import dev.davit.format.list.InspectPrinter.Found;
import java.util.ArrayList;
import java.util.Optional;

/// `davit inspect`, `container inspect` and `image inspect`.
public final class InspectCommand {
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", 'f', "json, or a Go template");
    private static final Flag<Boolean> SIZE = Flag.toggle("size", 's', "Measure a container's sizes");
    private static final Flag<Optional<String>> TYPE = Flag.text("type", "Only things of this type: container or image");

    /// What is looked for.
    private enum Kind {
        ANY,
        CONTAINER,
        IMAGE
    }

    private InspectCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("inspect", "[OPTIONS] NAME|ID [NAME|ID...]", "Show everything about containers and images")
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

    private static Kind kind(Optional<String> type) {
        return switch (type.orElse("")) {
            case "" -> Kind.ANY;
            case "container" -> Kind.CONTAINER;
            case "image" -> Kind.IMAGE;
            default -> throw new UsageException(
                    "inspect: \"" + type.get() + "\" is no type that can be inspected; use container or image", ExitCode.FAILED);
        };
    }

    private static int run(Invocation typed, CommandContext context, Kind kind) {
        var printer = new InspectPrinter(TemplateFlag.read(typed, FORMAT));
        boolean sizes = typed.get(SIZE);
        var found = new ArrayList<Found>();
        int code = ExitCode.OK;
        var complaints = new ArrayList<String>();
        for (String name : typed.arguments()) {
            try {
                found.add(find(name, context, kind, sizes));
            } catch (EngineException.NotFound e) {
                complaints.add(String.valueOf(e.getMessage()));
                code = ExitCode.FAILED;
            }
        }
        TemplateFlag.print(context, () -> printer.print(found));
        complaints.forEach(context::complain);
        return code;
    }

    private static Found find(String name, CommandContext context, Kind kind, boolean sizes) {
        if (name.isEmpty()) throw new EngineException.NotFound("cannot inspect: a name is empty");
        var engine = context.engine();
        return switch (kind) {
            case CONTAINER -> container(engine, name, sizes);
            case IMAGE -> image(engine, name);
            case ANY -> {
                try {
                    yield container(engine, name, sizes);
                } catch (EngineException.NotFound noContainer) {
                    yield imageAtLast(engine, name);
                }
            }
        };
    }

    private static Found container(Engine engine, String name, boolean sizes) {
        var details = engine.containers().inspect(new ContainerRef(name), sizes);
        return new Found(InspectPrinter.Kind.CONTAINER, details.document().json());
    }

    private static Found image(Engine engine, String name) {
        return new Found(InspectPrinter.Kind.IMAGE, engine.images().inspect(new ImageRef(name)).document().json());
    }

    private static Found imageAtLast(Engine engine, String name) {
        try {
            return image(engine, name);
        } catch (EngineException.NotFound noImage) {
            throw new EngineException.NotFound("cannot inspect " + name + ": no such container or image");
        }
    }
}
