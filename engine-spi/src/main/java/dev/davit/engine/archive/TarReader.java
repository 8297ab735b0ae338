package dev.davit.engine.archive;

import dev.davit.engine.BlockInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads an archive entry by entry. Lengths are checked before anything is kept: names and pax headers may have a mebibyte, and
/// content is never held.
public final class TarReader {
    private static final int MAXIMUM_EXTENSION = 1 << 20;

    private final InputStream in;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private final InputStream content = new Content();
    private long left;
    private int padding;
    private boolean ended;

    /// @param in the archive, uncompressed; it is not closed
    public TarReader(InputStream in) {
        this.in = in;
    }

    /// The next entry; what was not read of the last one's content is passed over. Empty at the archive's end mark: what the stream
    /// below has behind it is not waited for (a daemon ends its answer only when the container's file system is on the disk).
    ///
    /// @throws TarException when the archive is broken
    public Optional<TarEntry> next() throws IOException {
        var extended = new HashMap<String, String>();
        while (!ended) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            if (!nextBlock()) break;
            char flag = (char) (block[156] & 0xff);
            long size = number(124, 12);
            if (size < 0) throw new TarException("a tar entry has a negative size");
            switch (flag) {
                case 'x' -> pax(extension(size), extended);
                case 'g' -> extension(size);
                case 'L' -> extended.put("path", text(extension(size)));
                case 'K' -> extended.put("linkpath", text(extension(size)));
                default -> {
                    return Optional.of(entry(flag, size, extended));
                }
            }
        }
        return Optional.empty();
    }

    /// The content of the entry that [#next] gave last.
    public InputStream content() {
        return content;
    }

    /// Reads a header; false at the end of the archive.
    private boolean nextBlock() throws IOException {
        int count = in.readNBytes(block, 0, block.length);
        if (count == 0) throw new EOFException("the archive ends without its end mark");
        if (count < block.length) throw new EOFException("the archive ends in the middle of a header");
        for (byte b : block) {
            if (b != 0) {
                check();
                return true;
            }
        }
        ended = true;
        return false;
    }

    private void check() throws TarException {
        long wanted = number(148, 8);
        long sum = 0;
        long signed = 0;
        for (int i = 0; i < block.length; i++) {
            byte b = i >= 148 && i < 156 ? (byte) ' ' : block[i];
            sum += b & 0xff;
            signed += b;
        }
        if (wanted != sum && wanted != signed) throw new TarException("this is no tar archive: a header's checksum is wrong");
    }

    private TarEntry entry(char flag, long headerSize, Map<String, String> extended) throws IOException {
        String name = extended.getOrDefault("path", ustarName());
        var kind = kind(flag, name);
        long size = extended.containsKey("size") ? decimal(extended, "size") : headerSize;
        if (extended.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."))) {
            throw new TarException("the tar entry " + shown(name) + " is sparse, which is not understood");
        }
        boolean full = kind == TarEntry.Kind.FILE;
        left = full ? size : 0;
        padding = full ? TarHeader.padding(size).length : 0;
        return new TarEntry(
                name,
                kind,
                (int) (number(100, 8) & 07777),
                extended.containsKey("uid") ? decimal(extended, "uid") : Math.max(0, number(108, 8)),
                extended.containsKey("gid") ? decimal(extended, "gid") : Math.max(0, number(116, 8)),
                left,
                extended.containsKey("mtime") ? time(extended.get("mtime")) : Instant.ofEpochSecond(number(136, 12)),
                extended.getOrDefault("linkpath", field(157, 100)),
                Math.clamp(number(329, 8), 0, Integer.MAX_VALUE),
                Math.clamp(number(337, 8), 0, Integer.MAX_VALUE));
    }

    private static TarEntry.Kind kind(char flag, String name) throws TarException {
        // Files of before 1988 have no kind, and a directory's name then ends in a slash.
        if (flag == 0 || flag == '7') return name.endsWith("/") ? TarEntry.Kind.DIRECTORY : TarEntry.Kind.FILE;
        for (var kind : TarEntry.Kind.values()) {
            if (kind.flag == flag) return kind;
        }
        throw new TarException("the tar entry " + shown(name) + " is of a kind that is not understood");
    }

    private String ustarName() {
        String name = field(0, 100);
        // GNU tar's magic ends in blanks, and it keeps other things where POSIX has the start of a long name.
        boolean posix = field(257, 6).equals("ustar");
        String prefix = posix ? field(345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private byte[] extension(long size) throws IOException {
        if (size > MAXIMUM_EXTENSION) throw new TarException("a tar header of more than 1 MiB");
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) throw new EOFException("the archive ends in the middle of a header");
        in.skipNBytes(TarHeader.padding(size).length);
        return bytes;
    }

    /// Records `LENGTH KEY=VALUE` with a line end; a value may hold anything.
    private static void pax(byte[] bytes, Map<String, String> records) throws TarException {
        int at = 0;
        while (at < bytes.length) {
            int length = 0;
            int digits = at;
            while (digits < bytes.length && bytes[digits] >= '0' && bytes[digits] <= '9' && digits - at < 8) {
                length = length * 10 + bytes[digits++] - '0';
            }
            int end = at + length;
            boolean framed = digits < bytes.length && bytes[digits] == ' ' && end > digits + 1 && end <= bytes.length && bytes[end - 1] == '\n';
            int equals = digits + 1;
            while (framed && equals < end && bytes[equals] != '=') equals++;
            if (!framed || equals >= end) throw new TarException("a pax header is broken");
            String key = new String(bytes, digits + 1, equals - digits - 1, StandardCharsets.UTF_8);
            String value = new String(bytes, equals + 1, end - equals - 2, StandardCharsets.UTF_8);
            if (value.isEmpty()) records.remove(key);
            else records.put(key, value);
            at = end;
        }
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) end++;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private String field(int offset, int width) {
        int end = offset;
        while (end < offset + width && block[end] != 0) end++;
        return new String(block, offset, end - offset, StandardCharsets.UTF_8);
    }

    /// An octal number with blanks or zeros around it, or GNU's form of large ones: the first bit set, the rest binary.
    private long number(int offset, int width) throws TarException {
        int first = block[offset] & 0xff;
        if (first >= 0x80) {
            long value = (first & 0x40) != 0 ? -1 : 0;
            value = (value << 6) | (first & 0x3f);
            for (int i = offset + 1; i < offset + width; i++) {
                if (value >= 1L << 54 || value < -(1L << 54)) throw new TarException("a number in a tar header is too large");
                value = (value << 8) | (block[i] & 0xff);
            }
            return value;
        }
        long value = 0;
        boolean begun = false;
        for (int i = offset; i < offset + width; i++) {
            int c = block[i];
            if (c >= '0' && c <= '7') {
                value = (value << 3) | (c - '0');
                begun = true;
            } else if (c == 0 || c == ' ') {
                if (begun) return value;
            } else {
                throw new TarException("this is no tar archive: a number in a header is none");
            }
        }
        return value;
    }

    private static long decimal(Map<String, String> records, String key) throws TarException {
        try {
            long value = Long.parseLong(String.valueOf(records.get(key)));
            if (value >= 0) return value;
        } catch (NumberFormatException e) {
            // told below, with the key
        }
        throw new TarException("the " + key + " in a pax header is no number");
    }

    private static Instant time(String seconds) throws TarException {
        // digits only: an exponent would make a number of any length
        if (!seconds.matches("-?\\d{1,17}(\\.\\d{1,20})?")) throw new TarException("the mtime in a pax header is no time");
        var time = new BigDecimal(seconds);
        var whole = time.setScale(0, RoundingMode.FLOOR);
        try {
            return Instant.ofEpochSecond(whole.longValueExact(), time.subtract(whole).movePointRight(9).longValue());
        } catch (DateTimeException e) {
            throw new TarException("the mtime in a pax header is no time");
        }
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    private final class Content extends BlockInput {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (left == 0) return -1;
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) throw new EOFException("the archive ends in the middle of a file");
            left -= count;
            return count;
        }
    }
}
