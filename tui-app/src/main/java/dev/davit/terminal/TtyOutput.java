package dev.davit.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Gathers what is written and hands it to the terminal in one write(2) per flush; in more only where the kernel takes a
/// part.
final class TtyOutput extends OutputStream {
    // what a stalled terminal may cost at the end of a process
    private static final int PATIENCE = 200;

    private final int terminal;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(64 * 1024);
    private final ReentrantLock turn = new ReentrantLock();

    TtyOutput(int terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        turn.lock();
        try {
            frame.write(bytes, offset, length);
        } finally {
            turn.unlock();
        }
    }

    /// @throws IOException when the terminal is gone; what was gathered is dropped
    @Override
    public void flush() throws IOException {
        turn.lock();
        try {
            byte[] bytes = frame.toByteArray();
            frame.reset();
            check(Blocking.call(() -> deliver(bytes), () -> {}));
        } finally {
            turn.unlock();
        }
    }

    /// Writes past the frame that somebody gathers.
    void say(byte[] bytes) throws IOException {
        turn.lock();
        try {
            check(Blocking.call(() -> deliver(bytes), () -> {}));
        } finally {
            turn.unlock();
        }
    }

    /// The same, unless the terminal takes nothing for a while: for the end, which a stalled terminal must not hold up.
    void sayInPassing(byte[] bytes) throws IOException {
        try {
            if (!turn.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try (var arena = Arena.ofConfined()) {
            if (hasRoom(arena, PATIENCE)) check(deliver(bytes));
        } finally {
            turn.unlock();
        }
    }

    /// Does nothing: the terminal outlives who writes to it.
    @Override
    public void close() {}

    private static void check(long result) throws IOException {
        if (result < 0) throw new IOException("cannot write to the terminal: " + Libc.error(result));
    }

    private long deliver(byte[] bytes) {
        try (var arena = Arena.ofConfined()) {
            var all = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long done = 0;
            while (done < bytes.length) {
                long count = Libc.write(terminal, all.asSlice(done), bytes.length - done);
                // somebody who shares the terminal made it one that does not wait
                if (count == -Libc.EAGAIN) hasRoom(arena, -1);
                else if (count < 0 && count != -Libc.EINTR) return count;
                else if (count > 0) done += count;
            }
            return done;
        }
    }

    private boolean hasRoom(Arena arena, int millis) {
        MemorySegment waited = arena.allocate(8, 4);
        Libc.view(waited).putInt(0, terminal).putShort(4, Libc.POLLOUT);
        return Libc.poll(waited, millis) != 0;
    }
}
