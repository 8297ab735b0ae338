package dev.davit.engine.remote.server;

import dev.davit.engine.container.StdStream;
import dev.davit.engine.remote.ApiVersion;
import java.nio.charset.StandardCharsets;

/// How what a process wrote is sent: as it is from a terminal, else in frames of an 8 byte header (stream, three zeros, length).
/// Source: the Docker Engine API, "Stream format".
enum OutputFormat {
    RAW,
    FRAMED;

    private static final int HEADER = 8;
    /// The first version whose clients are told by the media type what they get.
    private static final ApiVersion TELLS = new ApiVersion(1, 42);

    static OutputFormat of(boolean tty) {
        return tty ? RAW : FRAMED;
    }

    /// The media type.
    String type(ApiVersion version) {
        return this == FRAMED && version.compareTo(TELLS) >= 0
                ? "application/vnd.docker.multiplexed-stream"
                : "application/vnd.docker.raw-stream";
    }

    /// What is sent for some bytes.
    byte[] sent(StdStream stream, byte[] bytes) {
        return sent(stream, "", bytes);
    }

    /// What is sent for some bytes with a text before them.
    byte[] sent(StdStream stream, String before, byte[] bytes) {
        byte[] prefix = before.getBytes(StandardCharsets.UTF_8);
        if (this == RAW && prefix.length == 0) return bytes;
        int header = this == FRAMED ? HEADER : 0;
        int length = prefix.length + bytes.length;
        var sent = new byte[header + length];
        if (this == FRAMED) {
            sent[0] = (byte) (stream == StdStream.STDERR ? 2 : 1);
            sent[4] = (byte) (length >> 24);
            sent[5] = (byte) (length >> 16);
            sent[6] = (byte) (length >> 8);
            sent[7] = (byte) length;
        }
        System.arraycopy(prefix, 0, sent, header, prefix.length);
        System.arraycopy(bytes, 0, sent, header + prefix.length, bytes.length);
        return sent;
    }
}
