package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A file that holds one JSON object. It may be anybody's work, so its size has a limit and its errors are sentences.
final class JsonFile {
    private static final int LIMIT = 4 << 20;
    /// Docker's own indentation.
    private static final JsonStyle STYLE = new JsonStyle("\t", true);

    private JsonFile() {}

    /// @param what how the sentence calls the file
    static Optional<JsonObject> read(Path file, String what) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT + 1);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EngineException.Failed("cannot read " + what + " " + file + ": " + reason(e), e);
        }
        if (bytes.length > LIMIT) {
            throw new EngineException.Invalid("cannot use " + what + " " + file + ": it is over " + (LIMIT >> 20) + " MiB");
        }
        if (bytes.length == 0) return Optional.of(JsonObject.empty());
        try {
            if (Json.parse(bytes) instanceof JsonObject object) return Optional.of(object);
        } catch (JsonException e) {
            throw new EngineException.Invalid("cannot use " + what + " " + file + ": " + e.getMessage());
        }
        throw new EngineException.Invalid("cannot use " + what + " " + file + ": it is not a JSON object");
    }

    /// Replaces the file, whole or not at all, also over a crash; only its owner can read it. A link is followed.
    static void write(Path file, JsonObject document, String what) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder == null) throw new IOException("it is no file");
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var target = Files.isSymbolicLink(file) ? folder.resolve(Files.readSymbolicLink(file)) : file;
            replace(target, (document.text(STYLE) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException.Failed("cannot write " + what + " " + file + ": " + reason(e), e);
        }
    }

    /// Puts a file in place of one that may be there, by a crash either of them; only its owner can read it.
    static void replace(Path file, byte[] content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        // createTempFile makes it with mode 0600
        var part = Files.createTempFile(folder, file.getFileName() + ".", "");
        try {
            try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) out.write(buffer);
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        if (folder != null) {
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
