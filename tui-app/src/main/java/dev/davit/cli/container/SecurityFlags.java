package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.cli.Values;
import dev.davit.engine.container.DeviceRequest;
import dev.davit.engine.container.DeviceSpec;
import dev.davit.engine.container.SecuritySpec;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Flags about what a container may do and what it shares with the host.
final class SecurityFlags {
    static final Flag<List<String>> CAP_ADD = Flag.texts("cap-add", "Add a capability (ALL for all)");
    static final Flag<List<String>> CAP_DROP = Flag.texts("cap-drop", "Take a capability away (ALL for all)");
    static final Flag<Optional<String>> CGROUP_PARENT = Flag.text("cgroup-parent", "The cgroup that its own is made under");
    static final Flag<Optional<String>> CGROUPNS = mode("cgroupns", "Cgroup namespace: host or private", "host", "private");
    static final Flag<List<DeviceSpec>> DEVICE = Flag.many("device", (char) 0, "list", "A host device: PATH[:PATH_INSIDE][:rwm]", SecurityFlags::device);
    static final Flag<List<String>> DEVICE_CGROUP_RULE = Flag.texts("device-cgroup-rule", "Allow devices by number: \"c 42:* rmw\"");
    static final Flag<List<DeviceRequest>> GPUS = Flag.many("gpus", (char) 0, "gpu-request", "GPUs: a number, all, or fields", SecurityFlags::gpus);
    static final Flag<Optional<String>> IPC = Flag.text("ipc", "IPC namespace: private, shareable, host, none, container:NAME");
    static final Flag<Optional<String>> ISOLATION = Flag.text("isolation", "Isolation technology (default on Linux)");
    static final Flag<OptionalInt> OOM_SCORE_ADJ = Flag.integer("oom-score-adj", (char) 0, "How readily it is killed when memory runs out, -1000 to 1000");
    static final Flag<Optional<String>> PID = mode("pid", "PID namespace: host or container:NAME", "host", "container:");
    static final Flag<Boolean> PRIVILEGED = Flag.toggle("privileged", "All capabilities and devices, no confinement");
    static final Flag<Optional<String>> RUNTIME = Flag.text("runtime", "Another OCI runtime");
    static final Flag<List<String>> SECURITY_OPT = Flag.texts("security-opt", "no-new-privileges, seccomp=FILE, apparmor=PROFILE, label=…");
    static final Flag<Map<String, String>> SYSCTL = Flag.pairs("sysctl", "A kernel parameter of its namespaces: NAME=VALUE");
    static final Flag<Optional<String>> USERNS = mode("userns", "User namespace: host", "host");
    static final Flag<Optional<String>> UTS = mode("uts", "UTS namespace: host", "host");

    /// The one option that is no word of the engine's: it takes the usual lists of hidden paths away.
    private static final String ALL_PATHS = "systempaths=unconfined";

    private SecurityFlags() {}

    static List<Flag<?>> all() {
        return List.of(
                CAP_ADD, CAP_DROP, CGROUP_PARENT, CGROUPNS, DEVICE, DEVICE_CGROUP_RULE, GPUS, IPC, ISOLATION,
                OOM_SCORE_ADJ, PID, PRIVILEGED, RUNTIME, SECURITY_OPT, SYSCTL, USERNS, UTS);
    }

    static SecuritySpec read(Invocation typed, Path directory) {
        return SecuritySpec.none().with(draft -> {
            draft.privileged = typed.get(PRIVILEGED);
            draft.addedCapabilities = capabilities(typed.get(CAP_ADD));
            draft.droppedCapabilities = capabilities(typed.get(CAP_DROP));
            var options = typed.get(SECURITY_OPT);
            if (options.contains(ALL_PATHS)) {
                draft.maskedPaths = Optional.of(List.of());
                draft.readOnlyPaths = Optional.of(List.of());
            }
            draft.options = options.stream().filter(option -> !option.equals(ALL_PATHS)).map(option -> option(option, directory)).toList();
            draft.pidMode = typed.get(PID);
            draft.ipcMode = typed.get(IPC);
            draft.utsMode = typed.get(UTS);
            draft.userNamespaceMode = typed.get(USERNS);
            draft.cgroupNamespaceMode = typed.get(CGROUPNS);
            draft.cgroupParent = typed.get(CGROUP_PARENT);
            draft.sysctls = typed.get(SYSCTL);
            draft.devices = typed.get(DEVICE);
            draft.deviceCgroupRules = typed.get(DEVICE_CGROUP_RULE);
            draft.deviceRequests = typed.get(GPUS);
            draft.oomScoreAdjustment = typed.get(OOM_SCORE_ADJ);
            draft.runtime = typed.get(RUNTIME);
            draft.isolation = typed.get(ISOLATION);
        });
    }

