package dev.davit.cli.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.operation.ConnectNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// `davit network connect`.
public final class ConnectCommand {
    private static final Flag<List<String>> ALIAS = Flag.commaTexts("alias", "One more name on that network");
    private static final Flag<List<String>> DRIVER_OPT = Flag.commaTexts("driver-opt", "An option for the driver: NAME=VALUE");
    private static final Flag<OptionalInt> GW_PRIORITY = Flag.integer("gw-priority", (char) 0, "Of its networks the one with the highest leads out");
    private static final Flag<Optional<String>> IP = Flag.text("ip", "A fixed IPv4 address");
    private static final Flag<Optional<String>> IP6 = Flag.text("ip6", "A fixed IPv6 address");
    private static final Flag<List<String>> LINK = Flag.texts("link", "Make another container known by an alias: CONTAINER[:ALIAS]");
    private static final Flag<List<String>> LINK_LOCAL_IP = Flag.commaTexts("link-local-ip", "A link-local address");

    private ConnectCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network connect", "[OPTIONS] NETWORK CONTAINER", "Connect a container to a network")
                .flags(ALIAS, DRIVER_OPT, GW_PRIORITY, IP, IP6, LINK, LINK_LOCAL_IP)
                .arguments(2, 2)
                .runs(ConnectCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var endpoint = new EndpointSpec(
                Named.network(typed, 0).text(),
                typed.get(ALIAS),
                typed.get(IP),
                typed.get(IP6),
                typed.get(LINK_LOCAL_IP),
                Optional.empty(),
                typed.get(LINK),
                driverOptions(typed.get(DRIVER_OPT)),
                typed.get(GW_PRIORITY).orElse(0));
        new ConnectNetwork(Named.container(typed, 1), endpoint).run(context.engine(), context.progress());
        return ExitCode.OK;
    }

    private static Map<String, String> driverOptions(List<String> texts) {
        var options = new LinkedHashMap<String, String>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("network connect: \"" + text + "\" is no value for --driver-opt: it looks like NAME=VALUE", ExitCode.FAILED);
            }
            options.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
        }
        return options;
    }
}
