package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.Containers;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.StatsDocuments;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.Telemetry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// Figures of containers: `/containers/{id}/stats`.
final class StatsRoutes {
    /// Longer than between two samples of a container that runs.
    private static final Duration SILENCE = Duration.ofMillis(1500);

    private final Containers containers;
    private final Telemetry telemetry;

    StatsRoutes(Engine engine) {
        this.containers = engine.containers();
        this.telemetry = engine.telemetry();
    }

    void into(Router router) {
        router.on("GET", "/containers/{id}/stats", this::stats);
    }

    private void stats(Call call) throws IOException {
        boolean stream = call.flagUnlessDenied("stream");
        boolean oneShot = call.flag("one-shot");
        if (stream && oneShot) throw Call.invalid("cannot have stream=true and one-shot=true");
        var container = containers.inspect(ContainerRoutes.container(call));
        if (stream) follow(call, container);
        else once(call, container, oneShot);
    }

    private void once(Call call, ContainerDetails container, boolean oneShot) throws IOException {
        if (!container.state().isRunning()) {
            call.answer(StatsDocuments.hollow(container.id(), container.name()));
            return;
        }
        try (var samples = telemetry.stats(new StatsOptions(Set.of(container.id()), true, oneShot))) {
            call.exchange().whenGone(samples::close);
            var sample = samples.iterator();
            // it may have ended meanwhile
            call.answer(sample.hasNext() ? sample.next().document() : StatsDocuments.hollow(container.id(), container.name()));
        }
    }

    /// Samples as they come. Silence has a reason, which a client of dockerd is told: a container that does not run has hollow
    /// documents, and with one that is no more the stream ends.
    private void follow(Call call, ContainerDetails container) throws IOException {
        try (var samples = new TimedFeed<>(telemetry.stats(new StatsOptions(Set.of(container.id()), false)))) {
            call.exchange().whenGone(samples::close);
            var out = call.exchange().begin(200, Call.JSON);
            var patience = container.state().isRunning() ? SILENCE : Duration.ZERO;
            while (true) {
                var sample = samples.next(patience);
                if (sample.isPresent()) send(out, sample.get().document());
                else if (samples.isOver() || !explain(container, out)) return;
                patience = SILENCE;
            }
        }
    }

    /// @return whether there may be more
    private boolean explain(ContainerDetails container, OutputStream out) throws IOException {
        try {
            if (!containers.inspect(ContainerRef.of(container.id())).state().isRunning()) {
                send(out, StatsDocuments.hollow(container.id(), container.name()));
            }
            return true;
        } catch (EngineException.NotFound e) {
            return false;
        }
    }

    private static void send(OutputStream out, Document document) throws IOException {
        out.write((document.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
