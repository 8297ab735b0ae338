package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What a container may do, and what it shares with the host.
///
/// @param privileged all capabilities and devices
/// @param addedCapabilities beyond the default set; `ALL` for all
/// @param droppedCapabilities from the default set; `ALL` for all
/// @param options `no-new-privileges`, `seccomp=…`, `apparmor=…`, `label=…`
/// @param pidMode `host` or `container:NAME`; empty: its own
/// @param ipcMode `private`, `shareable`, `host`, `none`, `container:NAME`
/// @param utsMode `host`; empty: its own
/// @param userNamespaceMode `host`; empty: the engine's
/// @param cgroupNamespaceMode `private` or `host`
/// @param cgroupParent the cgroup to be made under
/// @param sysctls kernel parameters of its namespaces
/// @param devices host devices it may use
/// @param deviceCgroupRules `c 42:* rmw` each
/// @param deviceRequests devices by capability
/// @param oomScoreAdjustment -1000 to 1000
/// @param runtime another OCI runtime by name
/// @param isolation only `default` on Linux
/// @param maskedPaths what it cannot read of `/proc` and `/sys`; empty: the engine's usual list; an empty list: it reads all
/// @param readOnlyPaths what it cannot write there; the same
public record SecuritySpec(
        boolean privileged,
        List<String> addedCapabilities,
        List<String> droppedCapabilities,
        List<String> options,
        Optional<String> pidMode,
        Optional<String> ipcMode,
        Optional<String> utsMode,
        Optional<String> userNamespaceMode,
        Optional<String> cgroupNamespaceMode,
        Optional<String> cgroupParent,
        Map<String, String> sysctls,
        List<DeviceSpec> devices,
        List<String> deviceCgroupRules,
        List<DeviceRequest> deviceRequests,
        OptionalInt oomScoreAdjustment,
        Optional<String> runtime,
        Optional<String> isolation,
        Optional<List<String>> maskedPaths,
        Optional<List<String>> readOnlyPaths) {

    public SecuritySpec {
        addedCapabilities = List.copyOf(addedCapabilities);
        droppedCapabilities = List.copyOf(droppedCapabilities);
        options = List.copyOf(options);
        sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
        devices = List.copyOf(devices);
        deviceCgroupRules = List.copyOf(deviceCgroupRules);
        deviceRequests = List.copyOf(deviceRequests);
        maskedPaths = maskedPaths.map(List::copyOf);
        readOnlyPaths = readOnlyPaths.map(List::copyOf);
    }

    /// Nothing said: the engine's defaults.
    public static SecuritySpec none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public SecuritySpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.privileged = privileged;
        draft.addedCapabilities = addedCapabilities;
        draft.droppedCapabilities = droppedCapabilities;
        draft.options = options;
        draft.pidMode = pidMode;
        draft.ipcMode = ipcMode;
        draft.utsMode = utsMode;
        draft.userNamespaceMode = userNamespaceMode;
        draft.cgroupNamespaceMode = cgroupNamespaceMode;
        draft.cgroupParent = cgroupParent;
        draft.sysctls = sysctls;
        draft.devices = devices;
        draft.deviceCgroupRules = deviceCgroupRules;
        draft.deviceRequests = deviceRequests;
        draft.oomScoreAdjustment = oomScoreAdjustment;
        draft.runtime = runtime;
        draft.isolation = isolation;
        draft.maskedPaths = maskedPaths;
        draft.readOnlyPaths = readOnlyPaths;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public boolean privileged = false;
        public List<String> addedCapabilities = List.of();
        public List<String> droppedCapabilities = List.of();
        public List<String> options = List.of();
        public Optional<String> pidMode = Optional.empty();
        public Optional<String> ipcMode = Optional.empty();
        public Optional<String> utsMode = Optional.empty();
        public Optional<String> userNamespaceMode = Optional.empty();
        public Optional<String> cgroupNamespaceMode = Optional.empty();
        public Optional<String> cgroupParent = Optional.empty();
        public Map<String, String> sysctls = Map.of();
        public List<DeviceSpec> devices = List.of();
        public List<String> deviceCgroupRules = List.of();
        public List<DeviceRequest> deviceRequests = List.of();
        public OptionalInt oomScoreAdjustment = OptionalInt.empty();
        public Optional<String> runtime = Optional.empty();
        public Optional<String> isolation = Optional.empty();
        public Optional<List<String>> maskedPaths = Optional.empty();
        public Optional<List<String>> readOnlyPaths = Optional.empty();

        /// The finished record.
        public SecuritySpec build() {
            return new SecuritySpec(
                    privileged,
                    addedCapabilities,
                    droppedCapabilities,
                    options,
                    pidMode,
                    ipcMode,
                    utsMode,
                    userNamespaceMode,
                    cgroupNamespaceMode,
                    cgroupParent,
                    sysctls,
                    devices,
                    deviceCgroupRules,
                    deviceRequests,
                    oomScoreAdjustment,
                    runtime,
                    isolation,
                    maskedPaths,
                    readOnlyPaths);
        }
    }
}
