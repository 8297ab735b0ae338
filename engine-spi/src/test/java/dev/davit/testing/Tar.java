package dev.davit.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes a tar archive of the ustar kind (POSIX.1-1988), as far as a small image needs it: names up to 100 bytes.
public final class Tar {
    private static final int BLOCK = 512;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Tar folder(String name) {
        return entry(name + "/", '5', 0755, "", new byte[0]);
    }

    public Tar file(String name, int mode, byte[] content) {
        return entry(name, '0', mode, "", content);
    }

    public Tar link(String name, String target) {
        return entry(name, '2', 0777, target, new byte[0]);
    }

    public byte[] bytes() {
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private Tar entry(String name, char type, int mode, String target, byte[] content) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, String.format(Locale.ROOT, "%07o", mode));
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte b : header) sum += b & 0xff;
        put(header, 148, String.format(Locale.ROOT, "%06o", sum));
        header[154] = 0;
        out.writeBytes(header);
        out.writeBytes(content);
        int rest = content.length % BLOCK;
        if (rest > 0) out.writeBytes(new byte[BLOCK - rest]);
        return this;
    }

    private static void put(byte[] header, int offset, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
