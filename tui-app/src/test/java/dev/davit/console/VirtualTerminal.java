package dev.davit.console;

import dev.davit.engine.container.TerminalSize;
import dev.davit.terminal.UserTerminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A terminal without a tty: keys are typed by a test, and what it shows can be read.
final class VirtualTerminal implements UserTerminal {
    private final VirtualScreen screen;
    private final Keys keys = new Keys();
    private final List<Runnable> resized = new CopyOnWriteArrayList<>();
    private final Written written = new Written();
    private volatile TerminalSize size;
    private final AtomicInteger raws = new AtomicInteger();

    VirtualTerminal(int columns, int rows) {
        size = new TerminalSize(columns, rows);
        screen = new VirtualScreen(columns, rows);
    }

    VirtualScreen screen() {
        return screen;
    }

    /// How many writes there were, each of them one frame.
    int frames() {
        return written.frames;
    }

    long bytes() {
        return written.bytes;
    }

    boolean isRaw() {
        return raws.get() > 0;
    }

    void type(byte[] bytes) {
        keys.add(bytes);
    }

    /// Nothing is typed until somebody has noticed.
    void pause() {
        keys.add(Keys.SILENCE);
    }

    void hangUp() {
        keys.hangUp();
    }

    void resize(int columns, int rows) {
        size = new TerminalSize(columns, rows);
        screen.resize(columns, rows);
        resized.forEach(Runnable::run);
    }

    @Override
    public String type() {
        return "xterm-256color";
    }

    @Override
    public TerminalSize size() {
        return size;
    }

    @Override
    public Mode raw() {
        raws.incrementAndGet();
        return raws::decrementAndGet;
    }

    @Override
    public Mode silent() {
        return () -> {};
    }

    @Override
    public Mode screen(String enter, String leave) {
        screen.write(enter.getBytes(StandardCharsets.UTF_8));
        return () -> screen.write(leave.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mode onResize(Runnable action) {
        resized.add(action);
        return () -> resized.remove(action);
    }

    @Override
    public TerminalInput input() {
        return keys;
    }

    @Override
    public OutputStream output() {
        return written;
    }

    private final class Written extends OutputStream {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private volatile int frames;
        private volatile long bytes;

        @Override
        public synchronized void write(int b) {
            held.write(b);
        }

        @Override
        public synchronized void write(byte[] all, int offset, int length) {
            held.write(all, offset, length);
        }

        @Override
        public synchronized void flush() {
            if (held.size() == 0) return;
            frames++;
            bytes += held.size();
            screen.write(held.toByteArray());
            held.reset();
        }
    }

    private static final class Keys extends TerminalInput {
        private static final byte[] SILENCE = {};

        /// What was typed, with the silences in between.
        private final Deque<byte[]> waiting = new ArrayDeque<>();
        private boolean called;
        private boolean gone;

        synchronized void add(byte[] bytes) {
            waiting.add(bytes);
            notifyAll();
        }

        synchronized void hangUp() {
            gone = true;
            notifyAll();
        }

        private boolean isSilent() {
            var first = waiting.peek();
            return first != null && first.length == 0;
        }

        @Override
        public synchronized int read(byte[] buffer, int millis) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            // only who waits for a time hears a silence
            while (millis < 0 && isSilent()) waiting.remove();
            while (waiting.isEmpty() && !called && !gone) {
                long left = millis < 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis >= 0 && left <= 0) return 0;
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return 0;
                }
                while (millis < 0 && isSilent()) waiting.remove();
            }
            if (called) {
                called = false;
                return 0;
            }
            var first = waiting.poll();
            if (first == null) return -1;
            int count = Math.min(buffer.length, first.length);
            System.arraycopy(first, 0, buffer, 0, count);
            if (count < first.length) waiting.addFirst(Arrays.copyOfRange(first, count, first.length));
            return count;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, -1) <= 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var some = new byte[length];
            int count = read(some, -1);
            if (count > 0) System.arraycopy(some, 0, buffer, offset, count);
            return count;
        }

        @Override
        public synchronized void wake() {
            called = true;
            notifyAll();
        }

        @Override
        public synchronized void unread(byte[] bytes, int from, int count) {
            if (count > 0) waiting.addFirst(Arrays.copyOfRange(bytes, from, from + count));
            notifyAll();
        }
    }
}
