package dev.davit.cli.container;

import dev.davit.cli.UsageException;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Watches typed bytes for the sequence that leaves a session. Bytes that begin the sequence are held back until it is
/// clear that they do not complete it.
final class DetachKeys {
    static final String USUAL = "ctrl-p,ctrl-q";

    private final byte[] sequence;
    private int matched;

    private DetachKeys(byte[] sequence) {
        this.sequence = sequence;
    }

    /// Reads `ctrl-p,ctrl-q`: letters, or `ctrl-` and one of `@`, `a`-`z`, `[`, `\`, `]`, `^`, `_`; empty means none.
    static DetachKeys of(String text) {
        var bytes = new ByteArrayOutputStream();
        for (String key : text.isEmpty() ? new String[0] : text.split(",", -1)) bytes.write(key(key, text));
        return new DetachKeys(bytes.toByteArray());
    }

    private static int key(String key, String whole) {
        String low = key.toLowerCase(Locale.ROOT);
        if (low.startsWith("ctrl-") && low.length() == 6) {
            int at = "@abcdefghijklmnopqrstuvwxyz[\\]^_".indexOf(low.charAt(5));
            if (at >= 0) return at;
        } else if (key.length() == 1 && key.charAt(0) < 128) {
            return key.charAt(0);
        }
        throw new UsageException("--detach-keys: \"" + key + "\" in \"" + whole + "\" is no key; use letters and ctrl-LETTER");
    }

    /// What may be passed on of the bytes typed.
    ///
    /// @param bytes to be passed on
    /// @param detached whether the sequence is complete; what followed it is dropped
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    record Passed(byte[] bytes, boolean detached) {}

    Passed filter(byte[] typed, int length) {
        if (sequence.length == 0) return new Passed(java.util.Arrays.copyOf(typed, length), false);
        var pass = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            if (typed[i] == sequence[matched]) {
                matched++;
                if (matched == sequence.length) return new Passed(pass.toByteArray(), true);
            } else {
                pass.write(sequence, 0, matched);
                matched = 0;
                if (typed[i] == sequence[0]) matched = 1;
                else pass.write(typed[i]);
            }
        }
        return new Passed(pass.toByteArray(), false);
    }
}
