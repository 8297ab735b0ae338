package dev.davit.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes of unknown origin on their way to a terminal: [SafeText] for a stream, whose pieces may end within a character or
/// an escape sequence. Bytes that are no UTF-8 are shown as `\xNN`. Line feeds, tabs and a carriage return before a line
/// feed stay.
///
/// Not for a pipe or a file, which get the bytes as they are, and not for a session with a terminal of its own
/// (`run -it`), which is meant to drive the terminal. Closing does not close the target. For one thread.
public final class SafeStream extends OutputStream {

    /// What may pass.
    public enum Policy {
        /// Nothing that acts on the terminal.
        TEXT,
        /// Also colours, bold, underline and the like (SGR), but not concealed text; they end when the stream does.
        COLOURS
    }

    // a colour sequence is shorter; a longer one is shown as text
    private static final int LONGEST_SEQUENCE = 64;
    private static final byte[] RESET = {0x1b, '[', '0', 'm'};

    private final OutputStream target;
    private final Policy policy;
    // the start of a sequence or character whose rest has not come
    private final byte[] pending = new byte[LONGEST_SEQUENCE];
    private int held;
    private boolean coloured;
    private final ByteArrayOutputStream safe = new ByteArrayOutputStream(8192);

    public SafeStream(OutputStream target, Policy policy) {
        this.target = target;
        this.policy = policy;
    }

    @Override
    public void write(int b) throws IOException {
        accept((byte) b);
        pass();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            accept(bytes[i]);
            if (safe.size() >= 8000) pass();
        }
        pass();
    }

    private void pass() throws IOException {
        if (safe.size() > 0) {
            safe.writeTo(target);
            safe.reset();
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /// Shows what was held back, and ends colours. The target stays open.
    @Override
    public void close() throws IOException {
        surrenderAll();
        if (coloured) safe.writeBytes(RESET);
        coloured = false;
        pass();
        target.flush();
    }

    private void accept(byte b) {
        if (held == 0) {
            start(b);
            return;
        }
        switch (pending[0]) {
            case '\r' -> {
                held = 0;
                if (b == '\n') safe.write('\r');
                else show('\r');
                start(b);
            }
            case 0x1b -> inSequence(b);
            default -> inCharacter(b);
        }
    }

    private void start(byte b) {
        if ((b >= 0x20 && b < 0x7f) || b == '\n' || b == '\t') {
            safe.write(b);
        } else if (b == '\r' || (b == 0x1b && policy == Policy.COLOURS) || expected(b) > 1) {
            pending[held++] = b;
        } else {
            showByte(b);
        }
    }

    private void inSequence(byte b) {
        boolean goesOn = held == 1 ? b == '[' : (b >= '0' && b <= '9') || b == ';' || b == ':';
        boolean ends = held > 1 && b == 'm';
        if (ends && isColour(new String(pending, 2, held - 2, StandardCharsets.US_ASCII))) {
            safe.write(pending, 0, held);
            safe.write(b);
            coloured = true;
            held = 0;
        } else if (goesOn && !ends && held < LONGEST_SEQUENCE) {
            pending[held++] = b;
        } else {
            surrenderAll();
            start(b);
        }
    }

    /// False where the text would be hidden (8); a colour's own numbers (38;5;8) are not looked at.
    private static boolean isColour(String parameters) {
        var numbers = parameters.split(";", -1);
        for (int i = 0; i < numbers.length; i++) {
            switch (numbers[i].replaceFirst("^0+(?=\\d)", "")) {
                case "8" -> {
                    return false;
                }
                case "38", "48", "58" -> {
                    var kind = i + 1 < numbers.length ? numbers[i + 1] : "";
                    i += kind.equals("2") ? 4 : 2;
                }
                default -> {}
            }
        }
        return true;
    }

    private void inCharacter(byte b) {
        if ((b & 0xc0) != 0x80) {
            surrenderAll();
            start(b);
            return;
        }
        pending[held++] = b;
        if (held < expected(pending[0])) return;
        int point = decoded();
        if (point < 0) {
            surrenderAll();
        } else {
            held = 0;
            show(point);
        }
    }

    /// Bytes of the character that starts so; 0 where none does.
    private static int expected(byte first) {
        int b = first & 0xff;
        if (b >= 0xc2 && b <= 0xdf) return 2;
        if (b >= 0xe0 && b <= 0xef) return 3;
        return b >= 0xf0 && b <= 0xf4 ? 4 : 0;
    }

    /// The character held, or -1 where it is a surrogate, too long a form, or beyond Unicode.
    private int decoded() {
        int point = pending[0] & (0x7f >> held);
        for (int i = 1; i < held; i++) point = point << 6 | (pending[i] & 0x3f);
        int least = held == 2 ? 0x80 : held == 3 ? 0x800 : 0x10000;
        boolean valid = point >= least && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
        return valid ? point : -1;
    }

    private void surrenderAll() {
        int count = held;
        held = 0;
        for (int i = 0; i < count; i++) {
            if (pending[i] >= 0x20 && pending[i] < 0x7f) safe.write(pending[i]);
            else showByte(pending[i]);
        }
    }

    private void showByte(byte b) {
        if (b >= 0) show(b);
        else safe.writeBytes(String.format("\\x%02x", b & 0xff).getBytes(StandardCharsets.US_ASCII));
    }

    private void show(int point) {
        var text = new StringBuilder();
        SafeText.append(text, point);
        safe.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
