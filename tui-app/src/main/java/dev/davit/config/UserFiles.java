package dev.davit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What davit keeps for its user from one day to the next, and for nobody else.
public final class UserFiles {
    private UserFiles() {}

    /// The folder: `davit` in `XDG_STATE_HOME`, else in `~/.local/state`; a path that is not absolute is ignored. Source: XDG Base
    /// Directory Specification.
    ///
    /// @return empty where there is no home: then nothing can be kept
    public static Optional<Path> folder(Map<String, String> environment) {
        var state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        if (state.isAbsolute()) return Optional.of(state.resolve("davit"));
        var home = Path.of(environment.getOrDefault("HOME", ""));
        return home.isAbsolute() ? Optional.of(home.resolve(".local", "state", "davit")) : Optional.empty();
    }

    /// Makes the folder of a file where it is missing.
    public static void makeFolder(Path file) throws IOException {
        Files.createDirectories(folder(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// Writes a file anew: whoever reads it has the one before or this, whole.
    public static void replace(Path file, String text) throws IOException {
        // createTempFile makes it with mode 0600
        var part = Files.createTempFile(folder(file), file.getFileName() + ".", "");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
