package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// An archive is looked into, and nothing of it is lost by that.
final class ArchiveContextTest {
    private static final byte[] DOCKERFILE = "FROM scratch\n".getBytes(StandardCharsets.US_ASCII);

    /// Bytes that no two archives share by chance, more than any buffer on the way holds.
    private static byte[] much() {
        var bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static void isFoundAndWhole(byte[] archive) throws IOException {
        try (var context = new ArchiveContext(new ByteArrayInputStream(archive), "")) {
            assertThat(context.dockerfile()).hasValue("FROM scratch\n");
            assertThat(context.whole().readAllBytes()).isEqualTo(archive);
        }
    }

    @Test
    void anArchiveGoesAsItCameWhateverStandsBeforeItsDockerfile() throws IOException {
        isFoundAndWhole(new Tar().file("big", 0644, much()).file("Dockerfile", 0644, DOCKERFILE).file("behind", 0644, much()).bytes());
    }

    @Test
    void soDoesOneThatIsZipped() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(new Tar().file("big", 0644, much()).file("Dockerfile", 0644, DOCKERFILE).file("behind", 0644, much()).bytes());
        }
        isFoundAndWhole(zipped.toByteArray());
    }

    @Test
    void anArchiveWithoutADockerfileGoesAsItCame() throws IOException {
        byte[] archive = new Tar().file("big", 0644, much()).bytes();
        try (var context = new ArchiveContext(new ByteArrayInputStream(archive), "")) {
            assertThat(context.dockerfile()).isEmpty();
            assertThat(context.whole().readAllBytes()).isEqualTo(archive);
        }
    }
}
