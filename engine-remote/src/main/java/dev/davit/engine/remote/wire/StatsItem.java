package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /containers/{id}/stats`.
@Json(naming = Naming.LowerUnderscore)
public record StatsItem(
        @Nullable String id,
        @Nullable String name,
        @Nullable String read,
        @Nullable String preread,
        @Nullable Pids pidsStats,
        @Nullable Map<String, Interface> networks,
        @Nullable Memory memoryStats,
        @Nullable Cpu cpuStats,
        @Nullable Cpu precpuStats,
        @Nullable BlockIo blkioStats) {

    /// `pids_stats`.
    @Json(naming = Naming.LowerUnderscore)
    public record Pids(@Nullable Long current) {}

    /// One interface.
    @Json(naming = Naming.LowerUnderscore)
    public record Interface(long rxBytes, long txBytes) {}

    /// `memory_stats`.
    @Json(naming = Naming.LowerUnderscore)
    public record Memory(@Nullable Long usage, @Nullable Detail stats, @Nullable Long limit) {}

    /// `memory_stats.stats`: what the kernel can drop, cgroup v1 and v2.
    @Json(naming = Naming.LowerUnderscore)
    public record Detail(@Nullable Long totalInactiveFile, @Nullable Long inactiveFile) {}

    /// `cpu_stats`.
    @Json(naming = Naming.LowerUnderscore)
    public record Cpu(@Nullable Usage cpuUsage, @Nullable Long systemCpuUsage, @Nullable Integer onlineCpus) {}

    /// `cpu_usage`.
    @Json(naming = Naming.LowerUnderscore)
    public record Usage(long totalUsage, @Nullable List<Long> percpuUsage) {}

    /// `blkio_stats`.
    @Json(naming = Naming.LowerUnderscore)
    public record BlockIo(@Nullable List<Entry> ioServiceBytesRecursive) {}

    /// One counter.
    @Json
    public record Entry(@Nullable String op, long value) {}
}
