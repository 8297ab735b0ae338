package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `login` as a user has it who types the name and the password.
@Timeout(120)
@ExtendWith(LeakCheck.class)
final class LoginOnTerminalTest {
    private final Pty pty = Pty.open(100, 30);
    private final String before = pty.mode();
    private final WireDaemon daemon;
    private final Path folder;

    LoginOnTerminalTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.daemon = new WireDaemon(folder.resolve("s"), "1.41");
    }

    @BeforeEach
    void takeLogins() {
        daemon.json("POST /auth", "{\"Status\":\"Login Succeeded\",\"IdentityToken\":\"\"}");
    }

    @AfterEach
    void close() {
        pty.close();
        daemon.close();
    }

    @Test
    void whatIsAskedForIsTypedAndTheSecretIsNotShown() throws Exception {
        var davit = login();
        pty.await("Username: ");
        pty.type("me\r");
        awaitSecret();
        pty.type("wrong\u007f\u007f\u007f\u007f\u007fsecret\r");
        assertThat(exit(davit)).isZero();
        assertThat(pty.mode()).isEqualTo(before);
        assertThat(pty.screen()).contains("Login Succeeded").doesNotContain("secret", "wrong");
        assertThat(folder.resolve("config.json")).content().contains("bWU6c2VjcmV0");
    }

    @Test
    void theNameThatIsKnownIsOfferedWhenTheKeptLoginIsRefused() throws Exception {
        var davit = login();
        pty.ask("me", "Password: ");
        pty.type("secret\r");
        assertThat(exit(davit)).isZero();
        daemon.on("POST /auth", out -> out.write(WireDaemon.response("401 Unauthorized", "{\"message\":\"it has run out\"}")));
        int position = pty.screen().length();
        davit = login();
        pty.awaitAfter(position, "Username (me): ");
        assertThat(pty.screen().substring(position)).contains("Authenticating with existing credentials...", "it has run out");
        takeLogins();
        pty.ask("", "Password: ");
        pty.type("other\r");
        assertThat(exit(davit)).isZero();
        assertThat(folder.resolve("config.json")).content().contains("bWU6b3RoZXI=");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void whoEndsItWhileTheSecretIsTypedHasTheEchoBack(String signal, int code) throws Exception {
        var davit = login();
        pty.await("Username: ");
        pty.type("me\r");
        awaitSecret();
        if (signal.equals("INT")) pty.type("sec\u0003");
        else assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(davit.pid())).start().waitFor()).isZero();
        assertThat(exit(davit)).isEqualTo(code);
        assertThat(pty.mode()).isEqualTo(before);
        assertThat(folder.resolve("config.json")).doesNotExist();
    }

    @Test
    void nothingTypedIsNoLogin() throws Exception {
        var davit = login();
        pty.await("Username: ");
        pty.type("me\r");
        awaitSecret();
        pty.type("\r");
        assertThat(exit(davit)).isEqualTo(1);
        assertThat(pty.screen()).contains("davit: login: no password is given");
        assertThat(pty.mode()).isEqualTo(before);
    }

    private void awaitSecret() {
        pty.await("Password: ");
        Await.until("keys are not shown", () -> !pty.mode().equals(before));
    }

    private Process login() throws IOException {
        var environment = Map.of("DOCKER_HOST", daemon.host(), "DOCKER_CONFIG", folder.toString(), "PATH", "/usr/bin:/bin");
        return pty.start(environment, Davit.command(List.of("login", "registry.example.com")));
    }

    private int exit(Process program) throws InterruptedException {
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as(() -> "it ends; the terminal shows:\n" + pty.screen()).isTrue();
        return program.exitValue();
    }
}
