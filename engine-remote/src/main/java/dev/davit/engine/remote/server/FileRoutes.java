package dev.davit.engine.remote.server;

import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.GoMode;
import dev.davit.engine.remote.http.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The files of containers: what changed, and archives in and out.
final class FileRoutes {
    private static final String STAT = "X-Docker-Container-Path-Stat";
    private static final String TAR = "application/x-tar";

    private final ContainerFiles files;

    FileRoutes(ContainerFiles files) {
        this.files = files;
    }

    void into(Router router) {
        router.on("GET", "/containers/{id}/changes", this::changes)
                .on("GET", "/containers/{id}/export", this::export)
                .on("HEAD", "/containers/{id}/archive", this::stat)
                .on("GET", "/containers/{id}/archive", this::read)
                .on("PUT", "/containers/{id}/archive", this::write);
    }

    private void changes(Call call) throws IOException {
        var changes = files.changes(ContainerRoutes.container(call));
        Json items = new JsonArray(changes.stream()
                .map(change -> (Json) JsonObject.builder()
                        .put("Path", change.path())
                        .put("Kind", change.kind().number())
                        .build())
                .toList());
        call.answer(changes.isEmpty() ? JsonNull.NULL : items);
    }

    private void export(Call call) throws IOException {
        try (var tar = files.export(ContainerRoutes.container(call))) {
            send(call, tar, new Headers(), "application/octet-stream");
        }
    }

    private void stat(Call call) throws IOException {
        call.exchange().answer(200, told(files.stat(ContainerRoutes.container(call), path(call))), "", new byte[0]);
    }

    private void read(Call call) throws IOException {
        try (var archive = files.read(ContainerRoutes.container(call), path(call))) {
            send(call, archive.tar(), told(archive.stat()), TAR);
        }
    }

    private void write(Call call) throws IOException {
        var options = new WriteOptions(call.flag("noOverwriteDirNonDir"), call.flag("copyUIDGID"));
        files.write(ContainerRoutes.container(call), path(call), call.exchange().body(), options);
        call.answer(200);
    }

    private static String path(Call call) {
        return call.optional("path").orElseThrow(() -> Call.invalid("bad parameter: 'path' cannot be empty"));
    }

    private static Headers told(PathStat stat) {
        String json = JsonObject.builder()
                .put("name", stat.name())
                .put("size", stat.size())
                .put("mode", GoMode.of(stat))
                .put("mtime", stat.modified().toString())
                .put("linkTarget", stat.linkTarget())
                .build()
                .text(JsonStyle.WIRE);
        var headers = new Headers();
        headers.add(STAT, Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /// What breaks off ends the connection, so that no client takes it for whole.
    private static void send(Call call, TarStream tar, Headers headers, String type) throws IOException {
        call.exchange().whenGone(tar::close);
        var out = call.exchange().begin(200, headers, type);
        tar.transferTo(out);
    }
}
