package dev.davit.engine.clientconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// A docker user's home for a test, with credential helpers that are shell scripts.
final class DockerHome {
    final Path home;
    final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    DockerHome(Path home) throws IOException {
        this.home = home;
        this.folder = home.resolve(".docker");
        Files.createDirectories(home.resolve("bin"));
        variables.put("HOME", home.toString());
        variables.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    }

    DockerHome with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    DockerHome config(String json) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), json);
        return this;
    }

    /// A helper that keeps what it is told in `HOME/store`, a file for each registry.
    DockerHome helper(String name) throws IOException {
        return helper(name, """
                key=store-%s
                mkdir -p "$HOME/$key"
                file() { printf '%%s' "$HOME/$key/$(printf '%%s' "$1" | tr -c 'a-z0-9.' _)"; }
                case $1 in
                  store) text=$(cat); url=${text#*'"ServerURL":"'}; url=${url%%%%'"'*}; printf '%%s' "$text" >"$(file "$url")" ;;
                  get) url=$(cat); cat "$(file "$url")" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
                  erase) url=$(cat); rm -f "$(file "$url")" ;;
                  list) echo '{"https://index.docker.io/v1/":"hub-user"}' ;;
                esac
                """.formatted(name));
    }

    DockerHome helper(String name, String body) throws IOException {
        var file = home.resolve("bin/docker-credential-" + name);
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return this;
    }

    String configText() throws IOException {
        return Files.readString(folder.resolve("config.json"));
    }

    ClientEnvironment environment() {
        return ClientEnvironment.of(variables);
    }

    Logins logins() {
        return new Logins(environment());
    }

    DockerContexts contexts() {
        return new DockerContexts(environment());
    }
}
