package dev.davit.console;

import dev.davit.testing.SharedMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// What a program costs while nobody types.
///
/// @param seconds how long it was looked at
/// @param cpu its share of one core, in percent
/// @param terminal bytes a second to the terminal
/// @param other bytes in all that it wrote to anything but the terminal: requests, above all
/// @param daemons dockerd's and containerd's share of one core together, in percent
/// @param pss what it held of the memory at the end, in MiB
record Cost(double seconds, double cpu, double terminal, long other, double daemons, double pss) {
    /// Looks at a program for so long.
    ///
    /// @param written how many bytes have come to its terminal
    static Cost of(ProcessHandle program, LongSupplier written, int seconds) throws IOException, InterruptedException {
        var daemons = daemonsOfThis();
        long bytes = written.getAsLong();
        long all = allWritten(program.pid());
        long ticks = ticks(program.pid());
        long theirs = ticks(daemons);
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double span = (System.nanoTime() - from) / 1e9;
        long terminal = written.getAsLong() - bytes;
        return new Cost(
                span,
                (ticks(program.pid()) - ticks) / span,
                terminal / span,
                allWritten(program.pid()) - all - terminal,
                (ticks(daemons) - theirs) / span,
                SharedMemory.pss(program.pid()) / 1024.0);
    }

    /// The daemon that was started for this, if one was; else all on this machine.
    private static List<Long> daemonsOfThis() {
        var own = daemonsAmong(ProcessHandle.current().parent().stream().flatMap(ProcessHandle::descendants));
        return own.isEmpty() ? daemonsAmong(ProcessHandle.allProcesses()) : own;
    }

    private static List<Long> daemonsAmong(Stream<ProcessHandle> among) {
        return among.filter(process -> process.info().command().filter(command -> command.endsWith("/dockerd") || command.endsWith("/containerd")).isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static long ticks(List<Long> processes) throws IOException {
        long all = 0;
        for (long pid : processes) all += ticks(pid);
        return all;
    }

    /// The hundredths of a second that a process has used: fields 14 and 15 of /proc/pid/stat, proc(5).
    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
    }

    /// The bytes that a process has written, sockets counted: wchar of /proc/pid/io, proc(5).
    private static long allWritten(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/io"))) {
            return lines.filter(line -> line.startsWith("wchar:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("/proc/" + pid + "/io tells no wchar"));
        }
    }
}
