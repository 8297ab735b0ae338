package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StartOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.document.ListDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;

/// The life of containers: `/containers`.
final class ContainerRoutes {
    private final Containers containers;

    ContainerRoutes(Containers containers) {
        this.containers = containers;
    }

    void into(Router router) {
        router.on("GET", "/containers/json", this::list)
                .on("GET", "/containers/{id}/json", this::inspect)
                .on("POST", "/containers/create", this::create)
                .on("POST", "/containers/{id}/update", this::update)
                .on("POST", "/containers/{id}/start", this::start)
                .on("POST", "/containers/{id}/stop", this::stop)
                .on("POST", "/containers/{id}/restart", this::restart)
                .on("POST", "/containers/{id}/kill", this::kill)
                .on("POST", "/containers/{id}/pause", this::pause)
                .on("POST", "/containers/{id}/unpause", this::unpause)
                .on("POST", "/containers/{id}/rename", this::rename)
                .on("POST", "/containers/{id}/wait", this::await)
                .on("POST", "/containers/prune", this::prune)
                .on("DELETE", "/containers/{id}", this::remove);
    }

    static ContainerRef container(Call call) {
        return new ContainerRef(call.name("id"));
    }

    private void list(Call call) throws IOException {
        var limit = call.number("limit").filter(count -> count > 0).map(Long::intValue);
        var query = new ContainerQuery(
                call.flag("all"),
                limit.map(OptionalInt::of).orElse(OptionalInt.empty()),
                call.flag("size"),
                call.filters());
        call.answer(containers.list(query).stream().map(ListDocuments::of).toList());
    }

    private void inspect(Call call) throws IOException {
        call.answer(containers.inspect(container(call), call.flag("size")).document());
    }

    private void create(Call call) throws IOException {
        var created = containers.create(SpecReader.create(call.document(), call.optional("name"), call.optional("platform")));
        call.answer(201, JsonObject.builder()
                .put("Id", created.id().value())
                .put("Warnings", JsonArray.ofStrings(created.warnings()))
                .build());
    }

    private void update(Call call) throws IOException {
        var warnings = containers.update(container(call), SpecReader.update(call.document()));
        call.answer(JsonObject.builder()
                .put("Warnings", warnings.isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(warnings))
                .build());
    }

    private void start(Call call) throws IOException {
        var options = new StartOptions(call.optional("detachKeys"), call.optional("checkpoint"), call.optional("checkpoint-dir"));
        var state = containers.inspect(container(call)).state();
        if (state == ContainerState.RUNNING || state == ContainerState.RESTARTING) {
            call.answer(304);
            return;
        }
        containers.start(container(call), options);
        call.answer(204);
    }

    private void stop(Call call) throws IOException {
        if (!containers.inspect(container(call)).state().canStop()) {
            call.answer(304);
            return;
        }
        containers.stop(container(call), stopping(call));
        call.answer(204);
    }

    private void restart(Call call) throws IOException {
        containers.restart(container(call), stopping(call));
        call.answer(204);
    }

    private static StopOptions stopping(Call call) {
        return new StopOptions(call.number("t").map(Duration::ofSeconds), call.optional("signal"));
    }

    private void kill(Call call) throws IOException {
        containers.kill(container(call), call.text("signal"));
        call.answer(204);
    }

    private void pause(Call call) throws IOException {
        containers.pause(container(call));
        call.answer(204);
    }

    private void unpause(Call call) throws IOException {
        containers.unpause(container(call));
        call.answer(204);
    }

    private void rename(Call call) throws IOException {
        containers.rename(container(call), call.text("name"));
        call.answer(204);
    }

    /// The head is sent once the wait has begun, so that a client knows when it may start what it waits for.
    private void await(Call call) throws IOException {
        var condition = switch (call.text("condition")) {
            case "", "not-running" -> WaitCondition.NOT_RUNNING;
            case "next-exit" -> WaitCondition.NEXT_EXIT;
            case "removed" -> WaitCondition.REMOVED;
            default -> throw Call.invalid("invalid condition: \"" + call.text("condition") + "\"");
        };
        try (var exits = containers.exits(container(call), condition)) {
            call.document();
            call.exchange().whenGone(exits::close);
            var out = call.exchange().begin(200, Call.JSON);
            var exit = exits.iterator();
            if (exit.hasNext()) out.write((status(exit.next()).text(JsonStyle.WIRE) + "\n").getBytes(StandardCharsets.UTF_8));
            else call.exchange().abort();
        }
    }

    private static JsonObject status(ExitStatus exit) {
        var document = JsonObject.builder().put("StatusCode", exit.code());
        exit.error().ifPresent(error -> document.put("Error", (Json) JsonObject.builder().put("Message", error).build()));
        return document.build();
    }

    private void remove(Call call) throws IOException {
        containers.remove(container(call), new RemoveOptions(call.flag("force"), call.flag("v"), call.flag("link")));
        call.answer(204);
    }

    private void prune(Call call) throws IOException {
        var pruned = containers.prune(call.filters());
        var ids = JsonArray.ofStrings(pruned.removed().stream().map(id -> id.value()).toList());
        call.answer(JsonObject.builder()
                .put("ContainersDeleted", pruned.removed().isEmpty() ? JsonNull.NULL : ids)
                .put("SpaceReclaimed", pruned.bytes())
                .build());
    }
}
