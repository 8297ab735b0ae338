package dev.davit.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class that leaves something behind, whether its tests passed or not: processes, descriptors and sockets,
/// mounts, network links, control groups.
///
/// Processes count when they descend from this JVM or carry its mark (those of [Dockerd]). Fixtures that outlive the class
/// are declared before this extension, as `@ExtendWith({DockerdExtension.class, LeakCheck.class})`.
/// What takes a moment to end is waited for.
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LeakCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        warmUp();
        context.getStore(NAMESPACE).put(Remains.class, Remains.now(Optional.empty()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var before = context.getStore(NAMESPACE).get(Remains.class, Remains.class);
        if (before != null) assertNothingSince(before, Optional.empty(), PATIENCE);
    }

    /// What may fail.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// Runs a piece of work and fails when it leaves anything, its files in this folder included.
    public static void around(Path folder, Work work) throws Exception {
        warmUp();
        var before = Remains.now(Optional.of(folder));
        try {
            work.run();
        } catch (Throwable failure) {
            try {
                assertNothingSince(before, Optional.of(folder), PATIENCE);
            } catch (AssertionError leak) {
                leak.addSuppressed(failure);
                throw leak;
            }
            throw failure;
        }
        assertNothingSince(before, Optional.of(folder), PATIENCE);
    }

    static void assertNothingSince(Remains before, Optional<Path> folder, Duration patience) {
        if (Await.holdsWithin(patience, () -> Remains.now(folder).since(before).isEmpty())) return;
        Set<String> left = Remains.now(folder).since(before);
        if (!left.isEmpty()) throw new AssertionError("left behind:\n  " + String.join("\n  ", left));
    }

    /// The JVM opens a socket for itself when it first closes one that is waited on, and keeps it.
    static void warmUp() throws IOException {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var client = SocketChannel.open(server.getLocalAddress());
                    var accepted = server.accept()) {
                client.shutdownOutput();
                accepted.shutdownOutput();
            }
        }
    }
}
