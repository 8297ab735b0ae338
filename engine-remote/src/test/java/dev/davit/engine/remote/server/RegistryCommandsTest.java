package dev.davit.engine.remote.server;

import static dev.davit.engine.remote.server.SameCommands.dockerfile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/// What docker's own command says of registries through Davit's server is what it says before the daemon itself.
@ExtendWith({DockerdExtension.class, RegistryCommandsTest.Registries.class, LeakCheck.class})
class RegistryCommandsTest {
    /// Starts them for as long as their daemon lives.
    static final class Registries implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            var provisions = DockerdExtension.daemon(context).provisions();
            provisions.registry();
            provisions.guardedRegistry();
            provisions.index();
        }
    }

    @TempDir
    Path folder;

    private SameCommands same;
    private Dockerd dockerd;

    @BeforeEach
    void open(Dockerd dockerd) throws IOException {
        this.dockerd = dockerd;
        same = new SameCommands(dockerd, folder);
    }

    @AfterEach
    void close() throws IOException {
        same.close();
    }

    @Test
    void registries_are_told_alike() throws Exception {
        String open = dockerd.provisions().registry();
        String guarded = dockerd.provisions().guardedRegistry();
        String index = dockerd.provisions().index();
        // Where a layer is in the registry already under another name, it is not sent again.
        String mounted = " | sed 's/Mounted from .*/Pushed/'";
        // A small layer is verified faster than its news are sent, at times.
        String verified = " | grep -v 'Verifying Checksum'";
        // What a push still holds is deleted without news, a moment later.
        String deleted = " | sed 's/^Deleted: .*/Deleted/' | uniq";
        String login = "echo '" + Dockerd.PASSWORD + "' | docker login -u " + Dockerd.USER + " --password-stdin ";
        same.check(
                dockerfile("LABEL own=@", "COPY file /@"),
                "docker build -qt " + open + "/@:1 -t " + open + "/@:2 -t " + guarded + "/@ ctx",
                "docker push " + open + "/@:1" + mounted,
                "docker push " + open + "/@:1",
                "docker push -q " + open + "/@:1",
                "docker push -a " + open + "/@",
                "docker push " + open + "/@:nosuch",
                "docker push " + guarded + "/@",
                "echo wrong | docker login -u somebody --password-stdin " + guarded,
                login + guarded,
                "docker push " + guarded + "/@" + mounted,
                "docker rmi " + open + "/@:1 " + open + "/@:2 " + guarded + "/@" + deleted,
                "docker rmi busybox:nosuch",
                "docker pull " + open + "/@:1" + verified,
                "docker pull " + open + "/@:1",
                "docker pull -q " + open + "/@:2",
                "docker pull -a " + open + "/@" + verified,
                "docker pull " + open + "/@:nosuch",
                "docker pull " + open + "/@-nosuch",
                "docker pull $(docker image inspect -f '{{index .RepoDigests 0}}' " + open + "/@:1)",
                "docker pull --platform linux/nosuch " + open + "/@:1",
                "docker pull " + guarded + "/@",
                "docker build -q - < ctx/Dockerfile; printf 'FROM " + guarded + "/@\\nRUN true\\n' | docker build --pull -",
                "docker logout " + guarded,
                "docker pull " + guarded + "/@",
                "docker search " + index + "/nginx",
                "docker search --limit 101 " + index + "/nginx",
                "docker search -f nosuch=1 " + index + "/nginx",
                "docker search 127.0.0.1:1/nginx",
                "docker rmi -f $(docker images -qaf label=own=@) >/dev/null 2>&1 || true");
    }

    @Test
    void what_a_registry_keeps_is_told_alike() throws Exception {
        String open = dockerd.provisions().offer("told/alike", "1");
        String guarded = dockerd.provisions().guardedRegistry() + "/told/alike:1";
        same.check(
                "docker pull -q " + open,
                "docker tag " + open + " " + guarded,
                "echo '" + Dockerd.PASSWORD + "' | docker login -u " + Dockerd.USER + " --password-stdin " + guarded.replaceFirst("/.*", ""),
                "docker push -q " + guarded);
        assertThat(kept(open, "")).startsWith("200 OK\r\n").contains("\"Descriptor\":{", "\"digest\":\"sha256:", "\"Platforms\":[{");
        String digest = kept(open, "").replaceFirst("(?s).*\"digest\":\"([^\"]*).*", "$1");
        assertThat(kept(open.replace(":1", "@" + digest), "")).startsWith("200 OK\r\n");
        assertThat(kept(guarded, login(Dockerd.PASSWORD))).startsWith("200 OK\r\n");
        kept(guarded, login("wrong"));
        kept(guarded, "");
        kept(open + "-nosuch", "");
        kept(open.replace("alike", "nosuch"), "");
        kept("127.0.0.1:1/nosuch", "");
        kept("UPPER", "");
        kept(digest, "");
        kept(digest.substring("sha256:".length()), "");
        same.check("docker rmi " + open + " " + guarded + " >/dev/null 2>&1 || true");
    }

    private String kept(String image, String headers) throws IOException {
        return same.checkAnswer("/v1.41/distribution/" + image + "/json", headers, UnaryOperator.identity());
    }

    private static String login(String password) {
        String login = "{\"username\":\"" + Dockerd.USER + "\",\"password\":\"" + password + "\"}";
        return "X-Registry-Auth: " + Base64.getUrlEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }
}
