package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.ChannelConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import jdk.net.ExtendedSocketOptions;

/// A Unix socket. Who may open it is who its file's mode and group let: before it listens the file is 0660 and belongs to the
/// first of the wanted groups that there is, else to root's alone (0600).
public final class UnixListener implements Listener {
    private static final int LONGEST_PATH = 107;

    private final ServerSocketChannel channel;
    private final Path path;
    private final Object key;

    private UnixListener(ServerSocketChannel channel, Path path, Object key) {
        this.channel = channel;
        this.path = path;
        this.key = key;
    }

    /// Listens.
    ///
    /// @param groups who may use it: the first that exists
    /// @throws IOException when somebody answers there already, or what is there is no socket; the message is a sentence's end
    public static UnixListener at(Path path, List<String> groups) throws IOException {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IOException("the path of a socket can have " + LONGEST_PATH + " bytes, and " + path + " has more");
        }
        clear(path);
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            // Made under a name that nobody knows and moved into place, so that nobody can connect before the mode is right.
            var hidden = path.resolveSibling("." + Long.toHexString(System.nanoTime() & 0xffff));
            channel.bind(UnixDomainSocketAddress.of(hidden), 512);
            try {
                restrict(hidden, groups);
                Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(hidden);
            }
            return new UnixListener(channel, path, key(path));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Takes away a socket that nobody listens on.
    private static void clear(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            var folder = path.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            return;
        }
        if (!Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new IOException(path + " is there and is no socket");
        }
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            Files.delete(path);
            return;
        }
        throw new IOException("somebody answers at " + path + " already");
    }

    private static void restrict(Path path, List<String> groups) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        for (String group : groups) {
            try {
                view.setGroup(path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group));
            } catch (UserPrincipalNotFoundException | FileSystemException e) {
                continue;
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
            return;
        }
    }

    private static Object key(Path path) throws IOException {
        return String.valueOf(Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey());
    }

    @Override
    public Client accept() throws IOException {
        var accepted = channel.accept();
        return new Client(new ChannelConnection(accepted), () -> user(accepted));
    }

    /// The uid that the kernel tells (SO_PEERCRED, socket(7)), as id(1) writes one: `uid=1000(alice)`, `uid=1234` without a name.
    private static String user(SocketChannel channel) {
        UserPrincipal user;
        try {
            user = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        } catch (IOException e) {
            return "a user who has gone";
        }
        // The JDK keeps the number to itself: it is the principal's hash, which a test holds against real users.
        String number = Integer.toUnsignedString(user.hashCode());
        return "uid=" + number + (user.getName().equals(number) ? "" : "(" + user.getName() + ")");
    }

    @Override
    public String address() {
        return "unix://" + path;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /// Takes the file away too, unless it is another's by now.
    @Override
    public void close() {
        if (!channel.isOpen()) return;
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && key(path).equals(key)) Files.delete(path);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
