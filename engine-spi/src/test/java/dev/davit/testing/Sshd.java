package dev.davit.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An ssh server on the loopback with keys of its own, at sshd's default settings, and a user's `ssh` that knows it: a program
/// in a folder for the front of `PATH`, which reads a configuration of the test's own and nothing of the user's.
public final class Sshd implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    private Sshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts one.
    ///
    /// @param folder where its keys and everything else of it are kept, until it is closed
    /// @param more lines of its configuration
    public static Sshd start(Path folder, String... more) throws IOException {
        Requirement.need(Requirement.ROOT, Requirement.SSH, Requirement.NAMESPACES);
        Files.createDirectories(folder);
        for (String key : List.of("host", "user", "stranger")) {
            run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
        }
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                PidFile none
                AuthorizedKeysFile /run/authorized
                %s
                """.formatted(port, folder.resolve("host"), String.join("\n", more)));
        // Its folder in /run, and the keys where only root may write, are in a namespace of its own.
        String script = "mount -t tmpfs -o mode=755 tmpfs /run && mkdir /run/sshd && cp \"$0\" /run/authorized && chmod 600 /run/authorized"
                + " && exec \"$1\" -D -e -f \"$2\"";
        var builder = new ProcessBuilder(
                "unshare", "--mount", "sh", "-c", script, folder.resolve("user.pub").toString(),
                Requirement.program("sshd").orElseThrow().toString(), folder.resolve("sshd_config").toString());
        builder.environment().put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        var process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        var sshd = new Sshd(folder, port, process);
        try {
            sshd.prepareClient();
            Await.until("sshd answers", () -> {
                if (!process.isAlive()) throw new IllegalStateException("sshd ended: " + sshd.log());
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return socket.getInputStream().read() >= 0;
                } catch (IOException e) {
                    return false;
                }
            });
            return sshd;
        } catch (IOException | RuntimeException | AssertionError e) {
            sshd.close();
            throw e;
        }
    }

    private void prepareClient() throws IOException {
        String host = Files.readString(folder.resolve("host.pub"), StandardCharsets.US_ASCII).strip();
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + host + "\n");
        String other = Files.readString(folder.resolve("stranger.pub"), StandardCharsets.US_ASCII).strip();
        Files.writeString(folder.resolve("other_hosts"), "[127.0.0.1]:" + port + " " + other + "\n");
        Files.writeString(folder.resolve("no_hosts"), "");
        var bin = Files.createDirectories(folder.resolve("bin"));
        var ssh = bin.resolve("ssh");
        Files.writeString(ssh, """
                #!/bin/sh
                exec %s -F "${DAVIT_TEST_SSH_CONFIG:-none}" "$@"
                """.formatted(Requirement.program("ssh").orElseThrow()));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    }

    /// `root@127.0.0.1:PORT`.
    public String place() {
        return "root@127.0.0.1:" + port;
    }

    /// The address of a daemon behind it.
    public String url(Path socket) {
        return "ssh://" + place() + socket;
    }

    /// The environment of a user whose key is let in.
    public Map<String, String> user() throws IOException {
        return user("user", "known_hosts");
    }

    /// The environment of a user whose key it does not know.
    public Map<String, String> stranger() throws IOException {
        return user("stranger", "known_hosts");
    }

    /// The environment of a user who was never here.
    public Map<String, String> newcomer() throws IOException {
        return user("user", "no_hosts");
    }

    /// The environment of a user who has met another server here.
    public Map<String, String> userOfAnother() throws IOException {
        return user("user", "other_hosts");
    }

    private Map<String, String> user(String key, String hosts) throws IOException {
        var config = folder.resolve("config-" + key + "-" + hosts);
        Files.writeString(config, """
                IdentityFile %s
                IdentitiesOnly yes
                UserKnownHostsFile %s
                GlobalKnownHostsFile /dev/null
                """.formatted(folder.resolve(key), folder.resolve(hosts)));
        var environment = new HashMap<String, String>();
        environment.put("HOME", folder.toString());
        environment.put("PATH", folder.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("DAVIT_TEST_SSH_CONFIG", config.toString());
        environment.put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        return environment;
    }

    /// Ends every login, as a network that breaks.
    public void cut() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /// How many logins there are now.
    public long logins() {
        return process.children().count();
    }

    /// What it says about itself.
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Ends it and every login, and removes its folder, for there are keys in it.
    @Override
    public void close() {
        var sessions = new ArrayList<>(process.descendants().toList());
        process.destroy();
        sessions.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileTree.delete(folder);
    }

    private static void run(Path folder, String... command) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
