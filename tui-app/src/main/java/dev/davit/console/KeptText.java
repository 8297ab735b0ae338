package dev.davit.console;

import dev.davit.cli.Archives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that davit keeps for its user.
final class KeptText {
    private KeptText() {}

    /// Reads one, whatever bytes are in it.
    ///
    /// @param most bytes that davit itself would write
    static String read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) throw new IOException("it is too long");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /// Why something went wrong, with the path.
    static String reason(IOException e, Path path) {
        String why = Archives.reason(e);
        return why.contains(path.toString()) ? why : why + ": " + path;
    }
}
