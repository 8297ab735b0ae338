package dev.davit.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.DockerfileSource;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where contexts come from. Repositories are served by git's own daemon on loopback.
@ExtendWith(LeakCheck.class)
class ContextArgumentTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    @Test
    void a_branch_and_a_folder_of_a_repository() throws Exception {
        served(url -> {
            try (var prepared = prepare(url + "#side:sub")) {
                assertThat(names(prepared)).containsExactly("Dockerfile", "inner");
                assertThat(prepared.dockerfile()).isEqualTo(new DockerfileSource.InContext("Dockerfile"));
            }
            var whole = prepare(url);
            assertThat(names(whole)).contains("Dockerfile", "main").doesNotContain("sub/inner");
            whole.close();
            assertThatThrownBy(() -> names(whole)).as("the clone is gone").isInstanceOf(NoSuchFileException.class);
        });
    }

    @Test
    void no_hook_runs_and_no_link_leads_out() throws Exception {
        served(url -> {
            var hooks = Files.createDirectory(folder.resolve("hooks"));
            var hook = Files.writeString(hooks.resolve("post-checkout"), "#!/bin/sh\ntouch " + folder.resolve("ran") + "\n");
            assertThat(hook.toFile().setExecutable(true)).isTrue();
            Files.writeString(folder.resolve(".gitconfig"), "[core]\n\thooksPath = " + hooks + "\n");
            prepare(url).close();
            assertThat(folder.resolve("ran")).doesNotExist();
            assertThatThrownBy(() -> prepare(url + "#side:out"))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("build: cannot prepare the context: the folder out leads out of the repository");
            assertThatThrownBy(() -> prepare(url + "#side:../..")).hasMessageContaining("leads out of the repository");
            assertThatThrownBy(() -> prepare(url + "#nosuch")).hasMessageContaining("git fetch failed: ").hasMessageContaining("nosuch");
            assertThatThrownBy(() -> prepare(url + "#side:nosuch")).hasMessageContaining("nosuch does not exist");
        });
    }

    @Test
    void an_archive_by_http_goes_as_it_is_and_anything_else_is_a_dockerfile() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        try {
            var archive = new ByteArrayOutputStream();
            archive.writeBytes(TarHeader.of(TarEntry.file("x", 0644, 0, Instant.EPOCH)));
            archive.writeBytes(TarHeader.end());
            answer(server, "/archive", 200, archive.toByteArray());
            answer(server, "/text", 200, "FROM scratch\n".getBytes(StandardCharsets.UTF_8));
            answer(server, "/nosuch", 404, new byte[0]);
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            try (var prepared = prepare(url + "/archive")) {
                assertThat(((BuildContext.Tar) prepared.context()).archive().readAllBytes()).isEqualTo(archive.toByteArray());
            }
            try (var prepared = prepare(url + "/text")) {
                assertThat(names(prepared)).containsExactly("Dockerfile");
            }
            assertThatThrownBy(() -> prepare(url + "/nosuch"))
                    .hasMessage("build: cannot prepare the context: cannot fetch " + url + "/nosuch: the server answered 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void standard_input_is_an_archive_or_a_dockerfile() throws IOException {
        try (var prepared = new ContextArgument(context("FROM scratch\n"), Optional.empty()).prepare("-")) {
            assertThat(names(prepared)).containsExactly("Dockerfile");
        }
        assertThatThrownBy(() -> new ContextArgument(context("FROM scratch\n"), Optional.of("x")).prepare("-"))
                .hasMessageEndingWith("both the context and --file are a Dockerfile");
        assertThatThrownBy(() -> new ContextArgument(context(""), Optional.of("-")).prepare("-"))
                .hasMessageEndingWith("standard input cannot be both the context and the Dockerfile");
    }

    @ParameterizedTest
    @CsvSource({
        "git://h/r, git://h/r, '', ''",
        "https://h/r.git#b, https://h/r.git, b, ''",
        "https://h/r.git#b:f/g, https://h/r.git, b, f/g",
        "git@h:r#:f, git@h:r, '', f",
        "github.com/a/b#v1, https://github.com/a/b, v1, ''",
        "ssh://u@h/r, ssh://u@h/r, '', ''"
    })
    void what_a_repositorys_url_says(String text, String remote, String ref, String part) {
        assertThat(GitUrl.isOne(text)).isTrue();
        assertThat(GitUrl.parse(text))
                .isEqualTo(new GitUrl(remote, Optional.of(ref).filter(word -> !word.isEmpty()), Optional.of(part).filter(word -> !word.isEmpty())));
    }

    @Test
    void a_ref_is_no_flag_of_gits() {
        assertThatThrownBy(() -> GitUrl.parse("git://h/r#--upload-pack=touch")).isInstanceOf(IllegalArgumentException.class);
        assertThat(GitUrl.isOne("https://h/archive.tar")).isFalse();
        assertThat(GitUrl.isOne("ext::sh -c true")).isFalse();
        assertThat(GitUrl.isOne("file:///r.git")).isFalse();
    }

    private interface Work {
        void with(String url) throws Exception;
    }

    private void served(Work work) throws Exception {
        Requirement.need(Requirement.GIT);
        var repository = Files.createDirectories(folder.resolve("served/r"));
        git(repository, "init", "--quiet", "--initial-branch=main");
        Files.writeString(repository.resolve("Dockerfile"), "FROM scratch\n");
        Files.writeString(repository.resolve("main"), "");
        commit(repository);
        git(repository, "checkout", "--quiet", "-b", "side");
        Files.createDirectory(repository.resolve("sub"));
        Files.writeString(repository.resolve("sub/Dockerfile"), "FROM scratch\n");
        Files.writeString(repository.resolve("sub/inner"), "");
        Files.createSymbolicLink(repository.resolve("out"), Path.of("/etc"));
        commit(repository);
        git(repository, "checkout", "--quiet", "main");
        int port;
        try (var free = new ServerSocket(0, 1, LOOPBACK)) {
            port = free.getLocalPort();
        }
        var server = new ProcessBuilder(
                        "git", "daemon", "--listen=127.0.0.1", "--port=" + port, "--export-all", "--base-path=" + folder.resolve("served"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Await.until("git answers", () -> {
                try (var socket = new Socket(LOOPBACK, port)) {
                    return socket.isConnected();
                } catch (IOException e) {
                    return false;
                }
            });
            work.with("git://127.0.0.1:" + port + "/r");
        } finally {
            var all = new ArrayList<>(server.descendants().toList());
            all.forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
        }
    }

    private void commit(Path repository) throws Exception {
        git(repository, "add", "--all");
        git(repository, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "x");
    }

    private void git(Path repository, String... words) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void answer(HttpServer server, String path, int status, byte[] bytes) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Prepared prepare(String typed) {
        return new ContextArgument(context(""), Optional.empty()).prepare(typed);
    }

    private static List<String> names(Prepared prepared) throws IOException {
        var names = new ArrayList<String>();
        ((BuildContext.Entries) prepared.context()).source().entries().forEachRemaining(entry -> names.add(entry.head().name()));
        names.removeIf(name -> name.startsWith(".git"));
        return names;
    }

    private CommandContext context(String input) {
        var out = new Output(new ByteArrayOutputStream(), false);
        var io = new StandardStreams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, out, Optional.empty());
        var environment = Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "HOME", folder.toString());
        return new CommandContext(
                () -> {
                    throw new IllegalStateException("no engine is needed to prepare a context");
                },
                EngineSettings.of(environment),
                io,
                Clock.systemUTC(),
                environment,
                folder,
                () -> "",
                false);
    }
}
