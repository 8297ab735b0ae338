package dev.davit.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The bytes before and after an entry's content: what a program that makes an archive piece by piece needs. What a ustar header
/// has no room for goes into a pax header before it.
public final class TarHeader {
    /// The unit of an archive.
    public static final int BLOCK = 512;

    private static final int NAME_ROOM = 100;
    private static final long NUMBER_ROOM = 07777777;
    private static final long SIZE_ROOM = 077777777777L;

    private TarHeader() {}

    /// What stands before an entry's content, whole blocks.
    public static byte[] of(TarEntry entry) {
        var records = new LinkedHashMap<String, String>();
        byte[] name = name(entry).getBytes(StandardCharsets.UTF_8);
        byte[] link = entry.linkName().getBytes(StandardCharsets.UTF_8);
        var modified = entry.modified();
        long seconds = modified.getEpochSecond();
        if (name.length > NAME_ROOM || !isAscii(name)) records.put("path", name(entry));
        if (link.length > NAME_ROOM || !isAscii(link)) records.put("linkpath", entry.linkName());
        if (entry.size() > SIZE_ROOM) records.put("size", Long.toString(entry.size()));
        if (entry.uid() > NUMBER_ROOM) records.put("uid", Long.toString(entry.uid()));
        if (entry.gid() > NUMBER_ROOM) records.put("gid", Long.toString(entry.gid()));
        boolean early = seconds < 0 || seconds > SIZE_ROOM;
        if (early || modified.getNano() != 0) records.put("mtime", decimal(modified));
        var out = new ByteArrayOutputStream(BLOCK);
        if (!records.isEmpty()) writePax(records, out);
        out.writeBytes(block(entry, name, link, early ? 0 : seconds));
        return out.toByteArray();
    }

    /// The zero bytes that fill up content of this size.
    public static byte[] padding(long size) {
        return new byte[(int) (-size & (BLOCK - 1))];
    }

    /// What ends an archive.
    public static byte[] end() {
        return new byte[2 * BLOCK];
    }

    private static String name(TarEntry entry) {
        boolean bare = entry.kind() == TarEntry.Kind.DIRECTORY && !entry.name().endsWith("/");
        return bare ? entry.name() + "/" : entry.name();
    }

    private static boolean isAscii(byte[] text) {
        for (byte b : text) {
            if (b < 0) return false;
        }
        return true;
    }

    /// Seconds with a fraction, as pax writes times before and after 1970.
    private static String decimal(Instant time) {
        long seconds = time.getEpochSecond();
        long nanos = time.getNano();
        boolean negative = seconds < 0;
        if (negative && nanos > 0) {
            seconds++;
            nanos = 1_000_000_000 - nanos;
        }
        String whole = (negative ? "-" : "") + Math.abs(seconds);
        return nanos == 0 ? whole : whole + "." + String.format("%09d", nanos).replaceFirst("0+$", "");
    }

    private static void writePax(Map<String, String> records, ByteArrayOutputStream out) {
        var body = new ByteArrayOutputStream();
        records.forEach((key, value) -> body.writeBytes(record(key, value)));
        var extension = TarEntry.file("PaxHeaders.0/entry", 0644, body.size(), Instant.EPOCH);
        byte[] header = block(extension, extension.name().getBytes(StandardCharsets.US_ASCII), new byte[0], 0);
        header[156] = 'x';
        sum(header);
        out.writeBytes(header);
        out.writeBytes(body.toByteArray());
        out.writeBytes(padding(body.size()));
    }

    /// `LENGTH KEY=VALUE` and a line end, the length counting itself.
    private static byte[] record(String key, String value) {
        byte[] rest = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
        int length = rest.length;
        while (length != rest.length + Integer.toString(length).length()) length = rest.length + Integer.toString(length).length();
        var out = new ByteArrayOutputStream(length);
        out.writeBytes(Integer.toString(length).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(rest);
        return out.toByteArray();
    }

    private static byte[] block(TarEntry entry, byte[] name, byte[] link, long seconds) {
        var block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, Math.min(name.length, NAME_ROOM));
        octal(block, 100, 8, entry.permissions() & 07777);
        octal(block, 108, 8, fitting(entry.uid(), NUMBER_ROOM));
        octal(block, 116, 8, fitting(entry.gid(), NUMBER_ROOM));
        octal(block, 124, 12, fitting(entry.size(), SIZE_ROOM));
        octal(block, 136, 12, seconds);
        block[156] = (byte) entry.kind().flag;
        System.arraycopy(link, 0, block, 157, Math.min(link.length, NAME_ROOM));
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 8);
        octal(block, 329, 8, entry.major());
        octal(block, 337, 8, entry.minor());
        sum(block);
        return block;
    }

    private static long fitting(long value, long room) {
        return value > room ? 0 : value;
    }

    private static void octal(byte[] block, int offset, int width, long value) {
        for (int i = offset + width - 2; i >= offset; i--) {
            block[i] = (byte) ('0' + (value & 7));
            value >>= 3;
        }
    }

    private static void sum(byte[] block) {
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) sum += b & 0xff;
        octal(block, 148, 7, sum);
        block[154] = 0;
    }
}
