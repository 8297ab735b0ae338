package dev.davit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A port on this machine's loopback, each of whose connections is carried to a port in another network namespace. One
/// direction may end while the other goes on.
public final class NamespacePort implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    /// A read from a process' pipe keeps a platform thread, and hundreds of virtual ones would leave none for the test.
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    private final Set<Process> carriers = ConcurrentHashMap.newKeySet();
    private final long member;
    private final int inner;

    private NamespacePort(long member, int inner) throws IOException {
        this.member = member;
        this.inner = inner;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /// @param member a process in the namespace
    /// @param inner the port there
    static NamespacePort open(long member, int inner) throws IOException {
        var port = new NamespacePort(member, inner);
        var _ = port.threads.submit(port::accept);
        return port;
    }

    /// Its number on 127.0.0.1.
    public int number() {
        return server.getLocalPort();
    }

    /// Breaks the connections that stand, as a cable that is pulled; also those whose client has gone, which a daemon that has
    /// nothing to say does not find out.
    public void cut() {
        carriers.forEach(Process::destroyForcibly);
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var _ = threads.submit(() -> carry(client));
            } catch (IOException e) {
                if (!server.isClosed()) throw e;
            }
        }
        return null;
    }

    private Void carry(Socket client) throws IOException, InterruptedException {
        var busybox = Requirement.program("busybox").orElseThrow().toString();
        var carrier = new ProcessBuilder(
                        "nsenter", "--net=/proc/" + member + "/ns/net", busybox, "nc", "127.0.0.1", Integer.toString(inner))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        carriers.add(carrier);
        try (client) {
            var _ = threads.submit(() -> {
                pump(client.getInputStream(), carrier.getOutputStream());
                carrier.getOutputStream().close();
                return null;
            });
            pump(carrier.getInputStream(), client.getOutputStream());
        } finally {
            carrier.destroyForcibly().waitFor();
            carriers.remove(carrier);
        }
        return null;
    }

    /// Until one side is gone; which, and how, is for the two ends to find out.
    private static void pump(InputStream from, OutputStream to) {
        var buffer = new byte[16 * 1024];
        try {
            int count;
            while ((count = from.read(buffer)) >= 0) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException e) {
            // The other end is gone.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        threads.close();
    }
}
