package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.Connection;
import dev.davit.engine.remote.http.Transport;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A daemon behind ssh. The first connection starts ssh, which forwards the daemon's socket to one in a private folder; all
/// connections go through that one ssh, so that a far side's limits on logins and sessions do not matter. When ssh
/// has ended (the network broke), the next connection starts another.
///
/// Where nothing answers through it (the far side may forward no sockets, or have its daemon elsewhere), every connection is
/// a `docker system dial-stdio` over there, as docker does it.
public final class SshTransport implements Transport {
    private final SshAddress address;
    private final Map<String, String> environment;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Far far;
    private boolean closed;

    /// @param environment the user's, for ssh (`PATH`, `SSH_AUTH_SOCK`)
    public SshTransport(SshAddress address, Map<String, String> environment) {
        this.address = address;
        this.environment = Map.copyOf(environment);
    }

    /// A way that stands.
    interface Far extends AutoCloseable {
        Connection connect() throws IOException;

        boolean isAlive();

        @Override
        void close();
    }

    @Override
    public String address() {
        return "ssh://" + address;
    }

    @Override
    public Connection connect() throws IOException {
        return far().connect();
    }

    private Far far() throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
        try {
            if (closed) throw new IOException("the connection to " + address() + " is closed");
            var known = far;
            if (known != null && known.isAlive()) return known;
            if (known != null) known.close();
            far = null;
            var opened = open();
            far = opened;
            return opened;
        } finally {
            lock.unlock();
        }
    }

    private Far open() throws IOException {
        var tunnel = SshTunnel.open(address, environment);
        try {
            if (tunnel.isAnswered()) return tunnel;
            // ssh does not say whether the far side has no such socket or forwards none
            tunnel.close();
            return DialStdio.open(address, environment);
        } catch (IOException | RuntimeException e) {
            tunnel.close();
            throw e;
        }
    }

    /// Ends ssh.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            var known = far;
            far = null;
            if (known != null) known.close();
        } finally {
            lock.unlock();
        }
    }
}
