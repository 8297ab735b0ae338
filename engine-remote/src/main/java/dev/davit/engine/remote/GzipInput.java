package dev.davit.engine.remote;

import dev.davit.engine.BlockInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;

/// A stream's bytes compressed by gzip (RFC 1952) while they are read.
final class GzipInput extends BlockInput {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final CRC32 sum = new CRC32();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final InputStream compressed;
    private InputStream current = new ByteArrayInputStream(HEAD);
    private long length;
    private int part;

    GzipInput(InputStream plain) {
        compressed = new DeflaterInputStream(new Counted(plain), deflater);
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        while (true) {
            int count = current.read(bytes, offset, wanted);
            if (count >= 0 || part == 2) return count;
            part++;
            current = part == 1 ? compressed : new ByteArrayInputStream(tail());
        }
    }

    private byte[] tail() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt((int) sum.getValue()).putInt((int) length).array();
    }

    @Override
    public void close() throws IOException {
        compressed.close();
        deflater.end();
    }

    /// What goes into the compression.
    private final class Counted extends BlockInput {
        private final InputStream plain;

        Counted(InputStream plain) {
            this.plain = plain;
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) throws IOException {
            int count = plain.read(bytes, offset, wanted);
            if (count > 0) {
                sum.update(bytes, offset, count);
                length += count;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }
}
