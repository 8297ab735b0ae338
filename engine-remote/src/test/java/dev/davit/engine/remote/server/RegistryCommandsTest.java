package dev.davit.engine.remote.server;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.createDirectories(folder.resolve("ctx"));
        Files.writeString(folder.resolve("ctx/file"), "content\n");
        this.dockerd = dockerd;
        same = new SameCommands(dockerd, folder);
    }

    @AfterEach
    void close() throws IOException {
        same.close();
    }

    /// A line that writes a Dockerfile.
    private static String dockerfile(String... lines) {
        return "printf '%s\\n' 'FROM busybox' '" + String.join("' '", lines) + "' > ctx/Dockerfile";
    }

    @Test
    void registries_are_told_alike() throws Exception {
        String open = dockerd.provisions().registry();
        String guarded = dockerd.provisions().guardedRegistry();
        String index = dockerd.provisions().index();
        // Where a layer is in the registry already under another name, it is not sent again.
        String mounted = " | sed 's/Mounted from .*/Pushed/'";
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
                "docker rmi " + open + "/@:1 " + open + "/@:2 " + guarded + "/@ busybox:nosuch",
                "docker pull " + open + "/@:1",
                "docker pull " + open + "/@:1",
                "docker pull -q " + open + "/@:2",
                "docker pull -a " + open + "/@",
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
}
