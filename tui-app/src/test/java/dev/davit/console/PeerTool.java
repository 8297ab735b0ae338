package dev.davit.console;

import dev.davit.terminal.Pty;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Another program that lists containers, on a terminal of 160 by 45 as Davit's console is: how long it takes to show what it
/// shows of them, and what it costs.
final class PeerTool implements AutoCloseable {
    /// How long a name may still come that the first screen shows.
    private static final int SECONDS = 5;
    private static final Pattern NAME = Pattern.compile("bench-\\d{3}");
    private static final List<List<String>> ALL = List.of(List.of("docker", "stats"), List.of("ctop"), List.of("lazydocker"), List.of("dry"));

    private final Set<String> names = new HashSet<>();
    private String cut = "";
    private long bytes;
    private long complete;
    private final Pty pty = Pty.open(160, 45, this::take);
    private final long began;
    private final Process program;

    private PeerTool(List<String> command) throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("LANG", "C.UTF-8");
        began = System.nanoTime();
        program = pty.start(environment, command);
    }

    private synchronized void take(byte[] some) {
        bytes += some.length;
        String text = cut + new String(some, StandardCharsets.ISO_8859_1);
        var found = NAME.matcher(text);
        while (found.find()) {
            if (names.add(found.group())) complete = System.nanoTime();
        }
        cut = text.substring(Math.max(0, text.length() - "bench-000".length() + 1));
    }

    private synchronized long bytes() {
        return bytes;
    }

    private synchronized String began() {
        return "%d names after %.0f ms".formatted(names.size(), names.isEmpty() ? 0 : (complete - began) / 1e6);
    }

    /// Prints a row of a table for each that is installed.
    static void printInstalled() throws IOException, InterruptedException {
        for (var command : ALL) {
            if (!installed(command.getFirst())) continue;
            try (var tool = new PeerTool(command)) {
                TimeUnit.SECONDS.sleep(SECONDS);
                String start = tool.began();
                if (!tool.program.isAlive()) {
                    System.out.println("| `" + String.join(" ", command) + "` ended at once, with exit code " + tool.program.exitValue() + " | | | | |");
                    continue;
                }
                ConsoleBench.cost("`" + String.join(" ", command) + "`, in this run; " + start, Cost.of(tool.program.toHandle(), tool::bytes, 20));
            }
        }
    }

    private static boolean installed(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    @Override
    public void close() {
        pty.type("\u0003");
        pty.close();
    }
}
