package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Docker's own command, speaking to a daemon of the test's.
final class DockerCommand {
    private final Map<String, String> environment;
    private final Path directory;

    DockerCommand(String host, Path config) {
        this(environment(host, config));
    }

    /// @param environment all of it
    DockerCommand(Map<String, String> environment) {
        this(environment, Path.of("").toAbsolutePath());
    }

    /// @param directory where its relative paths start
    DockerCommand(Map<String, String> environment, Path directory) {
        this.environment = Map.copyOf(environment);
        this.directory = directory;
    }

    static Map<String, String> environment(String host, Path config) {
        return Map.of(
                "DOCKER_HOST", host,
                "DOCKER_CONFIG", config.toString(),
                "DOCKER_BUILDKIT", "0",
                "HOME", config.toString(),
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "FROM_CALLER", "the caller's value");
    }

    Outcome run(List<String> words, String input) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("docker"), words.stream()).toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var out = Files.createTempFile("docker", ".out");
        var err = Files.createTempFile("docker", ".err");
        try {
            var process = builder.directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The command did not read its input, as most do not.
                assertThat(e).hasMessageContaining("Broken pipe");
            }
            return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
