package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.CreatedContainer;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StartOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.ContainerDocument;
import dev.davit.engine.remote.wire.ContainerItem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `/containers`, raw over the socket.
final class RemoteContainers implements Containers {
    private final Daemon daemon;
    private final DockerJava dockerJava;

    RemoteContainers(Daemon daemon, DockerJava dockerJava) {
        this.daemon = daemon;
        this.dockerJava = dockerJava;
    }

    /// The document that a call about another thing needs first.
    static ContainerDocument document(Daemon daemon, String what, ContainerRef container) {
        String text = daemon.get(what, Query.of("/containers/", container.bare(), "/json"));
        return WireJson.read(ContainerDocument.class, text, what);
    }

    @Override
    public List<ContainerSummary> list(ContainerQuery query) {
        String what = "list containers";
        var target = Query.of("/containers/json")
                .flag("all", query.all())
                .flag("size", query.sizes())
                .filters(daemon.isPodman() ? PodmanWays.filters(query.filters()) : query.filters());
        if (query.last().isPresent()) target.with("limit", Integer.toString(query.last().getAsInt()));
        // podman sorts only what has a limit
        else if (query.all() && daemon.isPodman()) target.with("limit", Integer.toString(Integer.MAX_VALUE));
        return WireJson.readItems(ContainerItem.class, daemon.get(what, target), what, (item, text) ->
                ContainerTranslation.summary(item, daemon::imageName, daemon.dockers(text)));
    }

    @Override
    public ContainerDetails inspect(ContainerRef container, boolean sizes) {
        String what = "inspect container " + container;
        String text = daemon.get(what, Query.of("/containers/", container.bare(), "/json").flag("size", sizes));
        return ContainerTranslation.details(WireJson.read(ContainerDocument.class, text, what), text, daemon::imageName);
    }

    @Override
    public CreatedContainer create(ContainerSpec spec) {
        String what = "create container " + spec.name().orElse("from " + spec.image());
        var target = Query.of("/containers/create").with("name", spec.name());
        spec.platform().ifPresent(platform -> target.with("platform", platform));
        var document = CreateDocument.of(spec, daemon.version());
        String body = (daemon.isPodman() ? PodmanWays.withGrace(document) : document).text(JsonStyle.WIRE);
        String answer = daemon.text(what, "POST", target, Body.json(body));
        if (Json.parse(answer) instanceof JsonObject created && !created.string("Id").isEmpty()) {
            return new CreatedContainer(
                    new ContainerId(created.string("Id")), created.array("Warnings").strings());
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon named no id");
    }

    @Override
    public void start(ContainerRef container, StartOptions options) {
        daemon.post(
                "start container " + container,
                Query.of("/containers/", container.bare(), "/start")
                        .with("detachKeys", options.detachKeys())
                        .with("checkpoint", options.checkpoint())
                        .with("checkpoint-dir", options.checkpointDirectory()));
    }

    @Override
    public void stop(ContainerRef container, StopOptions options) {
        daemon.post("stop container " + container, ending(container, "/stop", options));
    }

    @Override
    public void restart(ContainerRef container, StopOptions options) {
        daemon.post("restart container " + container, ending(container, "/restart", options));
    }

    private Query ending(ContainerRef container, String verb, StopOptions options) {
        var target = Query.of("/containers/", container.bare(), verb);
        options.grace().ifPresent(grace -> target.with("t", Long.toString(grace.toSeconds())));
        return target.with("signal", options.signal());
    }

    @Override
    public void kill(ContainerRef container, String signal) {
        var target = Query.of("/containers/", container.bare(), "/kill");
        if (!signal.isEmpty()) target.with("signal", signal);
        daemon.post("kill container " + container, target);
    }

    @Override
    public void pause(ContainerRef container) {
        daemon.post("pause container " + container, Query.of("/containers/", container.bare(), "/pause"));
    }

    @Override
    public void unpause(ContainerRef container) {
        daemon.post("unpause container " + container, Query.of("/containers/", container.bare(), "/unpause"));
    }

    @Override
    public void rename(ContainerRef container, String name) {
        dockerJava.rename(container, name);
    }

    @Override
    public List<String> update(ContainerRef container, ContainerUpdate change) {
        String what = "update container " + container;
        String body = CreateDocument.update(change).text(JsonStyle.WIRE);
        String answer =
                daemon.text(what, "POST", Query.of("/containers/", container.bare(), "/update"), Body.json(body));
        return Json.parse(answer) instanceof JsonObject object ? object.array("Warnings").strings() : List.of();
    }

    @Override
    public Feed<ExitStatus> exits(ContainerRef container, WaitCondition condition) {
        String what = "wait for container " + container;
        String word = switch (condition) {
            case NOT_RUNNING -> "not-running";
            case NEXT_EXIT -> "next-exit";
            case REMOVED -> "removed";
        };
        var target = Query.of("/containers/", container.bare(), "/wait").with("condition", word);
        if (condition == WaitCondition.REMOVED && daemon.isPodman()) {
            return PodmanWays.removal(daemon, what, target, document(daemon, what, container));
        }
        var response = daemon.open(what, "POST", target, Body.NONE);
        var lines = new JsonLines(response.body());
        return new StreamFeed<ExitStatus>(daemon, what, response) {
            private boolean given;

            @Override
            Optional<ExitStatus> read() throws IOException {
                if (given) return Optional.empty();
                var line = lines.next();
                if (line.isEmpty() || !(Json.parse(line.get()) instanceof JsonObject answer)) {
                    throw new EngineException.Unavailable(
                            "cannot " + what + ": the daemon at " + daemon.address() + " ended the stream", null);
                }
                given = true;
                String error = answer.object("Error").string("Message");
                return Optional.of(new ExitStatus(
                        // podman says -1 of what never ran
                        Math.max(0, (int) answer.integer("StatusCode")), error.isEmpty() ? Optional.empty() : Optional.of(error)));
            }
        };
    }

    @Override
    public void remove(ContainerRef container, RemoveOptions options) {
        String what = "remove container " + container;
        var target = Query.of("/containers/", container.bare())
                .flag("force", options.force())
                .flag("v", options.volumes())
                .flag("link", options.link());
        if (options.force() && daemon.isPodman()) PodmanWays.kill(daemon, what, container);
        daemon.text(what, "DELETE", target, Body.NONE);
    }

    @Override
    public Pruned<ContainerId> prune(Filters filters) {
        String what = "prune containers";
        var answer = WireJson.object(daemon.text(what, "POST", Query.of("/containers/prune").filters(filters), Body.NONE), what);
        var removed = answer.array("ContainersDeleted").strings().stream().map(ContainerId::new).toList();
        return new Pruned<>(removed, answer.integer("SpaceReclaimed"));
    }
}
