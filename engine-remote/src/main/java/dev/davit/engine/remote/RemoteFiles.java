package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.container.PathArchive;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.http.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// A container's files: `/containers/…/archive` and `/export`, raw, so that archives stream.
final class RemoteFiles implements ContainerFiles {
    private static final String STAT = "X-Docker-Container-Path-Stat";

    private final Daemon daemon;
    private final DockerJava dockerJava;

    RemoteFiles(Daemon daemon, DockerJava dockerJava) {
        this.daemon = daemon;
        this.dockerJava = dockerJava;
    }

    @Override
    public List<FileChange> changes(ContainerRef container) {
        return dockerJava.changes(container);
    }

    @Override
    public PathStat stat(ContainerRef container, String path) {
        String what = "look at " + path + " in container " + container;
        try (var response = daemon.open(what, "HEAD", archive(container).with("path", path), Body.NONE)) {
            return stat(what, response);
        } catch (EngineException.NotFound e) {
            // An answer without a body does not say what is missing: where it is the container, this one will.
            RemoteContainers.document(daemon, what, container);
            throw new EngineException.NotFound("cannot " + what + ": there is no such path");
        }
    }

    @Override
    public PathArchive read(ContainerRef container, String path) {
        String what = "copy " + path + " from container " + container;
        var response = daemon.open(what, "GET", archive(container).with("path", path), Body.NONE);
        try {
            return new PathArchive(stat(what, response), new RemoteTar(daemon, what, response));
        } catch (EngineException e) {
            response.close();
            throw e;
        }
    }

    @Override
    public void write(ContainerRef container, String folder, InputStream tar, WriteOptions options) {
        String what = "copy to " + folder + " in container " + container;
        var target = archive(container)
                .with("path", folder)
                .flag("noOverwriteDirNonDir", options.keepKinds())
                .flag("copyUIDGID", options.asUser());
        daemon.text(what, "PUT", target, new Body.Stream("application/x-tar", tar));
    }

    @Override
    public TarStream export(ContainerRef container) {
        String what = "export container " + container;
        var target = Query.of("/containers/", container.bare(), "/export");
        return new RemoteTar(daemon, what, daemon.open(what, "GET", target, Body.NONE));
    }

    private static Query archive(ContainerRef container) {
        return Query.of("/containers/", container.bare(), "/archive");
    }

    /// The header that tells about the path: base64 of a JSON object, its mode in Go's bits.
    private static PathStat stat(String what, Response response) {
        try {
            String header = response.headers().get(STAT).orElse("");
            String json = new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
            if (Json.parse(json) instanceof JsonObject stat) {
                long mode = stat.integer("mode");
                var kind = GoMode.kind(mode);
                return new PathStat(
                        stat.string("name"),
                        kind,
                        stat.integer("size"),
                        GoMode.permissions(mode),
                        WireJson.time(stat.string("mtime")).orElse(Instant.EPOCH),
                        // podman names a target of everything
                        kind == PathStat.Kind.LINK ? stat.string("linkTarget") : "");
            }
        } catch (IllegalArgumentException | JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": what the daemon says of the path makes no sense", e);
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon says nothing of the path");
    }
}
