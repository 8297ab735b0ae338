package dev.davit.engine.remote;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.document.Document;
import dev.davit.engine.remote.wire.StatsItem;
import dev.davit.engine.system.StatsSample;
import dev.davit.engine.system.StatsSample.Cpu;
import dev.davit.engine.system.StatsSample.Memory;
import dev.davit.engine.system.StatsSample.Previous;
import dev.davit.engine.system.StatsSample.Traffic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A daemon's statistics document as a sample. Memory is counted as docker shows it: without the inactive page cache, which is
/// `total_inactive_file` under cgroup v1 and `inactive_file` under v2.
final class StatsTranslation {
    private StatsTranslation() {}

    /// The sample; empty for the hollow document that a daemon sends while the container does not run.
    static Optional<StatsSample> sample(ContainerId id, StatsItem item, String json) {
        var read = WireJson.time(item.read());
        if (read.isEmpty()) return Optional.empty();
        var before = WireJson.time(item.preread());
        String name = WireJson.text(item.name());
        long pids = item.pidsStats() == null ? 0 : orZero(item.pidsStats().current());
        return Optional.of(new StatsSample(
                id,
                name.startsWith("/") ? name.substring(1) : name,
                read.get(),
                cpu(item.cpuStats()),
                before.map(time -> new Previous(time, cpu(item.precpuStats()))),
                memory(item.memoryStats()),
                network(item),
                blockIo(item.blkioStats()),
                pids,
                new Document(json)));
    }

    private static Cpu cpu(StatsItem.@Nullable Cpu cpu) {
        if (cpu == null) return new Cpu(0, 0, 0);
        var usage = cpu.cpuUsage();
        int online = cpu.onlineCpus() == null ? 0 : cpu.onlineCpus();
        if (online == 0 && usage != null) online = WireJson.list(usage.percpuUsage()).size();
        return new Cpu(usage == null ? 0 : usage.totalUsage(), orZero(cpu.systemCpuUsage()), online);
    }

    private static Memory memory(StatsItem.@Nullable Memory memory) {
        if (memory == null) return new Memory(0, 0);
        long usage = orZero(memory.usage());
        long cache = 0;
        var detail = memory.stats();
        if (detail != null) {
            cache = detail.totalInactiveFile() != null ? detail.totalInactiveFile() : orZero(detail.inactiveFile());
        }
        return new Memory(cache < usage ? usage - cache : usage, orZero(memory.limit()));
    }

    private static Traffic network(StatsItem item) {
        long in = 0;
        long out = 0;
        for (var link : WireJson.map(item.networks()).values()) {
            in += link.rxBytes();
            out += link.txBytes();
        }
        return new Traffic(in, out);
    }

    private static Traffic blockIo(StatsItem.@Nullable BlockIo io) {
        long in = 0;
        long out = 0;
        if (io != null) {
            for (var entry : WireJson.list(io.ioServiceBytesRecursive())) {
                String op = WireJson.text(entry.op());
                if (op.equalsIgnoreCase("read")) in += entry.value();
                if (op.equalsIgnoreCase("write")) out += entry.value();
            }
        }
        return new Traffic(in, out);
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
