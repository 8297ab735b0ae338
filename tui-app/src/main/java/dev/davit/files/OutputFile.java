package dev.davit.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A file that appears under its name when it is complete and on the disk, and not before: it is written beside it under another
/// name, mode 0600, and moved there by [#commit]. Closed without that, or when the process is ended by a signal, it is gone and
/// what stood under the name before is untouched.
public final class OutputFile extends OutputStream {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final Thread atExit = new Thread(this::removeForGood);
    private final ReentrantLock naming = new ReentrantLock();
    private boolean settled;

    /// @param target a name in a folder that exists; what it stands for is replaced if it is a file, and refused if not
    public OutputFile(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " is there and is no file");
        }
        var bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + "." + HexFormat.of().formatHex(bytes));
        try {
            this.channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no folder " + target.toAbsolutePath().getParent(), e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) channel.write(buffer);
    }

    /// Makes it appear.
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        naming.lock();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            settled = true;
        } finally {
            naming.unlock();
        }
        // The folder's own entry must reach the disk as well.
        var folder = target.toAbsolutePath().getParent();
        try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /// When the process ends: whoever is about to make it appear then waits for the end, and has nothing to complain of.
    private void removeForGood() {
        naming.lock();
        remove();
    }

    private void remove() {
        try {
            if (!settled) Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does it.
            return;
        }
        remove();
    }
}
