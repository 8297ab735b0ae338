package dev.davit.engine.system;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One container's figures at one moment.
///
/// @param container whose
/// @param name its name without leading slash
/// @param time when they were read
/// @param cpu used since it started
/// @param previous the reading before and its time: percentages are of the span between the two
/// @param memory now
/// @param network since it started, all interfaces together
/// @param blockIo since it started, all devices together
/// @param pids processes and threads now
/// @param document Docker's stats document
public record StatsSample(
        ContainerId container,
        String name,
        Instant time,
        Cpu cpu,
        Optional<Previous> previous,
        Memory memory,
        Traffic network,
        Traffic blockIo,
        long pids,
        Document document) {

    /// CPU time.
    ///
    /// @param totalNanos of the container
    /// @param systemNanos of the whole machine, all CPUs together, 0 when not known
    /// @param onlineCpus of the machine
    public record Cpu(long totalNanos, long systemNanos, int onlineCpus) {}

    /// The reading before.
    ///
    /// @param time when
    /// @param cpu the figures then
    public record Previous(Instant time, Cpu cpu) {}

    /// Memory in bytes.
    ///
    /// @param used without what the kernel can drop at once (inactive page cache), as docker shows it
    /// @param limit the container's, or the machine's memory
    public record Memory(long used, long limit) {

        /// Used of the limit, 0 to 100.
        public double percent() {
            return limit > 0 ? used * 100.0 / limit : 0;
        }
    }

    /// Bytes in two directions.
    ///
    /// @param in received or read
    /// @param out sent or written
    public record Traffic(long in, long out) {}

    /// CPU use in percent of one core over the span since the reading before: 200 means two cores busy. Of the sample's own
    /// clocks, never of the time that it took to arrive. 0 without a reading before.
    public double cpuPercent() {
        if (previous.isEmpty()) return 0;
        var before = previous.get();
        double used = (double) cpu.totalNanos - before.cpu.totalNanos;
        double machine = (double) cpu.systemNanos - before.cpu.systemNanos;
        if (used <= 0) return 0;
        if (cpu.systemNanos > 0 && before.cpu.systemNanos > 0) {
            return machine > 0 ? used / machine * cpu.onlineCpus * 100 : 0;
        }
        double span = Duration.between(before.time, time).toNanos();
        return span > 0 ? used / span * 100 : 0;
    }
}
