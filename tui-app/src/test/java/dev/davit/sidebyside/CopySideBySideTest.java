package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Copies, archives and registries through docker and through davit: exit codes, outputs, and what is there afterwards, here and
/// in the container: kinds, modes, owners, names, link targets, sizes, and times where they were kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(LeakCheck.class)
final class CopySideBySideTest {
    private static final Instant OLD = Instant.parse("2019-05-05T05:05:05Z");
    private static final Instant KEPT = Instant.parse("2021-01-01T00:00:00Z");
    private static final List<String> SIDES = List.of("-d", "-v");
    private static final String MAKE = "mkdir -p /d/sub /t; echo hi >/d/f; ln -s f /d/l; ln -s sub /d/dir-link; ln -s /etc/passwd /d/abs;"
            + " echo x >/d/sub/deep; sleep 100000";

    private Path folder = Path.of("");
    private Optional<Dockerd> started = Optional.empty();

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        folder = temporary;
        var daemon = Dockerd.start(Files.createTempDirectory("davit-copy"));
        started = Optional.of(daemon);
        daemon.provisions().offer("begun", "latest");
        // Whoever pushes first has more to tell than the second.
        assertThat(docker("-d", List.of("tag", "busybox", "127.0.0.1:5000/beside:latest"), "").exit()).isZero();
        assertThat(docker("-d", List.of("push", "127.0.0.1:5000/beside:latest"), "").exit()).isZero();
        for (String side : SIDES) {
            prepare(Files.createDirectory(folder.resolve("side" + side)));
            assertThat(docker(side, List.of("run", "-d", "--name", "box" + side, "--network", "none", "busybox", "sh", "-c", MAKE), "").exit()).isZero();
            for (String made = ""; !made.contains("deep"); ) made = docker(side, List.of("exec", "box" + side, "ls", "/d/sub"), "").out();
        }
        // A file with every kind of thing that a copy must keep, and a second name.
        for (String side : SIDES) {
            var kept = folder.resolve("side" + side).resolve("src");
            assertThat(docker(side, List.of("cp", kept + "/one", "box" + side + ":/d/hard"), "").exit()).isZero();
        }
    }

    private static void prepare(Path root) throws IOException {
        var src = Files.createDirectories(root.resolve("src/e"));
        Files.writeString(root.resolve("src/one"), "one");
        Files.writeString(src.resolve("two"), "two");
        Files.createSymbolicLink(root.resolve("src/l"), Path.of("one"));
        Files.createSymbolicLink(root.resolve("src/dangling"), Path.of("/nowhere"));
        Files.createSymbolicLink(root.resolve("src-link"), Path.of("src"));
        Files.createLink(root.resolve("src/same"), root.resolve("src/one"));
        Files.writeString(root.resolve("a:b"), "colon");
        Files.writeString(root.resolve("-f"), "flag");
        Files.write(root.resolve("big"), new byte[300_000]);
        Files.setAttribute(root.resolve("src/one"), "unix:uid", 12);
        Files.setAttribute(root.resolve("src/one"), "unix:gid", 34);
        Files.setAttribute(root.resolve("src/one"), "unix:mode", 04711);
        Files.setAttribute(src, "unix:mode", 01750);
        Files.setLastModifiedTime(root.resolve("src/one"), FileTime.from(OLD));
    }

    @AfterAll
    void stop() {
        started.ifPresent(Dockerd::close);
    }

    @TestFactory
    Stream<DynamicTest> davitDoesAsDockerDoes() throws IOException {
        var lines = Tables.lines("copy.txt");
        var differences = Differences.in("copy.txt", lines);
        return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> {
            var read = TableLine.of(line);
            var docker = docker("-d", Words.of(read.text().replace("@", "-d")), read.input());
            var davit = davit(Words.of(read.text().replace("@", "-v")), read.input());
            String told = "docker said: " + docker.err() + "; davit said: " + davit.err();
            differences.compare(line, docker.masked(CopySideBySideTest::masked), davit.masked(CopySideBySideTest::masked));
            assertThat(here("-v")).as(told).isEqualTo(here("-d"));
            if (line.contains("box@")) assertThat(there("-v")).as(told).isEqualTo(there("-d"));
        }));
    }

    private static String masked(String text) {
        return Mask.of(text).replaceAll("sha256:[0-9A-Za-z_]+", "sha256:#");
    }

    private Outcome docker(String side, List<String> words, String input) throws IOException, InterruptedException {
        var root = folder.resolve("side" + side);
        return new DockerCommand(DockerCommand.environment(host(), folder), Files.isDirectory(root) ? root : folder).run(words, input);
    }

    private Outcome davit(List<String> words, String input) {
        return new DavitCommand(DockerCommand.environment(host(), folder), folder.resolve("side-v")).run(words, input);
    }

    private String host() {
        return started.orElseThrow().host();
    }

    /// What is in a side's folder.
    private Map<String, String> here(String side) throws IOException {
        var root = folder.resolve("side" + side);
        var all = new TreeMap<String, String>();
        try (var tree = Files.walk(root)) {
            for (var path : tree.filter(path -> !path.equals(root)).toList()) {
                var found = Files.readAttributes(path, "unix:mode,uid,gid,nlink,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                var time = ((FileTime) Objects.requireNonNull(found.get("lastModifiedTime"))).toInstant();
                String target = Files.isSymbolicLink(path) ? " -> " + Files.readSymbolicLink(path) : "";
                String size = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? " " + found.get("size") : "";
                all.put(root.relativize(path).toString(), Integer.toOctalString((int) Objects.requireNonNull(found.get("mode"))) + " " + found.get("uid") + ":"
                        + found.get("gid") + " " + found.get("nlink") + (time.isBefore(KEPT) ? " " + time : "") + size + target);
            }
        }
        return all;
    }

    /// What is in a side's container, as docker itself packs it.
    private String there(String side) throws IOException, InterruptedException {
        var tar = folder.resolve("there.tar");
        assertThat(docker(side, List.of("export", "-o", tar.toString(), "box" + side), "").exit()).isZero();
        var list = new ProcessBuilder("tar", "-tvf", tar.toString(), "--full-time", "--numeric-owner").redirectErrorStream(true).start();
        String text = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(list.waitFor()).as(text).isZero();
        Files.delete(tar);
        return text.lines().map(line -> line.replaceAll("202[1-9]-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "NOW")).reduce("", (a, b) -> a + "\n" + b);
    }
}
