package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What a request carries.
public sealed interface Body {

    /// Adds the header lines that tell of it.
    void writeHead(String method, StringBuilder head);

    /// Writes it, as the header lines say.
    void writeTo(OutputStream out) throws IOException;

    /// Nothing.
    record None() implements Body {
        @Override
        public void writeHead(String method, StringBuilder head) {
            if (!method.equals("GET") && !method.equals("HEAD")) head.append("Content-Length: 0\r\n");
        }

        @Override
        public void writeTo(OutputStream out) {}
    }

    /// Bytes of a known length.
    ///
    /// @param type the media type
    /// @param bytes all of them
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Bytes(String type, byte[] bytes) implements Body {
        @Override
        public void writeHead(String method, StringBuilder head) {
            head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(bytes.length).append("\r\n");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /// A stream of unknown length, sent in chunks; it is read to its end and not closed.
    ///
    /// @param type the media type
    /// @param content the bytes
    record Stream(String type, InputStream content) implements Body {
        private static final int CHUNK_HEAD = 16;
        private static final int CHUNK = 128 * 1024;

        @Override
        public void writeHead(String method, StringBuilder head) {
            head.append("Content-Type: ").append(type).append("\r\nTransfer-Encoding: chunked\r\n");
        }

        /// One write per chunk: its size stands in the buffer before what was read.
        @Override
        public void writeTo(OutputStream out) throws IOException {
            var buffer = new byte[CHUNK_HEAD + CHUNK + 2];
            int count;
            while ((count = read(buffer)) >= 0) {
                if (count == 0) continue;
                byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                int start = CHUNK_HEAD - size.length;
                System.arraycopy(size, 0, buffer, start, size.length);
                buffer[CHUNK_HEAD + count] = '\r';
                buffer[CHUNK_HEAD + count + 1] = '\n';
                out.write(buffer, start, size.length + count + 2);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }

        private int read(byte[] buffer) throws SourceFailure {
            try {
                return content.read(buffer, CHUNK_HEAD, CHUNK);
            } catch (IOException e) {
                throw new SourceFailure(e);
            }
        }
    }

    /// Nothing.
    Body NONE = new None();

    /// A JSON text.
    static Body json(String text) {
        return new Bytes("application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
