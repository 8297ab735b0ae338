package dev.davit.engine.remote.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One ssh that ends when davit does, also when davit is killed.
///
/// A shell stands between: it watches a pipe that davit holds open and ends ssh when the pipe is closed, by whatever. Keys
/// that the terminal turns into signals (Ctrl-C) are for davit to act on, so ssh gets none of them, and no terminal
/// to ask on: the terminal is in use. What ssh complains of goes to a file in the private folder.
final class SshProcess implements AutoCloseable {
    private static final String WATCH_INPUT = "-";
    private static final int PATIENCE_S = 5;

    /// Arguments: the pipe to watch (`-` for standard input), the private folder, and ssh's command line.
    private static final String KEEPER = """
            trap '' HUP INT QUIT TSTP
            watch=$1 folder=$2
            shift 2
            exec 4<&0
            if [ "$watch" = - ]; then exec 3<&0 4</dev/null; else exec 3<"$watch"; fi
            command -v setsid >/dev/null && set -- setsid "$@"
            "$@" <&4 3<&- 4<&- &
            ssh=$!
            trap 'kill "$ssh" 2>/dev/null' TERM
            { read -r _ <&3; rm -rf "$folder"; kill "$ssh"; } </dev/null >/dev/null 2>&1 4<&- &
            watcher=$!
            exec 3<&- 4<&- </dev/null
            wait "$ssh"
            status=$?
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final Process process;
    private final Path complaints;

    private SshProcess(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    /// Starts one that reads nothing; closing it, or davit's end, ends it and removes the folder.
    static SshProcess start(Path folder, Map<String, String> environment, List<String> ssh) throws IOException {
        return start(WATCH_INPUT, folder, folder.resolve("log"), environment, ssh);
    }

    /// Starts one that is spoken to on its standard streams.
    ///
    /// @param alive a named pipe that davit holds open
    static SshProcess startTalking(Path alive, Path folder, Map<String, String> environment, List<String> ssh) throws IOException {
        return start(alive.toString(), folder, Files.createTempFile(folder, "log", ""), environment, ssh);
    }

    private static SshProcess start(String watch, Path folder, Path complaints, Map<String, String> environment, List<String> ssh)
            throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "davit-ssh", watch, folder.toString()));
        command.addAll(ssh);
        var builder = new ProcessBuilder(command).redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new SshProcess(builder.start(), complaints);
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// What ssh has complained of so far.
    String complaints() {
        try (var in = Files.newInputStream(complaints)) {
            return new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It has been closed, and its folder with it.
            return "";
        }
    }

    /// Ends ssh, and returns when it has ended.
    @Override
    public void close() {
        process.destroy();
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
        } catch (IOException e) {
            // It ended first.
        }
        boolean interrupted = false;
        while (true) {
            try {
                if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) process.descendants().forEach(ProcessHandle::destroyForcibly);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        try {
            Files.deleteIfExists(complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
