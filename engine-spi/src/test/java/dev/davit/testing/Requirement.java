package dev.davit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// Something that tests need and a machine may lack. Where it is missing the test is aborted with the requirement's name;
/// where nothing may be skipped (`CI=true`) it fails.
public enum Requirement {
    /// The rights to make namespaces and mounts.
    ROOT("root"),
    /// A Docker daemon to start.
    DOCKERD("dockerd", "dockerd"),
    /// A daemon of another make that speaks Docker's API.
    PODMAN("podman", "podman", "conmon", "runc"),
    /// Docker's own command.
    DOCKER_COMMAND("the docker command", "docker"),
    /// Its plugin for projects of several containers.
    COMPOSE("docker compose", "docker-compose"),
    /// One program that is a whole user land, without libraries.
    BUSYBOX("busybox (statically linked)", "busybox"),
    /// A registry to pull from.
    REGISTRY("docker-registry", "docker-registry"),
    /// An ssh server of one's own, and the client.
    SSH("openssh-server and openssh-client", "sshd", "ssh", "ssh-keygen"),
    /// Certificates, and a server of TLS that is not the JDK's.
    OPENSSL("openssl", "openssl"),
    /// A terminal with a screen that can be read.
    TMUX("tmux", "tmux"),
    /// Other users to be.
    SETPRIV("setpriv", "setpriv"),
    /// Repositories.
    GIT("git", "git"),
    /// Namespaces for a daemon of one's own.
    NAMESPACES("unshare and nsenter", "unshare", "nsenter");

    /// Where docker's command looks for what extends it.
    private static final String PLUGINS = "/usr/local/lib/docker/cli-plugins:/usr/local/libexec/docker/cli-plugins"
            + ":/usr/lib/docker/cli-plugins:/usr/libexec/docker/cli-plugins";

    private final String title;
    private final String programs;

    Requirement(String title, String... programs) {
        this.title = title;
        this.programs = String.join(" ", programs);
    }

    /// Whether this machine has it.
    public boolean isMet() {
        if (this == ROOT) return "root".equals(System.getProperty("user.name"));
        return Stream.of(programs.split(" ", -1)).allMatch(program -> program(program).isPresent());
    }

    /// Goes on only where all of these are met.
    public static void need(Requirement... requirements) {
        var missing = Stream.of(requirements).filter(requirement -> !requirement.isMet()).map(r -> r.title).toList();
        if (missing.isEmpty()) return;
        String message = "this test needs " + String.join(", ", missing);
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(message + ", and with CI=true nothing may be missing");
        throw new TestAbortedException(message);
    }

    /// Where a program is on the path, system folders and those of docker's plugins included.
    public static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/bin:/sbin:/bin:" + PLUGINS;
        return Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
