package dev.davit.engine.build.context;

import dev.davit.engine.archive.TarEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// One file of a context. Who owns it on the caller's side is nobody's business: everything is root's.
///
/// @param head its name from the context's root, with slashes and without a leading or trailing one, and what it is; times are whole
///         seconds
/// @param content of a regular file
public record ContextEntry(TarEntry head, Content content) {

    /// Opens what is in a file.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;

        /// Of what is no regular file.
        Content NONE = InputStream::nullInputStream;
    }

    /// A regular file with these bytes.
    public static ContextEntry file(String path, int permissions, Instant modified, byte[] bytes) {
        var copy = bytes.clone();
        return new ContextEntry(TarEntry.file(path, permissions, copy.length, modified), () -> new ByteArrayInputStream(copy));
    }
}
