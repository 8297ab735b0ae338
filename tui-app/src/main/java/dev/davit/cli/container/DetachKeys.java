package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.cli.UserSettings;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
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

    /// The keys of a command, in words: those typed with it, the user's own, or the usual ones; an empty word is none of these, as
    /// docker has it. The engine must know them too, or else it would watch for its own.
    static String words(Invocation typed, CommandContext context) {
        return typed.get(ProcessFlags.DETACH_KEYS).filter(keys -> !keys.isEmpty()).orElseGet(() -> UserSettings.detachKeys(context));
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
    /// @param detached whether the sequence is complete
    /// @param used how many of the bytes typed were looked at: all, or those up to the end of the sequence
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    record Passed(byte[] bytes, boolean detached, int used) {
        static Passed all(byte[] typed, int length) {
            return new Passed(Arrays.copyOf(typed, length), false, length);
        }
    }

    Passed filter(byte[] typed, int length) {
        if (sequence.length == 0) return Passed.all(typed, length);
        var pass = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            if (typed[i] == sequence[matched]) {
                matched++;
                if (matched == sequence.length) return new Passed(pass.toByteArray(), true, i + 1);
            } else {
                pass.write(sequence, 0, matched);
                matched = 0;
                if (typed[i] == sequence[0]) matched = 1;
                else pass.write(typed[i]);
            }
        }
        return new Passed(pass.toByteArray(), false, length);
    }
}
