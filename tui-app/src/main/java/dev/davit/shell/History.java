package dev.davit.shell;

import dev.davit.config.UserFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// Where the lines that were typed are kept from one day to the next: for their user alone.
public final class History {
    private History() {}

    /// Whether a line may be kept: not when it may have a secret in it, nor when its user began it with a blank.
    public static boolean isKept(String line) {
        boolean marked = line.isEmpty() || Character.isWhitespace(line.charAt(0));
        return !marked && !line.contains("login") && !line.contains("--password");
    }

    /// A file of them; empty where nothing can be kept.
    public static Optional<Path> file(Map<String, String> environment, String name) {
        return UserFiles.folder(environment).map(folder -> folder.resolve(name));
    }

    /// Makes the file where it is missing.
    public static void make(Path file) throws IOException {
        UserFiles.makeFolder(file);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // from another day
            System.getLogger("davit").log(System.Logger.Level.TRACE, "history", e);
        }
    }
}
