package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.Connection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The way through docker's own command on the far side: an ssh for each connection.
final class DialStdio implements SshTransport.Far {
    private final SshAddress address;
    private final Map<String, String> environment;
    private final PrivateFolder folder;
    private final Path alive;
    /// Held open for as long as davit lives: every ssh of this way ends when it is closed.
    private final RandomAccessFile life;

    private DialStdio(SshAddress address, Map<String, String> environment, PrivateFolder folder, Path alive) throws IOException {
        this.address = address;
        this.environment = environment;
        this.folder = folder;
        this.alive = alive;
        this.life = new RandomAccessFile(alive.toFile(), "rw");
    }

    static DialStdio open(SshAddress address, Map<String, String> environment) throws IOException {
        var folder = PrivateFolder.make(environment);
        try {
            var alive = folder.path().resolve("alive");
            int made = new ProcessBuilder("mkfifo", "-m", "600", alive.toString()).start().waitFor();
            if (made != 0) throw new IOException("cannot make a pipe in " + folder.path());
            return new DialStdio(address, environment, folder, alive);
        } catch (InterruptedException e) {
            folder.close();
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public Connection connect() throws IOException {
        var words = new ArrayList<>(List.of("ssh", "-T", "-o", "ConnectTimeout=30", "-o", "RemoteCommand=none"));
        words.addAll(address.destination());
        words.addAll(List.of("docker"));
        address.socket().ifPresent(socket -> words.addAll(List.of("-H", "'unix://" + socket.replace("'", "'\\''") + "'")));
        words.addAll(List.of("system", "dial-stdio"));
        return new StdioConnection(SshProcess.startTalking(alive, folder.path(), environment, words), address);
    }

    /// As long as it is wanted: nothing stands between connections.
    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void close() {
        try {
            life.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.close();
    }
}
