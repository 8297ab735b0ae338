package dev.davit.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A console's screen of 160 by 45, looked at frame by frame as its bytes come.
final class WatchedScreen {
    private static final String FRAME_ENDS = "\u001b[?2026l";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VirtualScreen screen = new VirtualScreen(160, 45);
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private String text = "";
    private long bytes;
    /// When its last bytes came: what this program then does with them is not the console's time.
    private long frame;

    synchronized void take(byte[] some) {
        long came = System.nanoTime();
        bytes += some.length;
        begun.writeBytes(some);
        // a character for each byte: a frame's end is found wherever the pieces were cut
        int end = begun.toString(StandardCharsets.ISO_8859_1).lastIndexOf(FRAME_ENDS);
        if (end < 0) return;
        byte[] all = begun.toByteArray();
        screen.write(Arrays.copyOf(all, end + FRAME_ENDS.length()));
        begun.reset();
        begun.write(all, end + FRAME_ENDS.length(), all.length - end - FRAME_ENDS.length());
        text = screen.text();
        frame = came;
        notifyAll();
    }

    /// When the frame came that shows it, as [System#nanoTime] tells.
    synchronized long when(String what, Predicate<String> shown) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!shown.test(text)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new IllegalStateException("never showed " + what + ":\n" + text);
            wait(left);
        }
        return frame;
    }

    /// How many came.
    synchronized long bytes() {
        return bytes;
    }

    synchronized String text() {
        return text;
    }

    /// A container's row, or nothing. The name may stand above the rows too, as what they are filtered by, and below, as
    /// what was stopped.
    static String row(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith("▌ ") || line.startsWith("  "))
                .filter(line -> line.contains(name))
                .findFirst()
                .orElse("");
    }

    static boolean chosen(String text, String name) {
        return row(text, name).startsWith("▌");
    }

    /// Its row says so, or is out of sight, where those go that have ended.
    static boolean ended(String text, String name) {
        String row = row(text, name);
        return row.isEmpty() || row.contains("exited");
    }
}
