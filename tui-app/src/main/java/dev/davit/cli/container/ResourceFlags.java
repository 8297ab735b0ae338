package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Values;
import dev.davit.engine.container.DeviceRate;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.Ulimit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// Flags that limit what a container uses. `update` knows the first group, `create` and `run` both.
public final class ResourceFlags {
    static final Flag<OptionalInt> BLKIO_WEIGHT =
            new Flag<>("blkio-weight", (char) 0, "uint16", OptionalInt.empty(), "0", "Weight of its block I/O, 10 to 1000", (soFar, text) ->
                    weight(text));
    static final Flag<OptionalLong> CPU_PERIOD = Flag.number("cpu-period", "Length of a CFS period in microseconds");
    static final Flag<OptionalLong> CPU_QUOTA = Flag.number("cpu-quota", "CPU time per CFS period in microseconds");
    static final Flag<OptionalLong> CPU_RT_PERIOD = Flag.number("cpu-rt-period", "Length of a real-time period in microseconds");
    static final Flag<OptionalLong> CPU_RT_RUNTIME = Flag.number("cpu-rt-runtime", "Real-time CPU time per period in microseconds");
    static final Flag<OptionalLong> CPU_SHARES = Flag.number("cpu-shares", 'c', "Weight of its CPU time");
    static final Flag<Optional<Long>> CPUS = Flag.one("cpus", (char) 0, "decimal", "How many CPUs it may use", Values::nanoCpus);
    static final Flag<Optional<String>> CPUSET_CPUS = Flag.text("cpuset-cpus", "Which CPUs it may use (0-3, 0,1)");
    static final Flag<Optional<String>> CPUSET_MEMS = Flag.text("cpuset-mems", "Which memory nodes it may use (0-3, 0,1)");
    static final Flag<OptionalLong> MEMORY = Flag.bytes("memory", 'm', "Most memory it may use");
    static final Flag<OptionalLong> MEMORY_RESERVATION = Flag.bytes("memory-reservation", (char) 0, "Memory it is pushed back to when memory is short");
    static final Flag<OptionalLong> MEMORY_SWAP = Flag.bytes("memory-swap", (char) 0, "Most memory and swap together, -1 for no limit");
    static final Flag<OptionalLong> PIDS_LIMIT = Flag.number("pids-limit", "Most processes and threads, -1 for no limit");

    static final Flag<List<DeviceRate>> BLKIO_WEIGHT_DEVICE = rates("blkio-weight-device", "Weight of its block I/O on one device", Values::whole);
    static final Flag<List<DeviceRate>> DEVICE_READ_BPS = rates("device-read-bps", "Most bytes read per second from a device", Values::bytes);
    static final Flag<List<DeviceRate>> DEVICE_READ_IOPS = rates("device-read-iops", "Most reads per second from a device", Values::whole);
    static final Flag<List<DeviceRate>> DEVICE_WRITE_BPS = rates("device-write-bps", "Most bytes written per second to a device", Values::bytes);
    static final Flag<List<DeviceRate>> DEVICE_WRITE_IOPS = rates("device-write-iops", "Most writes per second to a device", Values::whole);
    static final Flag<OptionalLong> KERNEL_MEMORY = Flag.bytes("kernel-memory", (char) 0, "Most kernel memory (cgroup v1)");
    static final Flag<OptionalInt> MEMORY_SWAPPINESS =
            new Flag<>("memory-swappiness", (char) 0, "int", OptionalInt.empty(), "-1", "How readily it is swapped out, 0 to 100", (soFar, text) ->
                    OptionalInt.of(Math.toIntExact(Values.whole(text))));
    static final Flag<Boolean> OOM_KILL_DISABLE = Flag.toggle("oom-kill-disable", "Spare it when memory runs out");
    static final Flag<List<Ulimit>> ULIMIT = Flag.many("ulimit", (char) 0, "ulimit", "[]", "A process limit: NAME=SOFT[:HARD]", ResourceFlags::ulimit);

    private ResourceFlags() {}

    /// Those that can be changed while a container exists.
    static List<Flag<?>> changeable() {
        return List.of(
                BLKIO_WEIGHT, CPU_PERIOD, CPU_QUOTA, CPU_RT_PERIOD, CPU_RT_RUNTIME, CPU_SHARES, CPUS, CPUSET_CPUS,
                CPUSET_MEMS, MEMORY, MEMORY_RESERVATION, MEMORY_SWAP, PIDS_LIMIT);
    }

