package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Certificates;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Registries with TLS and a password, by docker's command and by davit: one that the daemon trusts, and one whose certificate is
/// somebody else's.
@Timeout(120)
@ExtendWith(LeakCheck.class)
final class RegistrySideBySideTest {
    private static Dockerd daemon;
    private static String trusted;
    private static String strange;

    @TempDir
    static Path certificates;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        var authority = Certificates.in(certificates.resolve("known"));
        daemon = Dockerd.start(
                Files.createTempDirectory("davit-registries"), List.of(), Map.of("SSL_CERT_FILE", authority.authority().toString()));
        trusted = daemon.provisions().tlsRegistry(1, authority);
        strange = daemon.provisions().tlsRegistry(2, Certificates.in(certificates.resolve("unknown")));
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    /// A line that fails must say why in these words.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "login -u captain --password-stdin TRUSTED | open sesame | -",
        "login -u captain --password-stdin TRUSTED | wrong | 401 Unauthorized",
        "login -u nobody --password-stdin TRUSTED | open sesame | 401 Unauthorized",
        "login -u captain --password-stdin STRANGE | open sesame | certificate signed by unknown authority",
        "pull TRUSTED/nosuch | - | no basic auth credentials", "push -q TRUSTED/team/box | - | no basic auth credentials",
        "pull STRANGE/team/box | - | certificate signed by unknown authority",
        "push -q STRANGE/team/box | - | certificate signed by unknown authority",
        "search TRUSTED/box | - | unexpected status code 404", "logout TRUSTED | - | -"
    })
    void withoutALogin(String line, String input, String why) throws Exception {
        same(line, input == null ? "" : input, why == null ? "" : why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "push -q TRUSTED/team/box | - | -", "pull -q TRUSTED/team/box | - | -", "pull TRUSTED/team/box | - | -",
        "pull TRUSTED/team/nosuch | - | not found", "login TRUSTED | - | -", "logout TRUSTED | - | -",
        "login -u captain --password-stdin TRUSTED | wrong | 401 Unauthorized"
    })
    void withOne(String line, String input, String why) throws Exception {
        for (String side : List.of("docker", "davit")) {
            assertThat(program(side).run(words("login -u captain --password-stdin TRUSTED"), "open sesame").exit()).isZero();
        }
        same(line, input == null ? "" : input, why == null ? "" : why);
    }

    private void same(String line, String input, String why) throws Exception {
        for (String address : List.of(trusted, strange)) {
            assertThat(new DavitCommand(daemon.host(), folder).run(List.of("tag", Dockerd.BUSYBOX, address + "/team/box"), "").exit()).isZero();
        }
        var docker = program("docker").run(words(line), input);
        var davit = program("davit").run(words(line), input);
        assertThat(davit.exit()).as(davit.err() + docker.err()).isEqualTo(docker.exit());
        assertThat(Mask.of(davit.out())).isEqualTo(Mask.of(docker.out()));
        if (why.isEmpty()) assertThat(davit.exit()).as(davit.err()).isZero();
        else assertThat(davit.err()).startsWith("davit: cannot ").contains(why).doesNotContain("open sesame");
        assertThat(logins("davit")).isEqualTo(logins("docker"));
    }

    private List<String> words(String line) {
        return List.of(line.replace("TRUSTED", trusted).replace("STRANGE", strange).split(" "));
    }

    private SideProgram program(String side) throws IOException {
        var config = Files.createDirectories(folder.resolve(side));
        return side.equals("docker") ? new DockerCommand(daemon.host(), config) : new DavitCommand(daemon.host(), config);
    }

    /// Who is logged in where, by docker's own file.
    private String logins(String side) throws IOException {
        var file = folder.resolve(side).resolve("config.json");
        return Files.exists(file) ? Files.readString(file).replaceAll("\\s", "") : "";
    }
}
