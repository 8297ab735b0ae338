package dev.davit.engine.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerContextsTest {
    /// SHA-256 of `far`.
    private static final String FAR = "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

    private final DockerHome home;

    DockerContextsTest(@TempDir Path folder) throws IOException {
        this.home = new DockerHome(folder);
    }

    private Path far(String json) throws IOException {
        var meta = Files.createDirectories(home.folder.resolve("contexts/meta").resolve(FAR));
        return Files.writeString(meta.resolve("meta.json"), json);
    }

    private void far() throws IOException {
        far("""
                {"Name":"far","Metadata":{"Description":"the other one"},
                 "Endpoints":{"docker":{"Host":"tcp://far:2376","SkipTLSVerify":true}}}""");
    }

    @Test
    void readsAContextWithItsTlsFiles() throws IOException {
        far();
        var tls = Files.createDirectories(home.folder.resolve("contexts/tls").resolve(FAR).resolve("docker"));
        Files.writeString(tls.resolve("ca.pem"), "x");
        var context = home.contexts().find("far");
        assertThat(context)
                .isEqualTo(new DockerContext(
                        "far",
                        "the other one",
                        Optional.of("tcp://far:2376"),
                        true,
                        Optional.of(tls.resolve("ca.pem")),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(context.hasTls()).isTrue();
    }

    @Test
    void listsTheDefaultFirst() throws IOException {
        assertThat(home.contexts().list()).extracting(DockerContext::name).containsExactly("default");
        far();
        assertThat(home.contexts().list()).extracting(DockerContext::name).containsExactly("default", "far");
    }

    @Test
    void aContextThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> home.contexts().find("nowhere"))
                .isInstanceOf(EngineException.NotFound.class)
                .hasMessage("cannot use docker context nowhere: no such context");
        assertThatThrownBy(() -> home.contexts().find("../../etc")).isInstanceOf(EngineException.NotFound.class);
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        var file = far("{");
        assertThatThrownBy(() -> home.contexts().find("far"))
                .isInstanceOf(EngineException.Invalid.class)
                .hasMessageStartingWith("cannot use docker's context file " + file + ": ");
        far("{\"Name\":\"far\"}");
        assertThatThrownBy(() -> home.contexts().find("far")).hasMessageEndingWith("context far has no docker endpoint");
        far("{\"Name\":\"other\",\"Endpoints\":{\"docker\":{}}}");
        assertThatThrownBy(() -> home.contexts().list()).hasMessageContaining(file + ": it belongs to no context of its name");
    }

    @Test
    void theChoiceIsDockers() throws IOException {
        far();
        assertThat(home.contexts().current(Optional.empty(), Optional.empty())).isEqualTo("default");
        home.config("{\"currentContext\": \"far\"}");
        assertThat(home.contexts().current(Optional.empty(), Optional.empty())).isEqualTo("far");
        home.with("DOCKER_CONTEXT", "named");
        assertThat(home.contexts().current(Optional.empty(), Optional.empty())).isEqualTo("named");
        home.with("DOCKER_HOST", "unix:///x");
        assertThat(home.contexts().current(Optional.empty(), Optional.empty())).isEqualTo("default");
        assertThat(home.contexts().current(Optional.of("asked"), Optional.empty())).isEqualTo("asked");
    }

    @Test
    void aHostOnTheCommandLineLeavesTheContexts() throws IOException {
        home.config("{\"currentContext\": \"far\"}");
        assertThat(home.contexts().current(Optional.empty(), Optional.of("unix:///x"))).isEqualTo("default");
    }

    @Test
    void theDefaultContextIsTheEnvironment() throws IOException {
        var certificates = Files.createDirectory(home.home.resolve("certs"));
        Files.writeString(certificates.resolve("key.pem"), "x");
        home.with("DOCKER_HOST", "tcp://far:2376").with("DOCKER_CERT_PATH", certificates.toString());
        assertThat(home.contexts().find("default").host()).contains("tcp://far:2376");
        assertThat(home.contexts().find("default").hasTls()).isFalse();
        home.with("DOCKER_TLS_VERIFY", "1");
        assertThat(home.contexts().find("default").key()).contains(certificates.resolve("key.pem"));
        assertThat(home.contexts().find("default").skipTlsVerify()).isFalse();
    }

    @Test
    void usingAContextIsSeenByDockerAndKeepsTheRest() throws IOException {
        far();
        home.config("{\"auths\": {\"r\": {}}}");
        home.contexts().use("far");
        assertThat(home.configText()).contains("\"currentContext\": \"far\"", "\"r\": {}");
        home.contexts().use("default");
        assertThat(home.contexts().current(Optional.empty(), Optional.empty())).isEqualTo("default");
        assertThatThrownBy(() -> home.contexts().use("nowhere")).isInstanceOf(EngineException.NotFound.class);
    }
}
