package dev.davit.engine.fake;

import dev.davit.engine.container.StdStream;
import java.io.ByteArrayOutputStream;

/// A terminal between a user and a process, in its usual (canonical) mode: echoes, gathers lines, makes signals of keys.
/// As termios(3) describes it, without editing keys.
final class LineDiscipline {
    private static final int INTERRUPT = 3;
    private static final int END_OF_FILE = 4;
    private final FakeProcess process;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineDiscipline(FakeProcess process) {
        this.process = process;
    }

    void input(byte[] bytes) {
        for (byte b : bytes) {
            byte key = b == '\r' ? (byte) '\n' : b;
            switch (key) {
                case INTERRUPT -> {
                    process.emit(StdStream.STDOUT, new byte[] {'^', 'C'});
                    process.signal(Signals.INT);
                }
                case END_OF_FILE -> {
                    if (line.size() == 0) process.endInput();
                    else handOver();
                }
                default -> {
                    line.write(key);
                    process.emit(StdStream.STDOUT, output(new byte[] {key}));
                    if (key == '\n') handOver();
                }
            }
        }
    }

    private void handOver() {
        process.deliver(line.toByteArray());
        line.reset();
    }

    /// A new line goes back to the first column too.
    byte[] output(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length + 2);
        for (byte b : bytes) {
            if (b == '\n') out.write('\r');
            out.write(b);
        }
        return out.toByteArray();
    }
}
