package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.remote.http.Hijacked;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// A conversation on a connection that was taken over.
final class RemoteSession implements Session {
    private final Feed<OutputChunk> output;
    private final OutputStream input;
    private final boolean tty;
    private final Consumer<TerminalSize> resize;

    RemoteSession(
            Daemon daemon,
            String what,
            Hijacked conversation,
            boolean tty,
            boolean stdin,
            Consumer<TerminalSize> resize) {
        this.tty = tty;
        this.resize = resize;
        this.input = new Input(conversation, stdin);
        var frames = tty ? Frames.raw(conversation.input()) : Frames.multiplexed(conversation.input());
        this.output = new StreamFeed<OutputChunk>(daemon, what, conversation) {
            @Override
            Optional<OutputChunk> read() throws IOException {
                return frames.next().map(Frames.Piece::chunk);
            }
        };
    }

    @Override
    public Feed<OutputChunk> output() {
        return output;
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public void resize(TerminalSize size) {
        if (!tty) return;
        try {
            resize.accept(size);
        } catch (EngineException.Conflict | EngineException.NotFound | EngineException.Failed e) {
            // The process is not there yet or not any more: there is no terminal whose size could be wrong.
            System.getLogger("dev.davit.engine.remote").log(System.Logger.Level.DEBUG, e::getMessage);
        }
    }

    /// By way of the output, whose reader then knows that it was we who hung up.
    @Override
    public void close() {
        output.close();
    }

    /// The way to the process; closing it closes that half only.
    private static final class Input extends OutputStream {
        private final Hijacked conversation;
        private final boolean attached;
        private boolean closed;

        Input(Hijacked conversation, boolean attached) {
            this.conversation = conversation;
            this.attached = attached;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!attached) throw new IOException("standard input is not attached");
            if (closed) throw new IOException("standard input is closed");
            conversation.output().write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (closed || !attached) return;
            closed = true;
            conversation.shutdownOutput();
        }
    }
}
