package dev.davit.cli.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Tells an archive from a Dockerfile by its first bytes.
final class ArchiveMagic {
    private static final int BLOCK = 512;

    /// gzip, bzip2, xz, zstd.
    private static final List<byte[]> COMPRESSED = List.of(
            new byte[] {0x1f, (byte) 0x8b, 8},
            new byte[] {'B', 'Z', 'h'},
            new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0},
            new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd});

    private ArchiveMagic() {}

    /// Whether a tar archive follows, compressed or not. Nothing is taken from the stream.
    static boolean isArchive(BufferedInputStream in) throws IOException {
        in.mark(BLOCK);
        byte[] head = in.readNBytes(BLOCK);
        in.reset();
        return COMPRESSED.stream().anyMatch(magic -> starts(head, magic)) || isTar(head);
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /// A header whose sum is right, or the end of an archive without entries.
    private static boolean isTar(byte[] head) {
        if (head.length < BLOCK) return false;
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xff;
        String written = new String(head, 148, 8, java.nio.charset.StandardCharsets.US_ASCII).replace('\0', ' ').strip();
        boolean octal = !written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '7');
        return octal ? Integer.parseInt(written, 8) == sum : sum == 8 * ' ';
    }
}
