package dev.davit.operation;

import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.RestartPolicy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Spells a change of limits as the flags that make it.
final class UpdateFlags {
    private UpdateFlags() {}

    static void write(ContainerUpdate change, CommandLine command) {
        var limits = change.resources();
        command.option("--blkio-weight", text(limits.blockIoWeight()))
                .option("--cpu-period", text(limits.cpuPeriod()))
                .option("--cpu-quota", text(limits.cpuQuota()))
                .option("--cpu-rt-period", text(limits.cpuRealtimePeriod()))
                .option("--cpu-rt-runtime", text(limits.cpuRealtimeRuntime()))
                .option("--cpu-shares", text(limits.cpuShares()))
                .option("--cpus", cpus(limits.nanoCpus()))
                .option("--cpuset-cpus", limits.cpusetCpus())
                .option("--cpuset-mems", limits.cpusetMems())
                .option("--memory", text(limits.memory()))
                .option("--memory-reservation", text(limits.memoryReservation()))
                .option("--memory-swap", text(limits.memorySwap()))
                .option("--pids-limit", text(limits.pidsLimit()))
                .option("--restart", change.restart().map(UpdateFlags::policy));
    }

    private static Optional<String> text(OptionalLong value) {
        return value.isPresent() ? Optional.of(Long.toString(value.getAsLong())) : Optional.empty();
    }

    private static Optional<String> text(OptionalInt value) {
        return value.isPresent() ? Optional.of(Integer.toString(value.getAsInt())) : Optional.empty();
    }

    private static Optional<String> cpus(OptionalLong nanos) {
        if (nanos.isEmpty()) return Optional.empty();
        return Optional.of(BigDecimal.valueOf(nanos.getAsLong(), 9).stripTrailingZeros().toPlainString());
    }

    private static String policy(RestartPolicy policy) {
        return policy.kind().word() + (policy.maximumRetries() > 0 ? ":" + policy.maximumRetries() : "");
    }
}
