package dev.davit.engine.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigFileTest {
    private final DockerHome home;

    ConfigFileTest(@TempDir Path folder) throws IOException {
        this.home = new DockerHome(folder);
    }

    private ConfigFile read() {
        return ConfigFile.read(home.environment());
    }

    @Test
    void aMissingFileIsAnEmptyOne() {
        var config = read();
        assertThat(config.detachKeys()).isEmpty();
        assertThat(config.currentContext()).isEmpty();
        assertThat(config.httpHeaders()).isEmpty();
        assertThat(config.login(RegistryKey.HUB)).isEmpty();
        assertThat(config.file()).isEqualTo(home.folder.resolve("config.json"));
    }

    @Test
    void dockerConfigNamesTheFolder() throws IOException {
        var other = Files.createDirectory(home.home.resolve("elsewhere"));
        Files.writeString(other.resolve("config.json"), "{\"detachKeys\":\"ctrl-x\"}");
        home.config("{\"detachKeys\":\"ctrl-a\"}").with("DOCKER_CONFIG", other.toString());
        assertThat(read().detachKeys()).contains("ctrl-x");
    }

    @Test
    void readsThePlainSettings() throws IOException {
        home.config("""
                {"detachKeys": "ctrl-e,e", "psFormat": "table {{.ID}}", "imagesFormat": "{{.Tag}}", "currentContext": "far",
                 "HttpHeaders": {"X-Meta": "1"}, "pruneFilters": ["label=keep"]}
                """);
        var config = read();
        assertThat(config.detachKeys()).contains("ctrl-e,e");
        assertThat(config.format("ps")).contains("table {{.ID}}");
        assertThat(config.format("images")).contains("{{.Tag}}");
        assertThat(config.format("volumes")).isEmpty();
        assertThat(config.currentContext()).contains("far");
        assertThat(config.httpHeaders()).isEqualTo(Map.of("X-Meta", "1"));
        assertThat(config.pruneFilters()).containsExactly("label=keep");
    }

    @Test
    void theDefaultContextIsNoChoice() throws IOException {
        home.config("{\"currentContext\": \"default\"}");
        assertThat(read().currentContext()).isEmpty();
    }

    @Test
    void proxiesComeInBothSpellingsAndByDaemon() throws IOException {
        home.config("""
                {"proxies": {"default": {"httpProxy": "http://p:1", "noProxy": "localhost"}, "tcp://far:2375": {"ftpProxy": "f"}}}
                """);
        assertThat(read().proxyVariables("unix:///x"))
                .containsExactly(
                        Map.entry("HTTP_PROXY", "http://p:1"),
                        Map.entry("http_proxy", "http://p:1"),
                        Map.entry("NO_PROXY", "localhost"),
                        Map.entry("no_proxy", "localhost"));
        assertThat(read().proxyVariables("tcp://far:2375")).containsOnlyKeys("FTP_PROXY", "ftp_proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auths\": ", "nonsense", "[]", "\"text\"", "{\"a\": 1}}", "{\"a\": 1, }", "\u0000\u0001\u0002"})
    void aBrokenFileIsSaidInOneSentenceThatNamesIt(String text) throws IOException {
        home.config(text);
        assertThatThrownBy(this::read)
                .isInstanceOf(EngineException.Invalid.class)
                .hasMessageStartingWith("cannot use docker's configuration " + home.folder.resolve("config.json") + ": ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aDeepOrHugeFileIsRefused() throws IOException {
        home.config("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThatThrownBy(this::read).isInstanceOf(EngineException.Invalid.class);
        home.config("{\"a\":\"" + "x".repeat(5 << 20) + "\"}");
        assertThatThrownBy(this::read).isInstanceOf(EngineException.Invalid.class).hasMessageContaining("over 4 MiB");
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaid() throws IOException {
        Files.createDirectories(home.folder.resolve("config.json"));
        assertThatThrownBy(this::read)
                .isInstanceOf(EngineException.Failed.class)
                .hasMessageContaining("config.json: ");
    }

    @Test
    void anEmptyFileIsAnEmptyConfiguration() throws IOException {
        home.config("");
        assertThat(read().detachKeys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'auths': 3} | auths is not an object",
                "{'auths': {'r': 3}} | the entry of r is not an object",
                "{'auths': {'r': {'auth': '!!secret!!'}}} | the entry of r has an auth that is not base64",
                "{'auths': {'r': {'auth': 'c2VjcmV0'}}} | the entry of r has an auth that is not user:password in base64",
                "{'credsStore': []} | credsStore is not a string",
                "{'credHelpers': {'r': 1}} | credHelpers has no string for r",
            })
    void aValueOfTheWrongKindIsSaidWithoutItsSecret(String json, String reason) throws IOException {
        home.config(json.replace('\'', '"'));
        assertThatThrownBy(() -> home.logins().find(new RegistryKey("r")))
                .isInstanceOf(EngineException.Invalid.class)
                .hasMessage("cannot use docker's configuration " + home.folder.resolve("config.json") + ": " + reason)
                .hasNoCause();
    }

    @Test
    void neverPrintsItsContent() throws IOException {
        home.config("{\"auths\": {\"r\": {\"username\": \"u\", \"password\": \"hunter2\"}}}").with("SECRET", "hunter3");
        assertThat(read() + " " + home.environment() + " " + home.logins().find(new RegistryKey("r")))
                .doesNotContain("hunter");
    }
}
