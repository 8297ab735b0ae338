package dev.davit.engine.remote;

import dev.davit.engine.BlockInput;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// A context that comes as an archive, and whose Dockerfile is read before the archive is sent. What has to be taken from the stream for that
/// is kept in a file that has no name and that only its owner could read; mostly the Dockerfile comes early, and it is little.
///
/// A broken archive, one without that file, and one that is compressed otherwise than by gzip is the daemon's to judge: it goes as it came.
final class ArchiveContext implements AutoCloseable {
    /// No Dockerfile is longer; a file of that name that is goes to the daemon unread.
    private static final long LONGEST = 4 << 20;

    private static final int BUFFER = 64 * 1024;
    private static final Set<String> USUAL = Set.of("Dockerfile", "dockerfile");

    private final InputStream archive;
    private final FileChannel taken;
    private final Optional<String> dockerfile;

    /// Reads as far as the Dockerfile.
    ///
    /// @param archive it is not closed
    /// @param name of the Dockerfile in it; the usual one when empty
    ArchiveContext(InputStream archive, String name) throws IOException {
        this.archive = archive;
        this.taken = nameless();
        try {
            this.dockerfile = find(name);
            taken.position(0);
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /// The text of the Dockerfile, if it could be read.
    Optional<String> dockerfile() {
        return dockerfile;
    }

    /// The whole archive, byte by byte as it came.
    InputStream whole() {
        return new SequenceInputStream(Channels.newInputStream(taken), archive);
    }

    /// Gives back what the file took of the disk.
    @Override
    public void close() throws IOException {
        taken.close();
    }

    private static FileChannel nameless() throws IOException {
        Path file = Files.createTempFile("davit-context", ".tar");
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(file);
        }
    }

    private Optional<String> find(String name) throws IOException {
        var raw = new BufferedInputStream(new Kept(), BUFFER);
        raw.mark(2);
        byte[] magic = raw.readNBytes(2);
        raw.reset();
        boolean zipped = Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b});
        try {
            return find(new TarReader(zipped ? new GZIPInputStream(raw, BUFFER) : raw), name);
        } catch (Unreadable e) {
            throw e.reason;
        } catch (IOException e) {
            // Broken, or compressed in another way: the daemon says what is wrong.
            return Optional.empty();
        }
    }

    private static Optional<String> find(TarReader tar, String name) throws IOException {
        for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            var found = entry.get();
            if (found.kind() != TarEntry.Kind.FILE || found.size() > LONGEST) continue;
            String path = plain(found.name());
            if (name.isEmpty() ? USUAL.contains(path) : path.equals(plain(name))) {
                return Optional.of(new String(tar.content().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String plain(String path) {
        return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty() && !part.equals(".")).collect(Collectors.joining("/"));
    }

    /// The stream itself failed, not what is in it.
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;
        private final IOException reason;

        Unreadable(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /// Keeps all that is read.
    private final class Kept extends BlockInput {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = archive.read(bytes, offset, length);
                if (count > 0) keep(ByteBuffer.wrap(bytes, offset, count));
                return count;
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        private void keep(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) taken.write(bytes);
        }
    }
}
