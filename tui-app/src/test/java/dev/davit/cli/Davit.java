package dev.davit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The program in this process, its streams caught.
///
/// @param environment all of it
/// @param terminal whether standard output and standard error are terminals
record Davit(Map<String, String> environment, boolean terminal) {

    /// What a run left.
    record Outcome(int exit, String out, String err) {}

    static Davit on(String host) {
        return new Davit(Map.of("DOCKER_HOST", host), false);
    }

    static Davit onTerminal(String host) {
        return new Davit(Map.of("DOCKER_HOST", host), true);
    }

    /// The command that runs it as a process of its own.
    static List<String> command(List<String> words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "dev.davit.Main"));
        command.addAll(words);
        return command;
    }

    Outcome run(String... words) {
        return feed("", words);
    }

    /// @param input what its standard input has
    Outcome feed(String input, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams = new StandardStreams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new Output(out, terminal), new Output(err, terminal), Optional.empty());
        var clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        try (var program = new Program(streams, environment, Path.of("").toAbsolutePath(), clock, context -> 1)) {
            int exit = program.run(List.of(words));
            return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
