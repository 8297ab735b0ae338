package dev.davit.sidebyside;

import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Docker's own command, speaking to a daemon of the test's.
final class DockerCommand implements SideProgram {
    private final ProgramProcess process;

    DockerCommand(String host, Path config) {
        this(environment(host, config));
    }

    /// @param environment all of it
    DockerCommand(Map<String, String> environment) {
        this(environment, Path.of("").toAbsolutePath());
    }

    /// @param directory where its relative paths start
    DockerCommand(Map<String, String> environment, Path directory) {
        this.process = new ProgramProcess(program(), environment, directory);
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

    @Override
    public Outcome run(List<String> words, byte[] input) throws IOException, InterruptedException {
        return process.run(words, input);
    }

    /// Docker's command by its place: the environment of a run may have another `PATH`.
    static List<String> program() {
        return List.of(Requirement.program("docker").orElseThrow().toString());
    }
}