    /// One of some words; a word that ends in a colon wants a name behind it. A daemon would take any other for none.
    private static Flag<Optional<String>> mode(String name, String help, String... known) {
        return Flag.one(name, (char) 0, "string", help, text -> {
            boolean fits = text.isEmpty()
                    || Stream.of(known).anyMatch(word ->
                            word.endsWith(":") ? text.startsWith(word) && text.length() > word.length() : text.equals(word));
            if (!fits) {
                var shown = Stream.of(known).map(word -> word.endsWith(":") ? word + "NAME" : word).toList();
                throw new IllegalArgumentException("it takes " + String.join(" or ", shown));
            }
            return text;
        });
    }

    /// In one spelling and order: `net_admin` and `CAP_NET_ADMIN` are the same.
    private static List<String> capabilities(List<String> typed) {
        return typed.stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .map(name -> name.equals("ALL") || name.startsWith("CAP_") ? name : "CAP_" + name)
                .distinct()
                .sorted()
                .toList();
    }

    /// A seccomp profile is a file of the caller's: the engine gets its content.
    private static String option(String text, Path directory) {
        if (!text.startsWith("seccomp=")) return text;
        String value = text.substring("seccomp=".length());
        if (value.equals("unconfined") || value.equals("builtin")) return text;
        try {
            return "seccomp=" + Json.parse(Files.readString(directory.resolve(value))).text(JsonStyle.WIRE);
        } catch (IOException e) {
            throw new UsageException("--security-opt: cannot read the seccomp profile " + value + ": " + e.getMessage());
        } catch (JsonException e) {
            throw new UsageException("--security-opt: the seccomp profile " + value + " is no JSON: " + e.getMessage());
        }
    }

    private static DeviceSpec device(String text) {
        String[] parts = text.split(":", -1);
        String inside = parts[0];
        String permissions = "rwm";
        if (parts.length == 2 && isPermissions(parts[1])) permissions = parts[1];
        else if (parts.length >= 2) inside = parts[1];
        if (parts.length == 3) permissions = parts[2];
        if (parts.length > 3 || parts[0].isEmpty() || !isPermissions(permissions)) {
            throw new IllegalArgumentException("a device looks like /dev/sda[:/dev/inside][:rwm]");
        }
        return new DeviceSpec(parts[0], inside.isEmpty() ? parts[0] : inside, permissions);
    }

    private static boolean isPermissions(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> "rwm".indexOf(c) >= 0) && text.chars().distinct().count() == text.length();
    }

    private static DeviceRequest gpus(String text) {
        String driver = "";
        int count = 0;
        var ids = new ArrayList<String>();
        var capabilities = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (var field : Fields.of(text)) {
            if (!field.hasValue()) {
                count = gpuCount(field.name());
                continue;
            }
            switch (field.name()) {
                case "count" -> count = gpuCount(field.value());
                case "driver" -> driver = field.value();
                case "device" -> ids.addAll(List.of(field.value().split(",")));
                case "capabilities" -> capabilities.addAll(List.of(field.value().split(",")));
                case "options" -> {
                    int equals = field.value().indexOf('=');
                    if (equals <= 0) throw new IllegalArgumentException("options look like options=NAME=VALUE");
                    options.put(field.value().substring(0, equals), field.value().substring(equals + 1));
                }
                default -> throw new IllegalArgumentException("it knows no field " + field.name());
            }
        }
        if (!capabilities.contains("gpu")) capabilities.add("gpu");
        if (count == 0 && ids.isEmpty()) count = 1;
        return new DeviceRequest(driver, count, ids, List.of(capabilities), options);
    }

    private static int gpuCount(String text) {
        return text.equals("all") ? -1 : Math.toIntExact(Values.whole(text));
    }
}
