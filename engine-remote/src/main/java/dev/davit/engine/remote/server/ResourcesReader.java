package dev.davit.engine.remote.server;

import dev.davit.engine.container.DeviceRate;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.Ulimit;
import java.util.List;

/// Reads a container's limits, from `HostConfig` or from an update. Zero says nothing, but for what Docker keeps apart from
/// nothing: swappiness and the limit on processes.
final class ResourcesReader {
    private ResourcesReader() {}

    static Resources read(Members host) {
        return Resources.none().with(draft -> {
            draft.memory = host.number("Memory");
            draft.memoryReservation = host.number("MemoryReservation");
            draft.memorySwap = host.number("MemorySwap");
            draft.memorySwappiness = host.givenInt("MemorySwappiness");
            draft.kernelMemory = host.number("KernelMemory");
            draft.oomKillDisable = host.told("OomKillDisable");
            draft.nanoCpus = host.number("NanoCpus");
            draft.cpuShares = host.number("CpuShares");
            draft.cpuPeriod = host.number("CpuPeriod");
            draft.cpuQuota = host.number("CpuQuota");
            draft.cpuRealtimePeriod = host.number("CpuRealtimePeriod");
            draft.cpuRealtimeRuntime = host.number("CpuRealtimeRuntime");
            draft.cpusetCpus = host.text("CpusetCpus");
            draft.cpusetMems = host.text("CpusetMems");
            draft.pidsLimit = host.given("PidsLimit");
            draft.blockIoWeight = host.numberInt("BlkioWeight");
            draft.blockIoWeightDevices = rates(host, "BlkioWeightDevice", "Weight");
            draft.deviceReadBps = rates(host, "BlkioDeviceReadBps", "Rate");
            draft.deviceWriteBps = rates(host, "BlkioDeviceWriteBps", "Rate");
            draft.deviceReadIops = rates(host, "BlkioDeviceReadIOps", "Rate");
            draft.deviceWriteIops = rates(host, "BlkioDeviceWriteIOps", "Rate");
            draft.ulimits = host.each("Ulimits", limit ->
                    new Ulimit(limit.string("Name"), limit.given("Soft").orElse(0), limit.given("Hard").orElse(0)));
        });
    }

    private static List<DeviceRate> rates(Members host, String name, String value) {
        return host.each(name, rate -> new DeviceRate(rate.string("Path"), rate.given(value).orElse(0)));
    }
}
