package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.PortBinding;
import java.util.Comparator;

/// `davit port`.
public final class PortCommand {
    private PortCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("port", "CONTAINER [PRIVATE_PORT[/PROTO]]", "List where a container's ports are published")
                .arguments(1, 2)
                .runs(PortCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var published = context.engine().containers().inspect(new ContainerRef(typed.argument(0))).ports().stream()
                .filter(PortBinding::isPublished)
                .sorted(Comparator.comparing(PortBinding::port))
                .toList();
        if (typed.arguments().size() == 1) {
            published.forEach(binding -> context.say(binding.port() + " -> " + address(binding)));
            return ExitCode.OK;
        }
        var wanted = port(typed.argument(1));
        var found = published.stream().filter(binding -> binding.port().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new EngineException.NotFound("no public port '" + wanted + "' published for " + typed.argument(0));
        }
        found.forEach(binding -> context.say(address(binding)));
        return ExitCode.OK;
    }

    private static ContainerPort port(String text) {
        try {
            return Ports.one(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("port: \"" + text + "\" is no port: " + e.getMessage(), ExitCode.FAILED);
        }
    }

    private static String address(PortBinding binding) {
        String host = binding.hostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + binding.hostPort();
    }
}
