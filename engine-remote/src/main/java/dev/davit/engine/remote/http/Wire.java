package dev.davit.engine.remote.http;

import dev.davit.engine.BlockInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A connection with its read buffer: head lines and body bytes come out of the same buffer, so nothing that arrived with
/// the head is lost.
final class Wire {
    static final int MAXIMUM_LINE = 64 * 1024;
    static final int MAXIMUM_HEADERS = 256;

    private final Connection connection;
    private final byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    Wire(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /// A line without its end. Lines end with LF; a CR before it is dropped.
    String readLine() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (start == end && !fill()) throw new EOFException("the daemon closed the connection without an answer");
            int at = start;
            while (at < end && buffer[at] != '\n') at++;
            line.append(new String(buffer, start, at - start, StandardCharsets.ISO_8859_1));
            if (line.length() > MAXIMUM_LINE) throw new HttpProtocolException("a header line of more than 64 KiB");
            boolean complete = at < end;
            start = complete ? at + 1 : at;
            if (complete) {
                int length = line.length();
                if (length > 0 && line.charAt(length - 1) == '\r') line.setLength(length - 1);
                return line.toString();
            }
        }
    }

    /// Bytes, those in the buffer first; -1 at the end of the connection.
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (start == end) {
            if (length >= buffer.length) return connection.input().read(bytes, offset, length);
            if (!fill()) return -1;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, bytes, offset, count);
        start += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = connection.input().read(buffer, 0, buffer.length);
        start = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    /// The rest of the connection as a stream.
    InputStream rest() {
        return new BlockInput() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : Wire.this.read(bytes, offset, length);
            }
        };
    }

    /// A text from the other side, short and harmless enough for an error message.
    static String shown(String text) {
        var out = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), 60); i++) {
            char c = text.charAt(i);
            out.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return out.append(text.length() > 60 ? "…'" : "'").toString();
    }
}
