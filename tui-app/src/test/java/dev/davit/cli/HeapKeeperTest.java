package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HeapKeeperTest {

    /// Objects that get old and are let go then, 400 MB in all, of which 4 are needed at any time.
    static final class Ageing {
        public static void main(String[] arguments) {
            try (var _ = arguments[0].equals("kept") ? new HeapKeeper() : null) {
                System.out.println(most() >> 20);
            }
        }

        private static long most() {
            long most = 0;
            var held = new ArrayDeque<byte[]>();
            for (int i = 0; i < 400_000; i++) {
                held.add(new byte[1000]);
                if (held.size() > 4_000) held.remove();
                most = Math.max(most, Runtime.getRuntime().totalMemory());
            }
            return most;
        }
    }

    @Test
    void what_has_got_old_does_not_stay() throws Exception {
        assertThat(most("left")).as("MiB of heap without it, or this test proves nothing").isGreaterThan(100);
        assertThat(most("kept")).as("MiB of heap with it").isLessThan(48);
    }

    private static int most(String how) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(List.of(
                        java, "-XX:+UseSerialGC", "-Xms24m", "-Xmn8m", "-Xmx1g", "-cp", System.getProperty("java.class.path"), Ageing.class.getName(), how))
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(program.waitFor()).as(said).isZero();
        return Integer.parseInt(said);
    }
}
