package dev.davit.engine.remote.server;

import dev.davit.engine.container.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// A client and a process, each hearing what the other says until the process has said all.
///
/// The end of what the client says ends the process's input, and only that. What the process writes waits until the client takes
/// it, and the process with it. A client that has gone leaves the session; the process goes on.
final class Dialogue {
    /// How long a client that was told everything may go on talking before it is hung up on.
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Peer client;
    private final Session session;
    private final OutputFormat format;

    private Dialogue(Peer client, Session session, OutputFormat format) {
        this.client = client;
        this.session = session;
        this.format = format;
    }

    /// Leads it to its end and hangs up on both sides.
    static void between(Peer client, Session session, OutputFormat format) throws IOException {
        try (client;
                session) {
            new Dialogue(client, session, format).lead();
        }
    }

    private void lead() throws IOException {
        var listener = Thread.ofVirtual().name("davit-served-input").start(this::listen);
        for (var chunk : session.output()) client.output().write(format.sent(chunk.stream(), chunk.bytes()));
        client.end();
        // Hanging up while something of the client's is unread would take back what it has not read yet.
        try {
            listener.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            copy(client.input(), session.input());
        } catch (IOException e) {
            session.close();
            return;
        }
        try {
            session.input().close();
        } catch (IOException e) {
            // The process is gone already, and what it wrote last is still on its way to the client.
            System.getLogger("dev.davit.engine.remote").log(System.Logger.Level.DEBUG, e::getMessage);
        }
    }

    /// What nobody reads any more is taken from the client all the same: it may still have to hear the end.
    private static void copy(InputStream from, OutputStream to) throws IOException {
        var bytes = new byte[16 * 1024];
        boolean heard = true;
        int count;
        while ((count = from.read(bytes)) >= 0) {
            if (!heard) continue;
            try {
                to.write(bytes, 0, count);
            } catch (IOException e) {
                heard = false;
            }
        }
    }
}
