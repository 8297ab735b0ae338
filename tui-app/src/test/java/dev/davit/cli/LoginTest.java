package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.WireDaemon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginTest {
    @TempDir
    Path folder;

    @Test
    void aLoginThatTheRegistryTakesIsKept() throws IOException {
        try (var daemon = taking()) {
            var outcome = davit(daemon).run("login", "-u", "me", "-p", "secret", "registry.example.com");
            assertThat(outcome.out()).isEqualTo("Login Succeeded\n");
            assertThat(outcome.exit()).isZero();
            assertThat(folder.resolve("config.json")).content().contains("registry.example.com").contains("bWU6c2VjcmV0");
        }
    }

    @Test
    void aLoginThatIsRefusedIsNotKept() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            refuse(daemon);
            var outcome = davit(daemon).run("login", "-u", "me", "-p", "wrong", "registry.example.com");
            assertThat(outcome.err()).contains("davit: cannot log in at registry.example.com: no such user\n").doesNotContain("wrong");
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(Files.exists(folder.resolve("config.json"))).isFalse();
        }
    }

    @Test
    void theWarningComesBeforeThePasswordIsWritten() throws IOException {
        var config = folder.resolve("config.json");
        var warnings = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                assertThat(config).doesNotExist();
                super.write(bytes, offset, length);
            }
        };
        var io = new StandardStreams(
                InputStream.nullInputStream(), new Output(OutputStream.nullOutputStream(), false), new Output(warnings, false), Optional.empty());
        try (var daemon = taking();
                var program = new Program(io, davit(daemon).environment(), folder, Clock.systemUTC(), context -> 1)) {
            assertThat(program.run(List.of("login", "-u", "me", "-p", "secret", "registry.example.com"))).isZero();
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).contains("WARNING: the password will be kept in " + config).doesNotContain("secret");
        assertThat(config).exists();
    }

    @Test
    void aLoginThatIsKeptIsTriedFirst() throws IOException {
        try (var daemon = taking()) {
            assertThat(davit(daemon).feed("secret\n", "login", "-u", "me", "--password-stdin", "registry.example.com").exit()).isZero();
            var again = davit(daemon).run("login", "registry.example.com");
            assertThat(again.out()).isEqualTo("Login Succeeded\n");
            assertThat(again.err()).startsWith("Authenticating with existing credentials...\n");
            assertThat(again.exit()).isZero();
        }
    }

    @Test
    void withoutATerminalNobodyIsAsked() throws IOException {
        try (var daemon = taking()) {
            for (String line : List.of("login", "login registry.example.com", "login -u me registry.example.com")) {
                var outcome = davit(daemon).feed("me\nsecret\n", line.split(" "));
                assertThat(outcome.err()).startsWith("davit: login: no password is given, and standard input is no terminal").hasLineCount(1);
                assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
            }
            assertThat(davit(daemon).feed("", "login", "-u", "me", "--password-stdin").err()).isEqualTo("davit: login: no password came on standard input\n");
        }
    }

    @Test
    void whatElseStandsInTheFileStaysAndItsModeIsForItsOwnerOnly() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"unknown\": {\"deep\": [1, null]}}");
        try (var daemon = taking()) {
            assertThat(davit(daemon).feed("secret", "login", "-u", "me", "--password-stdin", "registry.example.com").exit()).isZero();
        }
        var config = folder.resolve("config.json");
        assertThat(config).content().contains("\"unknown\"", "registry.example.com");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config))).isEqualTo("rw-------");
    }

    @Test
    void noSecretIsSeenInAnyCommandLineNorInWhatIsSaid() throws Exception {
        var helper = Files.writeString(folder.resolve("docker-credential-watch"), """
                #!/bin/sh
                cat >"$DOCKER_CONFIG/given"
                for p in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <"$p"; echo; done >"$DOCKER_CONFIG/seen" 2>/dev/null
                env >>"$DOCKER_CONFIG/seen"
                [ "$1" = store ] || { echo 'credentials not found in native keychain'; exit 1; }
                """);
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("config.json"), "{\"credsStore\": \"watch\"}");
        String secret = "s3cret-" + ProcessHandle.current().pid();
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(("me:" + secret).getBytes(StandardCharsets.UTF_8));
        try (var daemon = taking()) {
            for (String server : List.of("registry.example.com", "refusing.example.com")) {
                if (server.startsWith("refusing")) refuse(daemon);
                var builder = new ProcessBuilder(Davit.command(List.of("--debug", "login", "-u", "me", "--password-stdin", server)));
                builder.environment().put("DOCKER_HOST", daemon.host());
                builder.environment().put("DOCKER_CONFIG", folder.toString());
                builder.environment().merge("PATH", folder.toString(), (path, more) -> path + ":" + more);
                var davit = builder.redirectErrorStream(true).start();
                try (var in = davit.getOutputStream()) {
                    in.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
                }
                String said = new String(davit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(davit.waitFor()).as(said).isEqualTo(server.startsWith("refusing") ? 1 : 0);
                assertThat(said).doesNotContain(secret, encoded).doesNotContain("WARNING");
                if (server.startsWith("registry")) assertThat(folder.resolve("given")).content().contains(secret);
                assertThat(folder.resolve("seen")).content().contains("docker-credential-watch").doesNotContain(secret, encoded);
            }
        }
        assertThat(folder.resolve("config.json")).content().doesNotContain(secret, encoded, "auth\"");
    }

    private WireDaemon taking() throws IOException {
        return new WireDaemon(folder.resolve("s"), "1.41").json("POST /auth", "{\"Status\":\"Login Succeeded\",\"IdentityToken\":\"\"}");
    }

    private static void refuse(WireDaemon daemon) {
        daemon.on("POST /auth", out -> out.write(WireDaemon.response("401 Unauthorized", "{\"message\":\"no such user\"}")));
    }

    private Davit davit(WireDaemon daemon) {
        return new Davit(Map.of("DOCKER_HOST", daemon.host(), "DOCKER_CONFIG", folder.toString(), "HOME", folder.toString()), false);
    }
}
