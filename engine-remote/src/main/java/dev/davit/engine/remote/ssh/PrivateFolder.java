package dev.davit.engine.remote.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// A folder for sockets that only this user can enter, in `XDG_RUNTIME_DIR` where there is one.
///
/// @param path short enough for a socket in it
record PrivateFolder(Path path) implements AutoCloseable {
    /// A socket's path has at most 107 bytes, and ssh needs as many for a moment as its own suffix has.
    private static final int LONGEST = 80;

    static PrivateFolder make(Map<String, String> environment) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var runtime = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""));
        boolean usable = runtime.isAbsolute() && Files.isWritable(runtime) && runtime.toString().length() < LONGEST;
        return new PrivateFolder(
                usable ? Files.createTempDirectory(runtime, "davit-ssh", mode) : Files.createTempDirectory("davit-ssh", mode));
    }

    /// Removes it with the files in it; who watches over ssh may be doing the same.
    @Override
    public void close() {
        try (var files = Files.newDirectoryStream(path)) {
            for (var file : files) Files.deleteIfExists(file);
            Files.deleteIfExists(path);
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It is gone already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
