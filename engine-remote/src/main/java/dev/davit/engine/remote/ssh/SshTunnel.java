package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.Connection;
import dev.davit.engine.remote.http.UnixSocketTransport;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One ssh that forwards the daemon's socket to one in a folder that only this user can enter.
final class SshTunnel implements SshTransport.Far {
    private final PrivateFolder folder;
    private final SshProcess ssh;
    private final UnixSocketTransport local;

    private SshTunnel(PrivateFolder folder, SshProcess ssh) {
        this.folder = folder;
        this.ssh = ssh;
        this.local = new UnixSocketTransport(folder.path().resolve("s"));
    }

    /// Starts ssh and waits until it forwards, or has given up.
    static SshTunnel open(SshAddress address, Map<String, String> environment) throws IOException {
        var folder = PrivateFolder.make(environment);
        try {
            var tunnel = new SshTunnel(folder, SshProcess.start(folder.path(), environment, command(address, folder.path().resolve("s"))));
            if (tunnel.isReady()) return tunnel;
            var failure = new SshFailure(address).of(tunnel.ssh.complaints());
            tunnel.close();
            throw failure;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static List<String> command(SshAddress address, Path socket) {
        var words = new ArrayList<>(List.of("ssh", "-N", "-T"));
        for (String option : List.of(
                "ExitOnForwardFailure=yes",
                "ConnectTimeout=30",
                "RemoteCommand=none",
                // a connection that is shared with others would outlive this process, and its limits would be ours
                "ControlMaster=no",
                "ControlPath=none",
                // says when the socket is there
                "PermitLocalCommand=yes",
                "LocalCommand=echo ready",
                // so that its reasons are told whatever the user's settings say
                "LogLevel=INFO")) {
            words.addAll(List.of("-o", option));
        }
        words.addAll(List.of("-L", socket + ":" + address.farSocket()));
        words.addAll(address.destination());
        return words;
    }

    /// Waits for ssh's word that it forwards; false when ssh ended without it.
    private boolean isReady() throws IOException {
        var word = new CompletableFuture<Boolean>();
        var reader = Thread.ofVirtual().start(() -> {
            try {
                word.complete(ssh.process().getInputStream().read() >= 0);
            } catch (IOException e) {
                word.completeExceptionally(e);
            }
        });
        try {
            boolean ready = word.get();
            if (!ready) ssh.process().waitFor();
            reader.join();
            return ready;
        } catch (InterruptedException e) {
            ssh.close();
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            ssh.close();
            throw new IOException(e.getCause());
        }
    }

    /// Whether a daemon answers: ssh takes connections whether or not there is anything on the far side.
    boolean isAnswered() throws IOException {
        try (var connection = local.connect()) {
            String request = "GET /_ping HTTP/1.1\r\nHost: docker\r\nUser-Agent: davit\r\nConnection: close\r\n\r\n";
            connection.output().write(request.getBytes(StandardCharsets.US_ASCII));
            return connection.input().read() >= 0;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // ssh hung up, as it does when the far side does not connect.
            return false;
        }
    }

    @Override
    public Connection connect() throws IOException {
        return local.connect();
    }

    @Override
    public boolean isAlive() {
        return ssh.isAlive();
    }

    @Override
    public void close() {
        ssh.close();
        folder.close();
    }
}
