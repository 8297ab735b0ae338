package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.EventItem;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import dev.davit.engine.system.ProcessTable;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.Telemetry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Events, logs and statistics, raw over the socket.
final class RemoteTelemetry implements Telemetry {
    private final Daemon daemon;
    private final DockerJava dockerJava;

    RemoteTelemetry(Daemon daemon, DockerJava dockerJava) {
        this.daemon = daemon;
        this.dockerJava = dockerJava;
    }

    @Override
    public Feed<Event> events(EventQuery query) {
        String what = "follow events";
        boolean podman = daemon.isPodman();
        boolean fromNow = query.since().isEmpty() && query.until().isEmpty();
        var since = fromNow ? new DaemonClock(daemon).now(what) : query.since();
        // Davit's own server also tells who caused it, which docker's clients are not told.
        var target = Query.of(daemon.isDavit() ? "/davit/v1/events" : "/events")
                .with("since", since.map(RemoteTelemetry::seconds))
                .with("until", query.until().map(RemoteTelemetry::seconds))
                .filters(podman ? PodmanWays.eventFilters(query.filters()) : query.filters());
        var response = daemon.open(what, "GET", target, Body.NONE);
        var lines = new JsonLines(response.body());
        return new StreamFeed<Event>(daemon, what, response) {
            @Override
            Optional<Event> read() throws IOException {
                while (true) {
                    var line = lines.next();
                    if (line.isEmpty() && query.until().isEmpty()) {
                        throw new EngineException.Unavailable(
                                "cannot follow events: the daemon at " + daemon.address() + " ended the stream", null);
                    }
                    var event = line.map(json -> event(WireJson.read(EventItem.class, json, what)));
                    if (!podman || event.isEmpty()) return event;
                    event = event.flatMap(PodmanWays::event);
                    if (event.isPresent()) return event;
                }
            }
        };
    }

    private static Event event(EventItem item) {
        var actor = item.actor();
        var time = item.timeNano() != 0
                ? Instant.ofEpochSecond(item.timeNano() / 1_000_000_000, item.timeNano() % 1_000_000_000)
                : Instant.ofEpochSecond(item.time());
        return new Event(
                WireJson.text(item.type()),
                WireJson.text(item.action()),
                actor == null ? "" : WireJson.text(actor.id()),
                actor == null ? Map.of() : WireJson.map(actor.attributes()),
                item.scope() == null ? "local" : item.scope(),
                time);
    }

    @Override
    public Feed<LogChunk> logs(ContainerRef container, LogOptions options) {
        String what = "read the log of container " + container;
        if (!options.stdout() && !options.stderr()) {
            throw new EngineException.Invalid("cannot " + what + ": neither standard output nor standard error is wanted");
        }
        boolean tty = RemoteContainers.document(daemon, what, container).config().tty();
        var target = Query.of("/containers/", container.bare(), "/logs")
                .flag("stdout", options.stdout())
                .flag("stderr", options.stderr())
                .flag("follow", options.follow())
                .flag("timestamps", options.timestamps())
                .flag("details", options.details())
                .with("since", options.since().map(RemoteTelemetry::seconds))
                .with("until", options.until().map(RemoteTelemetry::seconds))
                .with("tail", options.tail().isPresent() ? Long.toString(options.tail().getAsLong()) : "all");
        var response = daemon.open(what, "GET", target, Body.NONE);
        var frames = tty ? Frames.raw(response.body()) : Frames.multiplexed(response.body());
        var parser = new LogParser(frames, options, tty);
        return new StreamFeed<LogChunk>(daemon, what, response) {
            @Override
            Optional<LogChunk> read() throws IOException {
                return parser.next();
            }
        };
    }

    @Override
    public StatsFeed stats(StatsOptions options) {
        return new RemoteStatsFeed(daemon, options);
    }

    @Override
    public ProcessTable processes(ContainerRef container, List<String> psArguments) {
        return daemon.isPodman() ? PodmanWays.processes(daemon, container, psArguments) : dockerJava.processes(container, psArguments);
    }

    /// Docker's form of a time: seconds, a dot, nanoseconds.
    static String seconds(Instant time) {
        String nanos = Integer.toString(time.getNano());
        return time.getEpochSecond() + "." + "0".repeat(9 - nanos.length()) + nanos;
    }
}
