package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives and copies to a disk that is full before they are whole: a file system of the test's own in memory, in a mount
/// namespace that ends with the command.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({DockerdExtension.class, LeakCheck.class})
final class FullDiskTest {
    /// What is there before and after, and how much may be written until the disk is full.
    private static final String ROOM = "320k";

    private static final String SCRIPT = """
            mount -t tmpfs -o size=%s none "$0" && cd "$0" && mkdir there && echo before >old || exit 99
            eval "$1"; shift
            "$@"
            echo "exit $?; left: $(find . -mindepth 1 | sort | tr '\\n' ' '); $(cat old)"
            """.formatted(ROOM);

    private String host = "";

    @BeforeAll
    void start(Dockerd daemon) {
        host = daemon.host();
        assertThat(Davit.on(host).run("create", "--name", "full", Dockerd.BUSYBOX, "true").exit()).isZero();
    }

    @AfterAll
    void stop() {
        assertThat(Davit.on(host).run("rm", "full").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "save -o new busybox", "save -o old busybox", "export -o new full", "export -o old full", "cp full:/bin/busybox new",
        "cp full:/bin/busybox old", "cp full:/bin/busybox there"
    })
    void nothingHalfWrittenStays(String line, @TempDir Path folder) throws Exception {
        var told = run(folder, "", line.split(" "));
        assertThat(told.getLast()).isEqualTo("exit 1; left: ./old ./there ; before");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("davit: cannot ").endsWith("No space left on device");
    }

    /// Of a directory every file is there as a whole or not at all; what came before the disk was full stays, as docker has it.
    @Test
    void aDirectoryHasWholeFilesOnly(@TempDir Path folder) throws Exception {
        var told = run(folder, "", "cp", "full:/", "there");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("davit: cannot copy / from container full to there: ").endsWith("No space left on device");
        assertThat(told.getLast()).startsWith("exit 1; left: ./old ./there ").doesNotContain("busybox").endsWith("; before");
    }

    @Test
    void anExportedContextIsWholeOrNotThere(@TempDir Path folder) throws Exception {
        var config = Files.createDirectory(folder.resolve("config"));
        var user = new Davit(Map.of("DOCKER_CONFIG", config.toString()), false);
        assertThat(user.run("context", "create", "full", "--docker", "host=tcp://192.0.2.1:2375").exit()).isZero();
        var told = run(Files.createDirectory(folder.resolve("disk")), "dd if=/dev/zero of=fill bs=4k 2>/dev/null", "context", "export", "full");
        assertThat(told.getLast()).isEqualTo("exit 1; left: ./fill ./old ./there ; before");
        assertThat(told.getFirst()).startsWith("davit: cannot export context full").endsWith("No space left on device");
        assertThat(told).hasSize(2);
    }

    /// The lines of standard error and the script's last word.
    ///
    /// @param first for the shell, before the command
    private List<String> run(Path folder, String first, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", SCRIPT, folder.toString(), first));
        command.addAll(Davit.command(List.of(words)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER_") || name.startsWith("DAVIT_"));
        builder.environment().put("DOCKER_HOST", host);
        builder.environment().put("DOCKER_CONFIG", folder.resolveSibling("config").toString());
        var process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told.lines().toList();
    }
}
