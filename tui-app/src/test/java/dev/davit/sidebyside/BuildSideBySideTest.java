package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Holds davit's builds against those of docker's own command with the daemon's classic builder, byte by byte, ids masked. Each line
/// that may use the cache is first run once by docker, so that both find the same.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BuildSideBySideTest {
    @TempDir
    static Path folder;

    private final Dockerd daemon;

    BuildSideBySideTest(Dockerd daemon) {
        this.daemon = daemon;
    }

    @BeforeAll
    void makeContexts() throws IOException, InterruptedException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        put("app/Dockerfile", """
                ARG WORD=usual
                FROM busybox AS base
                LABEL own=yes
                RUN echo wrong >&2
                RUN echo out; printf 'no end'
                FROM base
                ARG WORD
                COPY file sub/ /
                ENV A=$WORD
                CMD ["echo", "done"]
                """);
        put("app/file", "content\n");
        put("app/sub/one", "1\n");
        put("app/quick", "FROM busybox\nRUN echo quick\n");
        put("app/fails", "FROM busybox\nRUN echo before; exit 3\n");
        put("app/hosts", "FROM busybox\nRUN cat /etc/hosts | head -n 1; cat /etc/hosts | grep here\n");
        put("app/limits", "FROM busybox\nRUN ulimit -n; df -k /dev/shm | tail -n 1 | tr -s ' ' | cut -d' ' -f2\n");
        put("app/missing", "FROM busybox\nCOPY nosuch /\n");
        put("app/nobase", "FROM 127.0.0.1:1/nosuch:1\n");
        put("app/empties", "FROM busybox\n# a comment\nRUN echo a \\\n\n  # inside\n  && echo b\n");
        put("app/onbuild", "FROM busybox\nONBUILD RUN echo triggered\nONBUILD COPY file /\n");
        put("app/triggered", "FROM triggers\nRUN echo own\n");
        put("app/scratch", "FROM scratch\nCOPY file /\n");
        put("app/unknown", "FROM busybox\nRUNN x\n");
        put("app/mount", "FROM busybox\nRUN --mount=type=cache,target=/x true\n");
        put("app/heredoc", "FROM busybox\nRUN <<EOF\necho hi\nEOF\n");
        put("app/link", "FROM busybox\nCOPY --link file /\n");
        put("app/nothing", "# nothing\n");
        put("app/nofrom", "RUN true\n");
        put("small/dockerfile", "FROM busybox\nCOPY . /s/\nRUN ls -A /s\n");
        put("ignoring/Dockerfile", "FROM busybox\nCOPY . /c/\nRUN busybox find /c | busybox sort\n");
        put("ignoring/.dockerignore", "*\n!kept\nkept/not\n");
        put("ignoring/kept/yes", "");
        put("ignoring/kept/not", "");
        put("ignoring/other", "");
        put("links/Dockerfile", "FROM busybox\nCOPY . /c/\nRUN busybox stat -c '%N %a %u %g %h' /c/*\n");
        put("links/file", "");
        Files.createSymbolicLink(folder.resolve("links/absolute"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("links/broken"), Path.of("nosuch"));
        Files.createLink(folder.resolve("links/twin"), folder.resolve("links/file"));
        put("links/" + "l".repeat(120), "");
        Files.createDirectories(folder.resolve("empty"));
        var tar = new ProcessBuilder("tar", "-cf", folder.resolve("app.tar").toString(), "-C", folder.resolve("app").toString(), ".").start();
        assertThat(tar.waitFor()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> davitBuildsAsDockerDoes() throws IOException {
        var lines = Tables.lines("builds.txt");
        var differences = Differences.in("builds.txt", lines);
        return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> compare(line, differences)));
    }

    private void compare(String line, Differences differences) throws IOException, InterruptedException {
        boolean anySize = line.startsWith("~ ");
        var words = new ArrayList<>(Words.of((anySize ? line.substring(2) : line).replace("DIR", folder.toString())));
        String input = "";
        if (words.getFirst().equals("<")) {
            input = Files.readString(Path.of(words.get(1)), StandardCharsets.UTF_8);
            words.subList(0, 2).clear();
        }
        boolean fresh = words.contains("--no-cache") || words.contains(folder.resolve("app/fails").toString());
        if (words.contains("build") && !fresh) docker(words, input);
        var docker = docker(words, input);
        var davit = new DavitCommand(daemon.host(), folder).run(words, input);
        differences.compare(line, docker.masked(text -> masked(text, anySize)), davit.masked(text -> masked(text, anySize)));
    }

    private static String masked(String text, boolean anySize) {
        String masked = Mask.of(text);
        return anySize ? masked.replaceAll("(Docker daemon) +[0-9.]+k?B", "$1 SIZE") : masked;
    }

    private Outcome docker(List<String> words, String input) throws IOException, InterruptedException {
        return new DockerCommand(daemon.host(), folder).run(words, input).withoutBuildersFuture();
    }

    @Test
    void whatDockerBuiltIsCacheForDavit() throws IOException, InterruptedException {
        put("shared/Dockerfile", "FROM busybox\nCOPY . /c/\nRUN echo " + System.nanoTime() + "\n");
        put("shared/deep/file", "x");
        docker(List.of("build", folder.resolve("shared").toString()), "");
        var davit = new DavitCommand(daemon.host(), folder).run(List.of("build", folder.resolve("shared").toString()), "");
        assertThat(davit.out().lines().filter(" ---> Using cache"::equals)).hasSize(2);
    }

    @Test
    void theIdFileHoldsTheIdOrNothing() throws IOException {
        var file = Files.writeString(folder.resolve("id"), "stale");
        var davit = new DavitCommand(daemon.host(), folder);
        davit.run(List.of("build", "--iidfile", file.toString(), "-f", folder.resolve("app/fails").toString(), folder.resolve("app").toString()), "");
        assertThat(file).doesNotExist();
        var built = davit.run(List.of("build", "-q", "--iidfile", file.toString(), folder.resolve("app").toString()), "");
        assertThat(Files.readString(file) + "\n").isEqualTo(built.out()).startsWith("sha256:");
    }

    @TestFactory
    Stream<DynamicTest> rulesKeepOutWhatDockersRulesDo() throws IOException {
        for (String file : List.of("a", "b.log", "docs/a.md", "docs/README.md", "docs/deep/a.md", "docs/deep/x.log", "src/a.log", "src/b/c/d", ".env", ".env.x", "a+b", "größe")) {
            put("rules/" + file, "");
        }
        put("rules/Dockerfile", "FROM scratch\nCOPY . /c/\n");
        return Stream.of(
                        "", "*", "**", "*\n!docs", "docs\n!docs/deep", "*.log", "**/*.log", "docs/*\n!docs/README.md", "docs/**\n!docs/deep/a.md", "*\n!**/a.md",
                        "/docs/", "./src/../docs", "src/b/c", "**/c", "src/**/d", "d?cs", "[a-c]*", "[^a-c]*", ".env*\n!.env.x", "a\\+b", "gr*e", "# docs\n  a  \n", "docs\n!docs\ndocs/deep",
                        "Dockerfile\n.dockerignore", "!\n", "[", "a[]", "\\")
                .map(rules -> DynamicTest.dynamicTest("rules " + rules.replace("\n", " | "), () -> {
                    put("rules/.dockerignore", rules);
                    var words = List.of("build", "-q", folder.resolve("rules").toString());
                    var docker = docker(words, "");
                    var davit = new DavitCommand(daemon.host(), folder).run(words, "");
                    // The same image from the cache, so the same files: the cache goes by what they are.
                    assertThat(davit.out()).as(davit.err() + docker.err()).isEqualTo(docker.out());
                    assertThat(davit.exit()).as(davit.err() + docker.err()).isEqualTo(docker.exit());
                }));
    }

    @Test
    void otherFilesMakeAnotherImage() throws IOException {
        put("two/Dockerfile", "FROM scratch\nCOPY . /c/\n");
        put("two/a", "");
        put("two/b", "");
        var davit = new DavitCommand(daemon.host(), folder);
        var words = List.of("build", "-q", folder.resolve("two").toString());
        String all = davit.run(words, "").out();
        put("two/.dockerignore", "b\n.dockerignore\n");
        assertThat(davit.run(words, "").out()).startsWith("sha256:").isNotEqualTo(all);
    }

    @Test
    void theReferencesDockerfileBuildsOnAStandIn() throws IOException {
        put("node/Dockerfile", "FROM busybox\nCOPY bin/ /usr/local/bin/\nRUN touch /etc/shadow\n");
        program("node", "echo node \"$@\"");
        program("npm", "if [ \"$1\" = ci ]; then mkdir -p node_modules/x; else mkdir -p dist; cat server.js > dist/server.js; fi");
        program("addgroup", "echo \"appgroup:x:1500:\" >> /etc/group");
        program("adduser", "echo \"appuser:x:1500:1500::/app:/bin/sh\" >> /etc/passwd");
        program("wget", "exit 0");
        var davit = new DavitCommand(daemon.host(), folder);
        var base = davit.run(List.of("build", "-t", "node:20-alpine", folder.resolve("node").toString()), "");
        assertThat(base.exit()).as(base.err()).isZero();
        put("reference/Dockerfile", Tables.text("/reference/Dockerfile"));
        put("reference/.dockerignore", Tables.text("/reference/dockerignore"));
        put("reference/package.json", "{}");
        put("reference/server.js", "1");
        put("reference/.env", "secret");
        var words = List.of("build", "-t", "myapp:1.0", "--build-arg", "BUILD_VERSION=7", folder.resolve("reference").toString());
        var built = davit.run(words, "");
        assertThat(built.exit()).as(built.out() + built.err()).isZero();
        var inspected = davit.run(List.of("image", "inspect", "-f", "{{.Config.User}} {{.Config.Env}} {{json .Config.ExposedPorts}}", "myapp:1.0"), "");
        assertThat(inspected.out()).contains("appuser").contains("BUILD_VERSION=7").contains("3000/tcp");
        var ran = davit.run(List.of("run", "--rm", "--network", "none", "myapp:1.0"), "");
        assertThat(ran.out()).as(ran.err()).isEqualTo("node dist/server.js\n");
    }

    private static void program(String name, String script) throws IOException {
        put("node/bin/" + name, "#!/bin/sh\n" + script + "\n");
        assertThat(folder.resolve("node/bin/" + name).toFile().setExecutable(true, false)).isTrue();
    }

    private static void put(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
