package dev.davit.engine.remote.server;

import dev.davit.engine.remote.server.http.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Who talks with a process: a client that took its connection over, or one behind a web socket.
interface Peer extends AutoCloseable {

    /// What it says. The end means that it says nothing more and still listens; that it has gone is an `IOException`.
    InputStream input();

    /// What is said to it, one message a write.
    OutputStream output();

    /// Says that nothing more will come.
    void end() throws IOException;

    /// Hangs up.
    @Override
    void close();

    /// A client on its own connection.
    static Peer of(Conversation conversation) {
        return new Peer() {
            @Override
            public InputStream input() {
                return conversation.input();
            }

            @Override
            public OutputStream output() {
                return conversation.output();
            }

            @Override
            public void end() throws IOException {
                conversation.shutdownOutput();
            }

            @Override
            public void close() {
                conversation.close();
            }
        };
    }
}
