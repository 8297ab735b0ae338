package dev.davit.cli.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Labels;
import dev.davit.cli.UsageException;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.operation.CreateNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `davit network create`.
public final class CreateCommand {
    private static final Flag<Boolean> ATTACHABLE = Flag.toggle("attachable", "Let containers join by hand where a swarm manages it");
    private static final Flag<Map<String, String>> AUX_ADDRESS = Flag.pairs("aux-address", "An address that is not given out: NAME=ADDRESS");
    private static final Flag<Optional<String>> CONFIG_FROM = Flag.text("config-from", "Take the settings of a configuration network");
    private static final Flag<Boolean> CONFIG_ONLY = Flag.toggle("config-only", "Make a configuration for other networks only");
    private static final Flag<String> DRIVER = Flag.word("driver", 'd', "bridge", "Who makes the network");
    private static final Flag<List<String>> GATEWAY = Flag.commaTexts("gateway", "The network's own address in a subnet");
    private static final Flag<Boolean> INGRESS = Flag.toggle("ingress", "Make a swarm's routing mesh");
    private static final Flag<Boolean> INTERNAL = Flag.toggle("internal", "No way out of it");
    private static final Flag<List<String>> IP_RANGE = Flag.commaTexts("ip-range", "Give out addresses of this part of a subnet only");
    private static final Flag<String> IPAM_DRIVER = Flag.word("ipam-driver", (char) 0, "default", "Who manages its addresses");
    private static final Flag<Map<String, String>> IPAM_OPT = Flag.pairs("ipam-opt", "An option for who manages its addresses: NAME=VALUE");
    private static final Flag<Boolean> IPV4 = Flag.toggledOn("ipv4", (char) 0, "Give out IPv4 addresses");
    private static final Flag<Boolean> IPV6 = Flag.toggle("ipv6", "Give out IPv6 addresses");
    private static final Flag<List<String>> LABEL = Labels.flag((char) 0);
    private static final Flag<Map<String, String>> OPT = Flag.pairs("opt", 'o', "An option for the driver: NAME=VALUE");
    private static final Flag<Optional<String>> SCOPE = Flag.text("scope", "How far it reaches: local, global or swarm");
    private static final Flag<List<String>> SUBNET = Flag.commaTexts("subnet", "Its addresses: ADDRESS/PREFIX");

    private CreateCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network create", "[OPTIONS] NETWORK", "Create a network")
                .flags(ATTACHABLE, AUX_ADDRESS, CONFIG_FROM, CONFIG_ONLY, DRIVER, GATEWAY, INGRESS, INTERNAL, IP_RANGE)
                .flags(IPAM_DRIVER, IPAM_OPT, IPV4, IPV6, LABEL, OPT, SCOPE, SUBNET)
                .arguments(1, 1)
                .runs(CreateCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        if (name.isEmpty()) throw new UsageException("network create: the name is empty", ExitCode.FAILED);
        var spec = NetworkSpec.of(name, draft -> {
            draft.driver = typed.get(DRIVER);
            draft.options = typed.get(OPT);
            draft.labels = Labels.map(typed.get(LABEL));
            draft.internal = typed.get(INTERNAL);
            draft.attachable = typed.get(ATTACHABLE);
            draft.ingress = typed.get(INGRESS);
            draft.configOnly = typed.get(CONFIG_ONLY);
            draft.configFrom = typed.get(CONFIG_FROM);
            draft.scope = typed.get(SCOPE);
            if (typed.has(IPV4)) draft.ipv4 = Optional.of(typed.get(IPV4));
            if (typed.has(IPV6)) draft.ipv6 = Optional.of(typed.get(IPV6));
            draft.addressDriver = typed.get(IPAM_DRIVER);
            draft.addressOptions = typed.get(IPAM_OPT);
            draft.pools = Pools.of(typed.get(SUBNET), typed.get(IP_RANGE), typed.get(GATEWAY), typed.get(AUX_ADDRESS));
        });
        new CreateNetwork(spec).run(context.engine(), context.progress());
        return ExitCode.OK;
    }
}
