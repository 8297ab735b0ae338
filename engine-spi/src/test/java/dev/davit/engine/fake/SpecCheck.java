package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.LifecycleSpec;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import java.util.OptionalLong;
import java.util.Set;

/// What a specification may not say: contradictions, and what this engine cannot do.
final class SpecCheck {
    private static final long LEAST_MEMORY = 6 << 20;
    private static final Set<String> LOG_OPTIONS =
            Set.of("max-size", "max-file", "compress", "labels", "labels-regex", "env", "env-regex", "tag", "mode", "max-buffer-size");
    private static final Set<String> LOG_DRIVERS = Set.of("json-file", "local", "none");

    private SpecCheck() {}

    static void check(String what, ContainerSpec spec) {
        check(what, spec.resources());
        check(what, spec.lifecycle());
        var directory = spec.process().workingDirectory();
        if (directory.isPresent() && !directory.get().startsWith("/")) {
            throw Oops.invalid(what, "the working directory '" + directory.get() + "' is invalid, it needs to be an absolute path");
        }
        for (var bind : spec.storage().binds()) {
            if (!bind.target().startsWith("/")) throw Oops.invalid(what, "invalid mount path: '" + bind.target() + "' must be absolute");
        }
    }

    private static void check(String what, LifecycleSpec lifecycle) {
        var restart = lifecycle.restart();
        if (lifecycle.autoRemove() && restart.kind() != RestartPolicy.Kind.NO) {
            throw Oops.invalid(what, "can't create 'AutoRemove' container with restart policy");
        }
        if (restart.maximumRetries() != 0 && restart.kind() != RestartPolicy.Kind.ON_FAILURE) {
            throw Oops.invalid(what, "maximum retry count cannot be used with restart policy '" + restart.kind().word() + "'");
        }
        lifecycle.stopSignal().ifPresent(signal -> Signals.required(what, signal));
        var driver = lifecycle.logDriver();
        if (driver.isPresent() && !LOG_DRIVERS.contains(driver.get())) {
            throw Oops.invalid(what, "logger: no log driver named '" + driver.get() + "' is registered");
        }
        for (String option : lifecycle.logOptions().keySet()) {
            if (!LOG_OPTIONS.contains(option)) throw Oops.invalid(what, "unknown log opt '" + option + "' for its log driver");
        }
    }

    static void check(String what, Resources limits) {
        if (limits.blockIoWeight().isPresent()) {
            throw new EngineException.Unsupported(
                    Feature.BLOCK_IO_LIMITS, "cannot " + what + ": this engine does not limit block I/O");
        }
        long memory = limits.memory().orElse(0);
        if (memory != 0 && memory < LEAST_MEMORY) throw Oops.invalid(what, "minimum memory limit allowed is 6MB");
        if (isAbove(memory, limits.memorySwap())) {
            throw Oops.invalid(what, "minimum memoryswap limit should be larger than memory limit, see usage");
        }
        if (memory == 0 && limits.memorySwap().orElse(0) > 0) {
            throw Oops.invalid(what, "you should always set the memory limit when using memoryswap limit, see usage");
        }
        if (memory != 0 && limits.memoryReservation().orElse(0) > memory) {
            throw Oops.invalid(what, "minimum memory limit can not be less than memory reservation limit, see usage");
        }
        if (limits.nanoCpus().orElse(0) > FakeSystem.CPUS * 1_000_000_000L) {
            throw Oops.invalid(what, "range of CPUs is from 0.01 to " + FakeSystem.CPUS + ".00, as there are only " + FakeSystem.CPUS + " CPUs available");
        }
        limits.cpusetCpus().ifPresent(cpus -> checkCpus(what, cpus));
    }

    private static boolean isAbove(long memory, OptionalLong swap) {
        return swap.isPresent() && swap.getAsLong() > 0 && memory > swap.getAsLong();
    }

    private static void checkCpus(String what, String cpus) {
        for (String each : cpus.split("[,-]", -1)) {
            if (!each.matches("\\d{1,9}") || Integer.parseInt(each) >= FakeSystem.CPUS) {
                throw Oops.invalid(what, "requested CPUs are not available - requested " + cpus + ", available: 0-" + (FakeSystem.CPUS - 1));
            }
        }
    }
}
