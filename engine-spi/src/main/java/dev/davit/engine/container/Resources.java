package dev.davit.engine.container;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A container's share of the machine. Sizes are bytes, times microseconds unless said otherwise; what is empty is not limited
/// (at creation) or stays as it is (in an update). Sources: cgroups(7), Docker's HostConfig.
///
/// @param memory hard limit; at least 6 MiB on Docker
/// @param memoryReservation soft limit, below `memory`
/// @param memorySwap memory and swap together; -1 for no limit
/// @param memorySwappiness 0 to 100, or -1
/// @param kernelMemory hard limit for the kernel's memory (cgroup v1, deprecated)
/// @param oomKillDisable whether the kernel spares it when memory runs out (cgroup v1)
/// @param nanoCpus CPUs in billionths: 1.5 CPUs are 1500000000
/// @param cpuShares relative weight, 2 to 262144
/// @param cpuPeriod length of a CFS period
/// @param cpuQuota CPU time per period; -1 for no limit
/// @param cpuRealtimePeriod length of a real-time period
/// @param cpuRealtimeRuntime real-time CPU time per period
/// @param cpusetCpus CPUs it may use: `0-2,7`
/// @param cpusetMems memory nodes it may use: `0`
/// @param pidsLimit processes and threads; 0 or -1 for no limit
/// @param blockIoWeight 10 to 1000
/// @param blockIoWeightDevices weights per device
/// @param deviceReadBps bytes read per second, per device
/// @param deviceWriteBps bytes written per second, per device
/// @param deviceReadIops reads per second, per device
/// @param deviceWriteIops writes per second, per device
/// @param ulimits process limits
public record Resources(
        OptionalLong memory,
        OptionalLong memoryReservation,
        OptionalLong memorySwap,
        OptionalInt memorySwappiness,
        OptionalLong kernelMemory,
        Optional<Boolean> oomKillDisable,
        OptionalLong nanoCpus,
        OptionalLong cpuShares,
        OptionalLong cpuPeriod,
        OptionalLong cpuQuota,
        OptionalLong cpuRealtimePeriod,
        OptionalLong cpuRealtimeRuntime,
        Optional<String> cpusetCpus,
        Optional<String> cpusetMems,
        OptionalLong pidsLimit,
        OptionalInt blockIoWeight,
        List<DeviceRate> blockIoWeightDevices,
        List<DeviceRate> deviceReadBps,
        List<DeviceRate> deviceWriteBps,
        List<DeviceRate> deviceReadIops,
        List<DeviceRate> deviceWriteIops,
        List<Ulimit> ulimits) {

    public Resources {
        blockIoWeightDevices = List.copyOf(blockIoWeightDevices);
        deviceReadBps = List.copyOf(deviceReadBps);
        deviceWriteBps = List.copyOf(deviceWriteBps);
        deviceReadIops = List.copyOf(deviceReadIops);
        deviceWriteIops = List.copyOf(deviceWriteIops);
        ulimits = List.copyOf(ulimits);
    }

    /// Nothing said: the engine's defaults.
    public static Resources none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public Resources with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.memory = memory;
        draft.memoryReservation = memoryReservation;
        draft.memorySwap = memorySwap;
        draft.memorySwappiness = memorySwappiness;
        draft.kernelMemory = kernelMemory;
        draft.oomKillDisable = oomKillDisable;
        draft.nanoCpus = nanoCpus;
        draft.cpuShares = cpuShares;
        draft.cpuPeriod = cpuPeriod;
        draft.cpuQuota = cpuQuota;
        draft.cpuRealtimePeriod = cpuRealtimePeriod;
        draft.cpuRealtimeRuntime = cpuRealtimeRuntime;
        draft.cpusetCpus = cpusetCpus;
        draft.cpusetMems = cpusetMems;
        draft.pidsLimit = pidsLimit;
        draft.blockIoWeight = blockIoWeight;
        draft.blockIoWeightDevices = blockIoWeightDevices;
        draft.deviceReadBps = deviceReadBps;
        draft.deviceWriteBps = deviceWriteBps;
        draft.deviceReadIops = deviceReadIops;
        draft.deviceWriteIops = deviceWriteIops;
        draft.ulimits = ulimits;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public OptionalLong memory = OptionalLong.empty();
        public OptionalLong memoryReservation = OptionalLong.empty();
        public OptionalLong memorySwap = OptionalLong.empty();
        public OptionalInt memorySwappiness = OptionalInt.empty();
        public OptionalLong kernelMemory = OptionalLong.empty();
        public Optional<Boolean> oomKillDisable = Optional.empty();
        public OptionalLong nanoCpus = OptionalLong.empty();
        public OptionalLong cpuShares = OptionalLong.empty();
        public OptionalLong cpuPeriod = OptionalLong.empty();
        public OptionalLong cpuQuota = OptionalLong.empty();
        public OptionalLong cpuRealtimePeriod = OptionalLong.empty();
        public OptionalLong cpuRealtimeRuntime = OptionalLong.empty();
        public Optional<String> cpusetCpus = Optional.empty();
        public Optional<String> cpusetMems = Optional.empty();
        public OptionalLong pidsLimit = OptionalLong.empty();
        public OptionalInt blockIoWeight = OptionalInt.empty();
        public List<DeviceRate> blockIoWeightDevices = List.of();
        public List<DeviceRate> deviceReadBps = List.of();
        public List<DeviceRate> deviceWriteBps = List.of();
        public List<DeviceRate> deviceReadIops = List.of();
        public List<DeviceRate> deviceWriteIops = List.of();
        public List<Ulimit> ulimits = List.of();

        /// The finished record.
        public Resources build() {
            return new Resources(
                    memory,
                    memoryReservation,
                    memorySwap,
                    memorySwappiness,
                    kernelMemory,
                    oomKillDisable,
                    nanoCpus,
                    cpuShares,
                    cpuPeriod,
                    cpuQuota,
                    cpuRealtimePeriod,
                    cpuRealtimeRuntime,
                    cpusetCpus,
                    cpusetMems,
                    pidsLimit,
                    blockIoWeight,
                    blockIoWeightDevices,
                    deviceReadBps,
                    deviceWriteBps,
                    deviceReadIops,
                    deviceWriteIops,
                    ulimits);
        }
    }
}
