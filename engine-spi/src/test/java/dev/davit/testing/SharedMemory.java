package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What processes hold of the memory.
public final class SharedMemory {
    private SharedMemory() {}

    /// The proportional set size of a process in KiB: what it shares is divided among those that do. Source: proc_pid_smaps(5).
    public static long pss(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("/proc/" + pid + "/smaps_rollup tells no Pss"));
        }
    }
}
