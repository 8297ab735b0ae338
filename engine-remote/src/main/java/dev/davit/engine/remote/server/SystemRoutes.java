package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The engine as a whole: `/_ping`, `/version`, `/info`, `/system/df`.
final class SystemRoutes {
    private static final byte[] OK = "OK".getBytes(StandardCharsets.US_ASCII);
    private final Engine engine;

    SystemRoutes(Engine engine) {
        this.engine = engine;
    }

    void into(Router router) {
        router.on("GET", "/_ping", this::ping)
                .on("HEAD", "/_ping", this::ping)
                .on("GET", "/version", this::version)
                .on("GET", "/info", this::info)
                .on("GET", "/system/df", this::diskUsage);
    }

    private void ping(Call call) throws IOException {
        call.exchange().common("Cache-Control", "no-cache, no-store, must-revalidate");
        call.exchange().common("Pragma", "no-cache");
        call.exchange().common("Builder-Version", "1");
        call.exchange().common("Swarm", "inactive");
        call.exchange().answer(200, "text/plain; charset=utf-8", OK);
    }

    /// The engine's own document, but for the versions of the API, which are those of this server.
    private void version(Call call) throws IOException {
        var document = engine.system().version().document();
        if (!(Json.parse(document.json()) instanceof JsonObject object)) {
            call.answer(document);
            return;
        }
        var builder = JsonObject.builder();
        object.members().forEach(builder::put);
        builder.put("ApiVersion", Router.NEWEST.toString()).put("MinAPIVersion", Router.OLDEST.toString());
        call.answer(new Document(builder.build().text(JsonStyle.WIRE)));
    }

    private void info(Call call) throws IOException {
        call.answer(engine.system().info().document());
    }

    private void diskUsage(Call call) throws IOException {
        call.answer(engine.system().diskUsage().document());
    }
}
