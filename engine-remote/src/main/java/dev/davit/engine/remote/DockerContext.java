package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The docker command's contexts, read from its own files.
final class DockerContext {
    private static final String DEFAULT = "default";

    private DockerContext() {}

    /// The context chosen by `docker context use`, unless it is the default one.
    static Optional<String> current(EngineSettings settings) {
        String config = read(directory(settings).resolve("config.json")).orElse("");
        if (config.indexOf("currentContext") < 0) return Optional.empty();
        String name = parse(config, "config.json").string("currentContext");
        return name.isEmpty() || name.equals(DEFAULT) ? Optional.empty() : Optional.of(name);
    }

    /// The daemon that a context points to.
    ///
    /// @throws EngineException.NotFound when there is no context of that name
    static DaemonAddress address(String name, EngineSettings settings, String chosenBy) {
        if (name.equals(DEFAULT)) {
            return settings.variable("DOCKER_HOST")
                    .map(host -> new DaemonAddress(host, "named by DOCKER_HOST"))
                    .orElseGet(() -> DaemonAddress.usual("the default context's socket"));
        }
        Path meta = directory(settings).resolve("contexts/meta").resolve(digest(name)).resolve("meta.json");
        String text = read(meta).orElseThrow(() -> new EngineException.NotFound(
                "cannot use docker context " + name + ", named by " + chosenBy + ": no such context"));
        String host = parse(text, "the file of context " + name).object("Endpoints").object("docker").string("Host");
        if (host.isEmpty()) {
            throw new EngineException.Invalid("cannot use docker context " + name + ": it names no docker endpoint");
        }
        return new DaemonAddress(host, "of context " + name + ", named by " + chosenBy);
    }

    private static Path directory(EngineSettings settings) {
        return settings.variable("DOCKER_CONFIG")
                .map(Path::of)
                .orElseGet(() -> Path.of(settings.variable("HOME").orElse("/")).resolve(".docker"));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EngineException.Failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static JsonObject parse(String text, String what) {
        try {
            if (Json.parse(text) instanceof JsonObject object) return object;
        } catch (JsonException e) {
            throw new EngineException.Invalid("cannot read docker's " + what + ": " + e.getMessage());
        }
        throw new EngineException.Invalid("cannot read docker's " + what + ": it holds no JSON object");
    }

    private static String digest(String name) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
