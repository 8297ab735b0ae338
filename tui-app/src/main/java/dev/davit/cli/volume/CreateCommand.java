package dev.davit.cli.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Labels;
import dev.davit.cli.UsageException;
import dev.davit.engine.volume.ClusterVolumeSpec;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.operation.CreateVolume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// `davit volume create`.
public final class CreateCommand {
    private static final Flag<String> AVAILABILITY = Flag.word("availability", (char) 0, "active", "Whether a swarm may use it: active, pause or drain");
    private static final Flag<String> DRIVER = Flag.word("driver", 'd', "local", "Who keeps it");
    private static final Flag<Optional<String>> GROUP = Flag.text("group", "The group of a cluster volume");
    private static final Flag<List<String>> LABEL = Labels.flag((char) 0);
    private static final Flag<OptionalLong> LIMIT_BYTES = Flag.bytes("limit-bytes", (char) 0, "The most that a cluster volume may hold");
    /// Docker's older spelling of the name.
    private static final Flag<Optional<String>> NAME = Flag.text("name", "Its name");
    private static final Flag<Map<String, String>> OPT = Flag.pairs("opt", 'o', "An option for the driver: NAME=VALUE");
    private static final Flag<OptionalLong> REQUIRED_BYTES = Flag.bytes("required-bytes", (char) 0, "The least that a cluster volume must hold");
    private static final Flag<String> SCOPE = Flag.word("scope", (char) 0, "single", "How many nodes may use a cluster volume: single or multi");
    private static final Flag<Map<String, String>> SECRET = Flag.pairs("secret", "A secret for a cluster volume's plugin: KEY=SECRET");
    private static final Flag<String> SHARING = Flag.word("sharing", (char) 0, "none", "How a cluster volume is shared: none, readonly, onewriter or all");
    private static final Flag<List<Map<String, String>>> PREFERRED = Flag.many("topology-preferred", (char) 0, "list", "Where a cluster volume should lie: NAME=VALUE[,NAME=VALUE...]", CreateCommand::topology);
    private static final Flag<List<Map<String, String>>> REQUIRED = Flag.many("topology-required", (char) 0, "list", "Where a cluster volume must be reached from: NAME=VALUE[,NAME=VALUE...]", CreateCommand::topology);
    private static final Flag<String> TYPE = Flag.word("type", (char) 0, "block", "What a cluster volume is: mount or block");

    private CreateCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("volume create", "[OPTIONS] [VOLUME]", "Create a volume")
                .flags(AVAILABILITY, DRIVER, GROUP, LABEL, LIMIT_BYTES, NAME, OPT, REQUIRED_BYTES, SCOPE, SECRET, SHARING)
                .flags(PREFERRED, REQUIRED, TYPE)
                .arguments(0, 1)
                .runs(CreateCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var argument = typed.arguments().stream().findFirst();
        if (typed.has(NAME) && argument.isPresent()) {
            throw new UsageException("volume create: it has two names, by --name and as an argument", ExitCode.FAILED);
        }
        var spec = new VolumeSpec(
                argument.or(() -> typed.get(NAME)).filter(name -> !name.isEmpty()),
                typed.get(DRIVER),
                typed.get(OPT),
                Labels.map(typed.get(LABEL)),
                isCluster(typed) ? Optional.of(cluster(typed)) : Optional.empty());
        new CreateVolume(spec).run(context.engine(), context.progress());
        return ExitCode.OK;
    }

    private static boolean isCluster(Invocation typed) {
        return Stream.of(AVAILABILITY, GROUP, LIMIT_BYTES, REQUIRED_BYTES, SCOPE, SECRET, SHARING, PREFERRED, REQUIRED, TYPE)
                .anyMatch(typed::has);
    }

    private static ClusterVolumeSpec cluster(Invocation typed) {
        return new ClusterVolumeSpec(
                typed.get(GROUP).orElse(""),
                typed.get(SCOPE),
                typed.get(SHARING),
                typed.get(TYPE),
                typed.get(AVAILABILITY),
                typed.get(REQUIRED_BYTES),
                typed.get(LIMIT_BYTES),
                typed.get(SECRET),
                typed.get(REQUIRED),
                typed.get(PREFERRED));
    }

    private static Map<String, String> topology(String text) {
        var segments = new LinkedHashMap<String, String>();
        for (String segment : text.split(",", -1)) {
            int equals = segment.indexOf('=');
            segments.put(equals < 0 ? segment : segment.substring(0, equals), equals < 0 ? "" : segment.substring(equals + 1));
        }
        return segments;
    }
}
