package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.ConnectFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Blocks of a PEM file, RFC 7468; what stands around them is text for people.
final class Pem {
    private static final int LIMIT = 1 << 20;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private Pem() {}

    /// @param label what stands after BEGIN
    /// @param encrypted whether its content is locked by a passphrase
    /// @param content the decoded bytes
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Block(String label, boolean encrypted, byte[] content) {
        /// Without the content: it may be a key.
        @Override
        public String toString() {
            return label;
        }
    }

    /// @throws ConnectFailure when the file cannot be read, or a block in it is broken
    static List<Block> read(Path file) throws IOException {
        var blocks = new ArrayList<Block>();
        @Nullable String label = null;
        var body = new StringBuilder();
        boolean encrypted = false;
        for (String line : text(file).lines().map(String::strip).toList()) {
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                encrypted = label.startsWith("ENCRYPTED ");
                body.setLength(0);
            } else if (label != null && line.startsWith(END)) {
                blocks.add(new Block(label, encrypted, decode(file, label, encrypted ? "" : body.toString())));
                label = null;
            } else if (label != null && line.indexOf(':') > 0) {
                // RFC 1421: the header fields of an old encrypted key
                encrypted |= line.startsWith("Proc-Type:") && line.endsWith("ENCRYPTED");
            } else if (label != null) {
                body.append(line);
            }
        }
        if (label != null) throw ConnectFailure.unreachable(file + " ends in the middle of its " + label);
        return blocks;
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length <= LIMIT) return new String(bytes, StandardCharsets.ISO_8859_1);
            throw new IOException("it is over " + (LIMIT >> 20) + " MiB");
        } catch (NoSuchFileException e) {
            throw ConnectFailure.unreachable("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw ConnectFailure.unreachable("no permission to read " + file, e);
        } catch (IOException e) {
            throw ConnectFailure.unreachable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] decode(Path file, String label, String body) throws ConnectFailure {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            // its message may quote the key
            throw ConnectFailure.unreachable("the " + label + " in " + file + " is broken");
        }
    }
}
