package dev.davit.terminal;

import dev.davit.terminal.UserTerminal.TerminalInput;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads a terminal when asked to, and only then: what nobody has asked for stays in the kernel, for whoever comes next.
///
/// The plain reads of an [java.io.InputStream] answer [#wake] with an `InterruptedIOException`, since they may not answer
/// with nothing.
final class TtyInput extends TerminalInput {
    private static final int MOST = 16 * 1024;
    private static final byte[] NOTHING = {};

    private final int terminal;
    private final int waker;
    // one reader at a time uses these
    private final MemorySegment waited = Arena.ofAuto().allocate(16, 4);
    private final ByteBuffer polled = Libc.view(waited);
    private final MemorySegment bytes = Arena.ofAuto().allocate(MOST);
    private final Object reading = new Object();
    private final Object givingBack = new Object();
    private byte[] unread = NOTHING;

    TtyInput(int terminal) {
        this.terminal = terminal;
        this.waker = Libc.eventfd();
        if (waker < 0) throw TerminalFailure.of("read the terminal", waker);
        polled.putInt(0, terminal).putShort(4, Libc.POLLIN).putInt(8, waker).putShort(12, Libc.POLLIN);
    }

    @Override
    public int read(byte[] buffer, int millis) {
        return read(buffer, 0, buffer.length, millis);
    }

    @Override
    public int read() throws InterruptedIOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
        if (length == 0) return 0;
        int count = read(buffer, offset, length, -1);
        if (count == 0) throw new InterruptedIOException("somebody called for the reader of the terminal");
        return count;
    }

    @Override
    public int available() {
        synchronized (givingBack) {
            return unread.length;
        }
    }

    private int read(byte[] buffer, int offset, int length, int millis) {
        return Blocking.call(() -> take(buffer, offset, length, millis), this::wake);
    }

    private int take(byte[] buffer, int offset, int length, int millis) {
        synchronized (reading) {
            boolean typed = await(available() > 0 ? 0 : millis);
            if (polled.getShort(14) != 0) {
                Libc.read(waker, bytes, 8);
                return 0;
            }
            if (length == 0) return 0;
            int again = again(buffer, offset, length);
            if (again > 0) return again;
            return typed ? fetch(buffer, offset, length) : 0;
        }
    }

    /// Waits for a key or a call, and tells whether there is a key or the terminal's end.
    private boolean await(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        int left = millis;
        while (true) {
            int found = Libc.poll(waited, left);
            if (found >= 0) return polled.getShort(6) != 0;
            if (found != -Libc.EINTR) throw TerminalFailure.of("wait for the terminal", found);
            if (millis > 0) left = (int) Math.max(0, (end - System.nanoTime()) / 1_000_000);
        }
    }

    private int again(byte[] buffer, int offset, int length) {
        synchronized (givingBack) {
            int count = Math.min(length, unread.length);
            System.arraycopy(unread, 0, buffer, offset, count);
            unread = Arrays.copyOfRange(unread, count, unread.length);
            return count;
        }
    }

    private int fetch(byte[] buffer, int offset, int length) {
        long count = Libc.read(terminal, bytes, Math.min(length, MOST));
        if (count == -Libc.EAGAIN || count == -Libc.EINTR) return 0;
        // no bytes: the end, typed or real; an error: the terminal was hung up
        if (count <= 0) return -1;
        Libc.view(bytes).get(buffer, offset, (int) count);
        return (int) count;
    }

    @Override
    public void wake() {
        try (var arena = Arena.ofConfined()) {
            // 8 bytes that make the number 1; a full counter wakes as well
            Libc.write(waker, arena.allocateFrom(ValueLayout.JAVA_LONG, 1L), 8);
        }
    }

    @Override
    public void unread(byte[] given, int from, int count) {
        if (count == 0) return;
        synchronized (givingBack) {
            var all = Arrays.copyOfRange(given, from, from + count + unread.length);
            System.arraycopy(unread, 0, all, count, unread.length);
            unread = all;
        }
    }

    /// Frees what it opened; the terminal stays open.
    void end() {
        Libc.close(waker);
    }
}
