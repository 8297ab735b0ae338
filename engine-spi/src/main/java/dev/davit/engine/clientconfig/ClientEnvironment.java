package dev.davit.engine.clientconfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a docker user's settings are.
///
/// @param folder docker's configuration folder, which need not exist
/// @param variables the user's environment: `DOCKER_HOST`, `DOCKER_CONTEXT`, `DOCKER_CERT_PATH`, and `PATH` for the credential
///         helpers, which are given all of it
public record ClientEnvironment(Path folder, Map<String, String> variables) {

    public ClientEnvironment {
        variables = Map.copyOf(variables);
    }

    /// As docker decides: `DOCKER_CONFIG`, or else `.docker` in `HOME`.
    public static ClientEnvironment of(Map<String, String> variables) {
        var named = variables.getOrDefault("DOCKER_CONFIG", "");
        var home = variables.getOrDefault("HOME", "");
        var folder = named.isEmpty() ? Path.of(home.isEmpty() ? "/" : home).resolve(".docker") : Path.of(named);
        return new ClientEnvironment(folder, variables);
    }

    /// A variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// A program on the user's `PATH`.
    Optional<Path> program(String name) {
        for (var folder : variable("PATH").orElse("").split(":", -1)) {
            if (folder.isEmpty()) continue;
            var path = Path.of(folder).resolve(name);
            if (Files.isExecutable(path) && !Files.isDirectory(path)) return Optional.of(path);
        }
        return Optional.empty();
    }

    Path configFile() {
        return folder.resolve("config.json");
    }

    /// Without the variables: they may hold secrets.
    @Override
    public String toString() {
        return folder.toString();
    }
}
