package dev.davit.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A folder of our own inside a tree, mode 0700, where everything is made complete before it is moved to its place by one
/// renameat(2). Java can make files below an open directory, but neither directories nor links nor set all mode bits: those are
/// made here by path, under names that nobody can guess, so that a tree whose folders somebody exchanges meanwhile leads nowhere.
final class Staging implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecureDirectoryStream<Path> root;
    private final Path folder;
    private final SecureDirectoryStream<Path> inside;
    private final Thread atExit = new Thread(this::removeAllForGood);
    private final ReentrantLock making = new ReentrantLock();

    Staging(Path rootPath, SecureDirectoryStream<Path> root) throws IOException {
        this.root = root;
        this.folder = Files.createTempDirectory(rootPath, ".davit-");
        this.inside = root.newDirectoryStream(folder.getFileName(), LinkOption.NOFOLLOW_LINKS);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// A new name in here.
    Path name() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Path.of(HexFormat.of().formatHex(bytes));
    }

    WritableByteChannel newFile(Path name) throws IOException {
        return make(() -> inside.newByteChannel(
                name,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(EnumSet.copyOf(PosixFilePermissions.fromString("rw-------")))));
    }

    void newFolder(Path name) throws IOException {
        var _ = make(() -> Files.createDirectory(folder.resolve(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    void newLink(Path name, Path target) throws IOException {
        var _ = make(() -> Files.createSymbolicLink(folder.resolve(name), target));
    }

    /// A second name of a file that is in here.
    void newName(Path name, Path of) throws IOException {
        var _ = make(() -> Files.createLink(folder.resolve(name), folder.resolve(of)));
    }

    void time(Path name, FileTime time) throws IOException {
        Files.getFileAttributeView(folder.resolve(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(time, time, null);
    }

    /// All twelve bits.
    void permissions(Path name, int bits) throws IOException {
        Files.setAttribute(folder.resolve(name), "unix:mode", bits, LinkOption.NOFOLLOW_LINKS);
    }

    /// To its place.
    void moveTo(Path name, SecureDirectoryStream<Path> target, Path place) throws IOException {
        move(inside, name, target, place);
    }

    /// From its place to here.
    Path takeFrom(SecureDirectoryStream<Path> source, Path place) throws IOException {
        var name = name();
        move(source, place, inside, name);
        return name;
    }

    void drop(Path name) throws IOException {
        inside.deleteFile(name);
    }

    private void move(SecureDirectoryStream<Path> from, Path name, SecureDirectoryStream<Path> to, Path place) throws IOException {
        var _ = make(() -> {
            from.move(name, to, place);
            return place;
        });
    }

    private interface Making<T> {
        T run() throws IOException;
    }

    /// Makes one thing, unless everything here is being removed for good.
    private <T> T make(Making<T> one) throws IOException {
        making.lock();
        try {
            return one.run();
        } finally {
            making.unlock();
        }
    }

    /// When the process ends: whoever is about to make another thing here then waits for the end, and has nothing to complain of.
    private void removeAllForGood() {
        making.lock();
        removeAll();
    }

    private void removeAll() {
        try {
            // What is in here when the process is ended: the one thing that was being made.
            for (var left : inside) remove(left.getFileName());
            root.deleteDirectory(folder.getFileName());
        } catch (IOException | RuntimeException e) {
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "staging folder", e);
        }
    }

    private void remove(Path name) throws IOException {
        boolean isFolder = inside.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
        if (isFolder) inside.deleteDirectory(name);
        else inside.deleteFile(name);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does it.
            return;
        }
        removeAll();
        try {
            inside.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
