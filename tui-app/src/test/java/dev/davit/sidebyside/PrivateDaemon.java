package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A dockerd of a test's own, in a folder and a network namespace of its own, with an image `busybox`. It needs root.
final class PrivateDaemon implements AutoCloseable {
    private static final List<String> APPLETS =
            List.of("sh", "sleep", "cat", "echo", "ls", "true", "false", "env", "printf", "ps", "top", "stty", "hostname", "id", "touch", "mkdir", "rm", "dd", "tr", "yes", "head", "kill", "pwd", "read", "wc");

    private final Path folder;
    private final Process process;
    private final Docker docker;

    private PrivateDaemon(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.docker = new Docker(host(), folder.resolve("config"));
    }

    /// Whether one can be started here.
    static boolean isPossible() {
        boolean root = Optional.ofNullable(System.getProperty("user.name")).orElse("").equals("root");
        return root && Stream.of("dockerd", "docker", "unshare", "busybox").allMatch(name -> found(name).isPresent());
    }

    static Optional<Path> found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PrivateDaemon start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("config"));
        var process = new ProcessBuilder(
                        "unshare", "-n", "sh", "-c", "ip link set lo up; exec dockerd \"$@\"", "dockerd",
                        "--data-root", folder.resolve("data").toString(),
                        "--exec-root", folder.resolve("exec").toString(),
                        "--pidfile", folder.resolve("pid").toString(),
                        "-H", "unix://" + folder.resolve("s"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var daemon = new PrivateDaemon(folder, process);
        try {
            daemon.await();
            daemon.image();
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            daemon.close();
            throw e;
        }
        return daemon;
    }

    String host() {
        return "unix://" + folder.resolve("s");
    }

    Docker docker() {
        return docker;
    }

    private void await() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (docker.run(List.of("version"), "").exit() != 0) {
            boolean alive = process.isAlive() && Instant.now().isBefore(deadline);
            assertThat(alive).as(() -> "dockerd answers:\n" + log()).isTrue();
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void image() throws IOException, InterruptedException {
        var root = folder.resolve("image");
        var bin = Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/:/bin/sh\nuser:x:1000:1000:user:/tmp:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\nuser:x:1000:\n");
        Files.copy(found("busybox").orElseThrow(), bin.resolve("busybox"));
        for (String applet : APPLETS) Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
        var tar = folder.resolve("image.tar");
        var packed = new ProcessBuilder("tar", "-cf", tar.toString(), "-C", root.toString(), ".").start();
        assertThat(packed.waitFor()).isZero();
        var made = docker.run(List.of("import", "-c", "CMD [\"sh\"]", "-m", "test image", tar.toString(), "busybox:latest"), "");
        assertThat(made.exit()).as(made.err()).isZero();
    }

    @Override
    public void close() {
        try {
            if (docker.run(List.of("ps", "-aq"), "") instanceof Outcome(int exit, String ids, String _) && exit == 0 && !ids.isEmpty()) {
                docker.run(Stream.concat(Stream.of("rm", "-f", "-v"), ids.lines()).toList(), "");
            }
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
            // The daemon leaves the namespace of containers on the host's network mounted, where there was one.
            new ProcessBuilder("umount", folder.resolve("exec/netns/default").toString()).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// What a command left.
    record Outcome(int exit, String out, String err) {}

    /// The docker command.
    static final class Docker {
        private final Map<String, String> environment;

        Docker(String host, Path config) {
            environment = environment(host, config);
        }

        static Map<String, String> environment(String host, Path config) {
            return Map.of(
                    "DOCKER_HOST", host,
                    "DOCKER_CONFIG", config.toString(),
                    "HOME", config.toString(),
                    "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                    "FROM_CALLER", "the caller's value");
        }

        Outcome run(List<String> words, String input) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(Stream.concat(Stream.of("docker"), words.stream()).toList());
            builder.environment().clear();
            builder.environment().putAll(environment);
            var out = Files.createTempFile("docker", ".out");
            var err = Files.createTempFile("docker", ".err");
            try {
                var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
                try (var in = process.getOutputStream()) {
                    in.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // The command did not read its input, as most do not.
                    assertThat(e).hasMessageContaining("Broken pipe");
                }
                return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        }
    }
}
