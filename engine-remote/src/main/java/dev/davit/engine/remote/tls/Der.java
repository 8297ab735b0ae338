package dev.davit.engine.remote.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// As much of DER (ITU-T X.690) as envelopes of keys need: a reader that goes from element to element, and a few writers.
final class Der {
    static final int SEQUENCE = 0x30;
    static final int CONTEXT_0 = 0xa0;
    static final byte[] NULL = {0x05, 0x00};
    static final byte[] ZERO = {0x02, 0x01, 0x00};

    private final byte[] bytes;
    private int at;

    Der(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What is in the next element, which must have this tag.
    Der enter(int tag) {
        if (at >= bytes.length || (bytes[at] & 0xff) != tag) throw new IllegalArgumentException("another element than expected");
        int end = end();
        return new Der(Arrays.copyOfRange(bytes, end - contentLength(), end));
    }

    /// The next element, with its head.
    byte[] next() {
        int start = at;
        at = end();
        return Arrays.copyOfRange(bytes, start, at);
    }

    void skip() {
        at = end();
    }

    private int end() {
        int length = contentLength();
        int end = at + 1 + lengthOfLength() + length;
        if (end > bytes.length || end < at) throw new IllegalArgumentException("an element that is cut off");
        return end;
    }

    private int lengthOfLength() {
        int first = octet(at + 1);
        return first < 0x80 ? 1 : 1 + (first & 0x7f);
    }

    private int contentLength() {
        int first = octet(at + 1);
        if (first < 0x80) return first;
        int octets = first & 0x7f;
        if (octets == 0 || octets > 3) throw new IllegalArgumentException("a length that no key has");
        int length = 0;
        for (int i = 0; i < octets; i++) length = length << 8 | octet(at + 2 + i);
        return length;
    }

    private int octet(int index) {
        if (index >= bytes.length) throw new IllegalArgumentException("an element that is cut off");
        return bytes[index] & 0xff;
    }

    static byte[] sequence(byte[]... elements) {
        var content = new ByteArrayOutputStream();
        for (byte[] element : elements) content.writeBytes(element);
        return element(SEQUENCE, content.toByteArray());
    }

    static byte[] octets(byte[] content) {
        return element(0x04, content);
    }

    /// An object identifier from its encoded content.
    static byte[] object(int... content) {
        var encoded = new byte[content.length];
        for (int i = 0; i < content.length; i++) encoded[i] = (byte) content[i];
        return element(0x06, encoded);
    }

    private static byte[] element(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int octets = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) out.write(length >> (8 * i));
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
