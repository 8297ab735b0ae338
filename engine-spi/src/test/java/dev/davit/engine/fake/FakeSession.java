package dev.davit.engine.fake;

import dev.davit.engine.Feed;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A conversation with a process, which may have yet to be started.
final class FakeSession implements Session, Sink {
    /// As much as waits for a slow reader before the process has to wait too.
    private static final int ROOM = 64;

    private final Client client;
    private final World world;
    private final Set<StdStream> streams;
    private final Supplier<@Nullable FakeProcess> process;
    private final boolean stdin;
    private final boolean endsInput;
    private final Optional<DetachKeys> keys;
    private final Deque<OutputChunk> waiting = new ArrayDeque<>();
    private final Output output;
    private final Input input = new Input();
    private boolean over;
    private boolean closed;

    /// @param process the process, once there is one
    /// @param stdin whether its input is attached
    /// @param endsInput whether closing this session's input ends that of the process
    /// @param keys what ends the session when typed
    FakeSession(
            Client client,
            String what,
            Set<StdStream> streams,
            Supplier<@Nullable FakeProcess> process,
            boolean stdin,
            boolean endsInput,
            Optional<DetachKeys> keys) {
        this.client = client;
        this.world = client.world;
        this.streams = streams;
        this.process = process;
        this.stdin = stdin;
        this.endsInput = endsInput;
        this.keys = keys;
        this.output = new Output(what);
        client.opened(this);
    }

    @Override
    public boolean isReady() {
        return waiting.size() < ROOM || over;
    }

    @Override
    public void write(OutputChunk chunk) {
        if (over || !streams.contains(chunk.stream())) return;
        waiting.add(chunk);
        world.changed.signalAll();
    }

    /// Something that was written before.
    void replay(ContainerLog.Entry entry) {
        write(new OutputChunk(entry.stream(), entry.bytes()));
    }

    @Override
    public void end() {
        over = true;
        world.changed.signalAll();
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
        world.lock.lock();
        try {
            var running = process.get();
            if (running != null && running.tty) running.size = size;
        } finally {
            world.lock.unlock();
        }
    }

    @Override
    public void close() {
        world.lock.lock();
        try {
            if (closed) return;
            closed = true;
            client.closed(this);
            endInput();
            leave();
            output.close();
        } finally {
            world.lock.unlock();
        }
    }

    /// Stops looking; the process goes on.
    private void leave() {
        end();
        var running = process.get();
        if (running == null) return;
        running.sinks.remove(this);
        running.changed();
    }

    private void endInput() {
        var running = process.get();
        if (stdin && endsInput && running != null) running.endInput();
    }

    private final class Output extends WorldFeed<OutputChunk> {
        Output(String what) {
            super(FakeSession.this.client, what, FakeSession.this.world.changed);
        }

        @Override
        Optional<OutputChunk> poll() {
            var chunk = waiting.poll();
            var running = process.get();
            if (chunk != null && running != null) running.changed();
            return Optional.ofNullable(chunk);
        }

        @Override
        boolean isOver() {
            return over;
        }

        @Override
        void release() {
            leave();
        }
    }

    private final class Input extends OutputStream {
        private boolean inputClosed;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!stdin) throw new IOException("standard input is not attached");
            world.lock.lock();
            try {
                if (inputClosed || closed) throw new IOException("standard input is closed");
                var running = process.get();
                if (over || (running != null && !running.isRunning())) throw new IOException("the process is gone");
                if (running == null) throw new IOException("the process has not been started");
                var typed = Arrays.copyOfRange(bytes, offset, offset + length);
                var through = keys.isPresent() ? keys.get().through(typed) : Optional.of(typed);
                if (through.isPresent()) running.input(through.get());
                else leave();
            } finally {
                world.lock.unlock();
            }
        }

        @Override
        public void close() {
            world.lock.lock();
            try {
                if (inputClosed || !stdin) return;
                inputClosed = true;
                endInput();
            } finally {
                world.lock.unlock();
            }
        }
    }
}
