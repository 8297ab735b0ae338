package dev.davit.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// Where the lines that were typed are kept from one day to the next: for their user alone.
final class History {
    private History() {}

    /// Whether a line may be kept: not when it may have a secret in it, nor when its user began it with a blank.
    static boolean isKept(String line) {
        boolean marked = line.isEmpty() || Character.isWhitespace(line.charAt(0));
        return !marked && !line.contains("login") && !line.contains("--password");
    }

    /// The file, made where it is missing: `davit/history` in `XDG_STATE_HOME`, else in `~/.local/state`. Source: XDG Base Directory
    /// Specification.
    static Path file(Map<String, String> environment) throws IOException {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        var root = state.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".local", "state") : Path.of(state);
        var folder = root.resolve("davit");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = folder.resolve("history");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // from another day
            return file;
        }
        return file;
    }
}
