package dev.davit.engine.fake;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Watches what is typed for the keys that end a session. Keys that begin the sequence are held back until it is clear that
/// they are not it.
final class DetachKeys {
    private static final byte[] USUAL = {16, 17};
    private final byte[] sequence;
    private int matched;

    private DetachKeys(byte[] sequence) {
        this.sequence = sequence;
    }

    /// @param spelling `ctrl-p,ctrl-q`, `a`; empty for the usual ones
    static DetachKeys of(String what, Optional<String> spelling) {
        if (spelling.isEmpty() || spelling.get().isEmpty()) return new DetachKeys(USUAL);
        var keys = new ByteArrayOutputStream();
        for (String word : spelling.get().split(",", -1)) {
            if (word.length() == 1) keys.write(word.charAt(0));
            else if (word.startsWith("ctrl-") && word.length() == 6) keys.write(word.charAt(5) & 31);
            else throw Oops.invalid(what, "invalid detach keys (" + spelling.get() + ") provided");
        }
        return new DetachKeys(keys.toByteArray());
    }

    /// What of these bytes goes through to the process; empty once the whole sequence was typed.
    Optional<byte[]> through(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (b == sequence[matched]) {
                if (++matched == sequence.length) return Optional.empty();
                continue;
            }
            out.write(sequence, 0, matched);
            matched = 0;
            if (b == sequence[0]) matched = 1;
            else out.write(b);
        }
        return Optional.of(out.toByteArray());
    }
}
