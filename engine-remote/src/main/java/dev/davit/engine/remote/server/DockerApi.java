package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.Feature;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// All routes of the API over one engine.
final class DockerApi {
    private DockerApi() {}

    /// @param stop counted down when a client asks for the server's end
    static Router over(Engine engine, CountDownLatch stop, Consumer<String> log) {
        var callers = new Callers();
        var router = new Router(callers, log);
        new SystemRoutes(engine).into(router);
        new ContainerRoutes(engine.containers()).into(router);
        new AttachRoutes(engine).into(router);
        new ExecRoutes(engine.sessions()).into(router);
        new LogRoutes(engine).into(router);
        new StatsRoutes(engine).into(router);
        new EventRoutes(engine.telemetry(), callers).into(router);
        new FileRoutes(engine.files()).into(router);
        new ProcessRoutes(engine.telemetry()).into(router);
        new CommitRoutes(engine.images()).into(router);
        new NetworkRoutes(engine.networks()).into(router);
        new VolumeRoutes(engine.volumes()).into(router);
        new ImageRoutes(engine.images()).into(router);
        new ImageTransferRoutes(engine.images()).into(router);
        new RegistryRoutes(engine.registries()).into(router);
        new BuildRoutes(engine.builds()).into(router);
        SwarmRoutes.into(router);
        router.on("GET", "/davit/v1/engine", call -> {
            var features = engine.info().features().stream().map(Feature::name).sorted().toList();
            call.answer(JsonObject.builder().put("Features", JsonArray.ofStrings(features)).build());
        });
        router.on("POST", "/davit/v1/stop", call -> {
            call.answer(204);
            stop.countDown();
        });
        return router;
    }
}
