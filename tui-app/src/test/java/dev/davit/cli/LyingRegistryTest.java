package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pulls from a registry that lies: one sentence says why it failed, nothing of the image is there, and nothing that the registry
/// wrote paints on the terminal.
@Timeout(120)
@ExtendWith({DockerdExtension.class, LyingRegistryTest.Registry.class, LeakCheck.class})
final class LyingRegistryTest {

    @ParameterizedTest
    @CsvSource({
        "other-layer, verification failed", "other-config, verification failed", "no-manifest, invalid character",
        "locked, unauthorized", "painter, denied"
    })
    void aLieIsTold(String repository, String why, Dockerd daemon) throws IOException {
        String image = daemon.provisions().falseRegistry() + "/" + repository + ":latest";
        for (var davit : new Davit[] {Davit.on(daemon.host()), Davit.onTerminal(daemon.host())}) {
            var outcome = davit.run("pull", image);
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FAILED);
            var told = outcome.err().lines().filter(line -> line.startsWith("davit: ")).toList();
            assertThat(told).as(outcome.err()).hasSize(1);
            assertThat(told.getFirst()).startsWith("davit: cannot pull image " + image + ": ").contains(why);
            assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b[2J").doesNotContain("\u001b]").doesNotContain("\u0007");
            assertThat(davit.run("image", "inspect", image).exit()).isEqualTo(ExitCode.FAILED);
        }
        assertThat(Davit.on(daemon.host()).run("images", "-q", daemon.provisions().falseRegistry() + "/*").out()).isEmpty();
    }

    /// The registry lives as long as the daemon.
    static final class Registry implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            DockerdExtension.daemon(context).provisions().falseRegistry();
        }
    }
}
