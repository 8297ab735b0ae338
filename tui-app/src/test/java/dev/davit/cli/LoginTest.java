package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginTest {
    @TempDir
    Path folder;

    @Test
    void aLoginThatTheRegistryTakesIsKept() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.json("POST /auth", "{\"Status\":\"Login Succeeded\",\"IdentityToken\":\"\"}");
            var outcome = davit(daemon).run("login", "-u", "me", "-p", "secret", "registry.example.com");
            assertThat(outcome.out()).isEqualTo("Login Succeeded\n");
            assertThat(outcome.exit()).isZero();
            assertThat(folder.resolve("config.json")).content().contains("registry.example.com").contains("bWU6c2VjcmV0");
        }
    }

    @Test
    void aLoginThatIsRefusedIsNotKept() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.on("POST /auth", out -> out.write(WireDaemon.response("401 Unauthorized", "{\"message\":\"no such user\"}")));
            var outcome = davit(daemon).run("login", "-u", "me", "-p", "wrong", "registry.example.com");
            assertThat(outcome.err()).contains("davit: cannot log in at registry.example.com: no such user\n").doesNotContain("wrong");
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(Files.exists(folder.resolve("config.json"))).isFalse();
        }
    }

    private Davit davit(WireDaemon daemon) {
        return new Davit(Map.of("DOCKER_HOST", daemon.host(), "DOCKER_CONFIG", folder.toString(), "HOME", folder.toString()), false);
    }
}