    /// Those that are fixed at creation.
    static List<Flag<?>> fixed() {
        return List.of(
                BLKIO_WEIGHT_DEVICE, DEVICE_READ_BPS, DEVICE_READ_IOPS, DEVICE_WRITE_BPS, DEVICE_WRITE_IOPS,
                KERNEL_MEMORY, MEMORY_SWAPPINESS, OOM_KILL_DISABLE, ULIMIT);
    }

    /// Those that a build can set for its instructions.
    public static List<Flag<?>> ofBuilds() {
        return List.of(CPU_PERIOD, CPU_QUOTA, CPU_SHARES, CPUSET_CPUS, CPUSET_MEMS, MEMORY, MEMORY_SWAP, ULIMIT);
    }

    public static Resources read(Invocation typed) {
        return Resources.none().with(draft -> {
            draft.blockIoWeight = typed.get(BLKIO_WEIGHT);
            draft.cpuPeriod = typed.get(CPU_PERIOD);
            draft.cpuQuota = typed.get(CPU_QUOTA);
            draft.cpuRealtimePeriod = typed.get(CPU_RT_PERIOD);
            draft.cpuRealtimeRuntime = typed.get(CPU_RT_RUNTIME);
            draft.cpuShares = typed.get(CPU_SHARES);
            draft.nanoCpus = typed.get(CPUS).map(OptionalLong::of).orElse(OptionalLong.empty());
            draft.cpusetCpus = typed.get(CPUSET_CPUS);
            draft.cpusetMems = typed.get(CPUSET_MEMS);
            draft.memory = typed.get(MEMORY);
            draft.memoryReservation = typed.get(MEMORY_RESERVATION);
            draft.memorySwap = typed.get(MEMORY_SWAP);
            draft.pidsLimit = typed.get(PIDS_LIMIT);
            draft.blockIoWeightDevices = typed.get(BLKIO_WEIGHT_DEVICE);
            draft.deviceReadBps = typed.get(DEVICE_READ_BPS);
            draft.deviceReadIops = typed.get(DEVICE_READ_IOPS);
            draft.deviceWriteBps = typed.get(DEVICE_WRITE_BPS);
            draft.deviceWriteIops = typed.get(DEVICE_WRITE_IOPS);
            draft.kernelMemory = typed.get(KERNEL_MEMORY);
            draft.memorySwappiness = typed.get(MEMORY_SWAPPINESS);
            draft.oomKillDisable = typed.has(OOM_KILL_DISABLE) ? Optional.of(typed.get(OOM_KILL_DISABLE)) : Optional.empty();
            draft.ulimits = typed.get(ULIMIT);
        });
    }

    private static OptionalInt weight(String text) {
        long weight = Values.whole(text);
        if (weight != 0 && (weight < 10 || weight > 1000)) {
            throw new IllegalArgumentException("a weight is 10 to 1000, or 0 for none");
        }
        return OptionalInt.of((int) weight);
    }

    private static Flag<List<DeviceRate>> rates(String name, String help, ToLongFunction<String> value) {
        return Flag.many(name, (char) 0, "list", "[]", help, text -> {
            int colon = text.lastIndexOf(':');
            if (colon <= 0 || !text.startsWith("/dev/")) {
                throw new IllegalArgumentException("it looks like /dev/sda:VALUE");
            }
            return new DeviceRate(text.substring(0, colon), value.applyAsLong(text.substring(colon + 1)));
        });
    }

    private static Ulimit ulimit(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) throw new IllegalArgumentException("a limit looks like nofile=1024:2048");
        String[] limits = text.substring(equals + 1).split(":", -1);
        if (limits.length > 2) throw new IllegalArgumentException("a limit looks like nofile=1024:2048");
        long soft = Values.whole(limits[0]);
        long hard = limits.length == 2 ? Values.whole(limits[1]) : soft;
        if (hard != -1 && (soft == -1 || soft > hard)) {
            throw new IllegalArgumentException("the soft limit is above the hard one");
        }
        return new Ulimit(text.substring(0, equals), soft, hard);
    }
}
