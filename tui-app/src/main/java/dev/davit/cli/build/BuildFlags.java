package dev.davit.cli.build;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UserSettings;
import dev.davit.cli.container.NetworkFlags;
import dev.davit.cli.container.ResourceFlags;
import dev.davit.engine.build.BuildSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The flags of `build` and the specification that they make, but for the context.
final class BuildFlags {
    static final Flag<List<String>> ADD_HOST = Flag.many("add-host", (char) 0, "list", "One more line of /etc/hosts: NAME:ADDRESS", NetworkFlags::extraHost);
    static final Flag<List<String>> BUILD_ARG = named("build-arg", "A value for an ARG: NAME=VALUE, or NAME for the caller's variable");
    static final Flag<List<String>> CACHE_FROM = Flag.commaTexts("cache-from", "Images whose layers may serve as cache");
    static final Flag<Optional<String>> CGROUP_PARENT = Flag.text("cgroup-parent", "The control group above those of instructions");
    static final Flag<Boolean> COMPRESS = Flag.toggle("compress", "Send the context compressed by gzip");
    static final Flag<Boolean> FORCE_RM = Flag.toggle("force-rm", "Remove the containers of instructions that failed, too");
    static final Flag<Optional<String>> ISOLATION = Flag.text("isolation", "How containers are isolated, on Windows");
    static final Flag<List<String>> LABEL = named("label", "A label of the image: NAME=VALUE");
    static final Flag<String> NETWORK = Flag.word("network", (char) 0, "default", "The network of RUN instructions");
    static final Flag<Boolean> NO_CACHE = Flag.toggle("no-cache", "Run every instruction");
    static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "The platform of the image: OS[/ARCH[/VARIANT]]");
    static final Flag<Boolean> PULL = Flag.toggle("pull", "Fetch base images anew");
    static final Flag<Boolean> RM = Flag.toggledOn("rm", (char) 0, "Remove the containers of instructions that succeeded");
    static final Flag<List<String>> SECURITY_OPT = Flag.commaTexts("security-opt", "A security option of instructions");
    static final Flag<OptionalLong> SHM_SIZE = Flag.bytes("shm-size", (char) 0, "Size of /dev/shm");
    static final Flag<Boolean> SQUASH = Flag.toggle("squash", "Make one layer of the new ones, on an experimental daemon");
    static final Flag<List<String>> TAG = Flag.many("tag", 't', "list", "A name for the image: NAME[:TAG]", TagText::checked);
    static final Flag<Optional<String>> TARGET = Flag.text("target", "The stage to stop at");

    private BuildFlags() {}

    static List<Flag<?>> all() {
        var flags = new ArrayList<Flag<?>>(List.of(
                ADD_HOST, BUILD_ARG, CACHE_FROM, CGROUP_PARENT, COMPRESS, FORCE_RM, ISOLATION, LABEL, NETWORK, NO_CACHE, PLATFORM, PULL, RM,
                SECURITY_OPT, SHM_SIZE, SQUASH, TAG, TARGET));
        flags.addAll(ResourceFlags.ofBuilds());
        flags.addAll(BuildKitFlags.all());
        flags.sort(Comparator.comparing(Flag::name));
        return flags;
    }

    static void read(Invocation typed, CommandContext context, BuildSpec.Draft draft) {
        draft.tags = typed.get(TAG);
        draft.arguments = arguments(typed.get(BUILD_ARG), context);
        draft.target = typed.get(TARGET).filter(name -> !name.isEmpty());
        draft.labels = labels(typed.get(LABEL));
        draft.network = Optional.of(typed.get(NETWORK));
        draft.platform = typed.get(PLATFORM).or(() -> context.settings().variable("DOCKER_DEFAULT_PLATFORM"));
        draft.pull = typed.get(PULL);
        draft.noCache = typed.get(NO_CACHE);
        draft.cacheFrom = typed.get(CACHE_FROM);
        draft.keepContainers = !typed.get(RM);
        draft.removeAlways = typed.get(FORCE_RM);
        draft.squash = typed.get(SQUASH);
        draft.extraHosts = typed.get(ADD_HOST);
        draft.shmSize = typed.get(SHM_SIZE);
        draft.resources = ResourceFlags.read(typed);
        draft.isolation = typed.get(ISOLATION);
        draft.securityOptions = typed.get(SECURITY_OPT);
        draft.cgroupParent = typed.get(CGROUP_PARENT);
        draft.compress = typed.get(COMPRESS);
        draft.buildKit = BuildKitFlags.read(typed, context.directory());
    }

    /// What is typed goes before the caller's variable of that name, and both before what the configuration says of proxies.
    private static Map<String, Optional<String>> arguments(List<String> typed, CommandContext context) {
        var arguments = new LinkedHashMap<String, Optional<String>>();
        for (String text : typed) {
            int equals = text.indexOf('=');
            if (equals < 0) arguments.put(text, Optional.ofNullable(context.environment().get(text)));
            else arguments.put(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
        }
        UserSettings.proxies(context).forEach((name, value) -> arguments.putIfAbsent(name, Optional.of(value)));
        return arguments;
    }

    private static Map<String, String> labels(List<String> typed) {
        var labels = new LinkedHashMap<String, String>();
        for (String text : typed) {
            int equals = text.indexOf('=');
            labels.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return labels;
    }

    private static Flag<List<String>> named(String name, String help) {
        return Flag.many(name, (char) 0, "list", help, text -> {
            if (text.isEmpty() || text.startsWith("=")) throw new IllegalArgumentException("a name is missing before =");
            return text;
        });
    }
}
