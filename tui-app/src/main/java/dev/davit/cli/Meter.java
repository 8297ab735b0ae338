package dev.davit.cli;

import dev.davit.format.SafeText;
import dev.davit.format.Sizes;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes of a stream on its way, and on a terminal shows how many there were and how fast they flow, on one line of
/// standard error that is drawn anew, also while nothing flows, and taken away at the end. Elsewhere it shows nothing.
public final class Meter implements AutoCloseable {
    /// Milliseconds from one line to the next.
    private static final long FRAME = 100;
    private static final double NANOS = 1e9;

    private final Output err;
    private final boolean shown;
    private final String doing;
    private final String waiting;
    private final long began = System.nanoTime();
    private long count;
    private boolean flows = true;

    /// @param quiet whether to show nothing in any case
    /// @param doing what is being done: `Saving`
    /// @param waiting what is waited for when the stream has ended: `the daemon to unpack`
    public Meter(CommandContext context, boolean quiet, String doing, String waiting) {
        this.err = context.io().err();
        this.shown = err.isTerminal() && !quiet;
        this.doing = doing;
        this.waiting = waiting;
        draw("  waiting for the first bytes");
        if (shown) Thread.ofVirtual().name("meter").start(this::keepDrawing);
    }

    private synchronized void keepDrawing() {
        try {
            while (flows) {
                if (count > 0) draw(amount());
                wait(FRAME);
            }
        } catch (OutputGone e) {
            // whoever reads the stream meets that too, at its end
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "progress", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many bytes there were.
    public synchronized long count() {
        return count;
    }

    /// The stream, counted as it is read. Closing it closes the one below.
    public InputStream counted(InputStream in) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = in.read();
                add(next < 0 ? -1 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return add(in.read(bytes, offset, length));
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private synchronized int add(int more) {
        if (more > 0) {
            count += more;
        } else if (more < 0) {
            end();
            draw(amount() + (waiting.isEmpty() ? "" : "  waiting for " + waiting));
        }
        return more;
    }

    private synchronized void end() {
        flows = false;
        notifyAll();
    }

    private String amount() {
        double seconds = Math.max(0.001, (System.nanoTime() - began) / NANOS);
        return "  " + Sizes.decimal(count, 4) + "  " + Sizes.decimal((long) (count / seconds), 3) + "/s";
    }

    private void draw(String text) {
        if (!shown) return;
        // a line that wraps could not be drawn anew: the name gives way to the amount
        String name = SafeText.line(doing);
        int columns = Math.max(0, err.size().columns() - 1);
        String line = name.substring(0, Math.min(name.length(), Math.max(0, columns - text.length()))) + text;
        err.text("\r" + line.substring(0, Math.min(line.length(), columns)) + "\u001b[K");
    }

    /// Says on a terminal, in place of the line, what came of it.
    ///
    /// @param where where the bytes are now
    public synchronized void succeeded(String where) {
        end();
        if (shown) err.text("\r\u001b[K" + SafeText.line("Successfully copied " + Sizes.decimal(count, 3) + " to " + where) + "\n");
    }

    @Override
    public synchronized void close() {
        end();
        if (shown) err.text("\r\u001b[K");
    }
}
