package dev.davit.engine.remote;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.LoginResult;
import dev.davit.engine.system.ProcessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The calls that docker-java's typed commands serve, over the daemon's own connections.
///
/// Nothing of docker-java is loaded before the first of them: loading it costs more than a whole `ps`.
final class DockerJava {
    private final Daemon daemon;

    DockerJava(Daemon daemon) {
        this.daemon = daemon;
    }

    ProcessTable processes(ContainerRef container, List<String> psArguments) {
        var command = client("list the processes of container " + container).topContainerCmd(container.bare());
        if (!psArguments.isEmpty()) command.withPsArgs(String.join(" ", psArguments));
        var answer = command.exec();
        var rows = new ArrayList<List<String>>();
        for (String[] row : answer.getProcesses()) rows.add(List.of(row));
        return new ProcessTable(List.of(answer.getTitles()), rows);
    }

    List<FileChange> changes(ContainerRef container) {
        String what = "list the changes of container " + container;
        var log = client(what).containerDiffCmd(container.bare()).exec();
        if (log == null) return List.of();
        return log.stream().map(change -> new FileChange(kind(what, change.getKind()), change.getPath())).toList();
    }

    private static FileChange.Kind kind(String what, int code) {
        return switch (code) {
            case 0 -> FileChange.Kind.MODIFIED;
            case 1 -> FileChange.Kind.ADDED;
            case 2 -> FileChange.Kind.DELETED;
            default -> throw new EngineException.Failed("cannot " + what + ": the daemon names a change of kind " + code);
        };
    }

    void rename(ContainerRef container, String name) {
        client("rename container " + container + " to " + name)
                .renameContainerCmd(container.bare())
                .withName(name)
                .exec();
    }

    void tag(ImageRef image, ImageRef target) {
        var name = ImageName.of(target.text());
        client("tag image " + image + " as " + target)
                .tagImageCmd(image.text(), name.repository(), name.tag())
                .exec();
    }

    LoginResult login(Credentials credentials) {
        var config = new AuthConfig()
                .withRegistryAddress(credentials.registry())
                .withUsername(credentials.username())
                .withPassword(credentials.password());
        if (!credentials.identityToken().isEmpty()) config.withIdentityToken(credentials.identityToken());
        // docker-java wants a login in its configuration before it makes the command that carries another one.
        var configured = new Blank()
                .withRegistryUsername(credentials.username())
                .withRegistryPassword(credentials.password())
                .withRegistryUrl(credentials.registry());
        var answer = client("log in at " + credentials.registry(), configured).authCmd().withAuthConfig(config).exec();
        String token = answer.getIdentityToken();
        return new LoginResult(answer.getStatus(), token == null ? "" : token);
    }

    /// A client whose failures say what was being tried. The configuration is empty on purpose: docker-java would read the
    /// user's environment and files a second time, by rules of its own.
    private DockerClient client(String what) {
        return client(what, new Blank());
    }

    private DockerClient client(String what, DefaultDockerClientConfig.Builder configured) {
        var config = configured.withDockerHost("unix:///davit").build();
        return DockerClientImpl.getInstance(config, new DockerJavaTransport(daemon, what));
    }

    private static final class Blank extends DefaultDockerClientConfig.Builder {
        Blank() {
            withProperties(new Properties());
        }
    }
}
