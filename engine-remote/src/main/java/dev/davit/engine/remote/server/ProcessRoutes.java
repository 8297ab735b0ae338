package dev.davit.engine.remote.server;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.system.Telemetry;
import java.io.IOException;
import java.util.List;

/// The processes in containers: `/containers/{id}/top`.
final class ProcessRoutes {
    private final Telemetry telemetry;

    ProcessRoutes(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void into(Router router) {
        router.on("GET", "/containers/{id}/top", this::top);
    }

    private void top(Call call) throws IOException {
        String arguments = call.text("ps_args").strip();
        var table = telemetry.processes(
                ContainerRoutes.container(call), arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+", -1)));
        var rows = table.rows().stream().map(row -> (Json) JsonArray.ofStrings(row)).toList();
        call.answer(JsonObject.builder()
                .put("Processes", new JsonArray(rows))
                .put("Titles", JsonArray.ofStrings(table.titles()))
                .build());
    }
}
