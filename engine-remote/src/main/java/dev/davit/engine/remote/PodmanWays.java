package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.ContainerDocument;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.ProcessTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// What podman's Docker API does otherwise than dockerd although it need not be felt: asked for in another way or set right in
/// the answer, so that who uses davit need not know which of the two is there. What it refuses in other words is
/// [PodmanRefusal].
///
/// Nothing of it is looked at unless [Daemon#isPodman()]. Found by holding the engine contract against podman 4.3.
final class PodmanWays {
    /// Docker's order of images, which podman lists as they come.
    static final Comparator<ImageSummary> NEWEST_FIRST = Comparator.comparing(ImageSummary::created).reversed();

    private static final Set<String> OWN_EVENTS = Set.of("init", "cleanup", "sync");
    private static final String HUB = "docker.io/";
    private static final String LIBRARY = HUB + "library/";
    private static final String LOCAL = "localhost/";
    private static final int DOCKERS_GRACE = 10;

    /// Docker's columns, and podman's that hold the same.
    private static final SequencedMap<String, String> COLUMNS = columns();

    private PodmanWays() {}

    private static SequencedMap<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("UID", "user");
        columns.put("PID", "hpid");
        columns.put("PPID", "ppid");
        columns.put("C", "pcpu");
        columns.put("ELAPSED", "etime");
        columns.put("TTY", "tty");
        columns.put("TIME", "time");
        columns.put("CMD", "args");
        return columns;
    }

    /// An image's name as docker tells it: the registry and the folder that go without saying are left out.
    static String familiar(String name) {
        if (name.startsWith(LIBRARY)) return name.substring(LIBRARY.length());
        return name.startsWith(HUB) ? name.substring(HUB.length()) : name;
    }

    /// An image's id with its algorithm, which podman leaves out in places.
    static String imageId(String id) {
        return id.length() == 64 && id.indexOf(':') < 0 ? "sha256:" + id : id;
    }

    /// Filters that podman understands: of an image it knows the id alone, or the whole name.
    static Filters filters(Filters filters) {
        var known = new LinkedHashMap<>(filters.values());
        known.computeIfPresent("ancestor", (_, images) -> images.stream().flatMap(PodmanWays::known).toList());
        return new Filters(known);
    }

    /// Filters on events by podman's words for them.
    static Filters eventFilters(Filters filters) {
        var known = new LinkedHashMap<>(filters.values());
        known.computeIfPresent("event", (_, events) -> events.stream().flatMap(event -> Stream.of(event, switch (event) {
            case "destroy", "delete" -> "remove";
            case "die" -> "died";
            default -> event;
        })).distinct().toList());
        return new Filters(known);
    }

    /// An event in docker's words; empty when docker knows no such thing.
    static Optional<Event> event(Event event) {
        if (OWN_EVENTS.contains(event.action())) return Optional.empty();
        boolean image = event.type().equals("image");
        var attributes = new LinkedHashMap<>(event.attributes());
        attributes.computeIfPresent(image ? "name" : "image", (_, name) -> familiar(name));
        String action = !event.action().equals("remove") ? event.action() : image ? "delete" : "destroy";
        return Optional.of(new Event(event.type(), action, event.actorId(), attributes, event.scope(), event.time()));
    }

    private static Stream<String> known(String image) {
        if (image.startsWith("sha256:")) return Stream.of(image.substring("sha256:".length()));
        var name = ImageName.of(image);
        String tagged = name.repository() + (name.tag().indexOf(':') < 0 ? ":" : "@") + name.tag();
        int slash = tagged.indexOf('/');
        if (slash < 0) return Stream.of(image, LIBRARY + tagged, LOCAL + tagged);
        boolean host = tagged.substring(0, slash).matches("localhost|.*[.:].*");
        return host ? Stream.of(tagged) : Stream.of(HUB + tagged, LOCAL + tagged);
    }

    /// The document of a container that is to be made: without a grace podman would give it none, and kill it at once when it
    /// is to stop.
    static JsonObject withGrace(JsonObject document) {
        if (document.get("StopTimeout").isPresent()) return document;
        var graceful = JsonObject.builder();
        document.members().forEach(graceful::put);
        return graceful.put("StopTimeout", DOCKERS_GRACE).build();
    }

    /// Ends a container that is to be removed by force: podman would give it its grace even then.
    static void kill(Daemon daemon, String what, ContainerRef container) {
        try {
            daemon.post(what, Query.of("/containers/", container.bare(), "/kill"));
        } catch (EngineException.Conflict e) {
            // It does not run.
            return;
        }
    }

    /// Refuses to remove an image by force that containers were made of: podman would remove these too, running or not.
    static void keepContainers(Daemon daemon, ImageRef image, String what) {
        var document = WireJson.object(daemon.get(what, Query.ofImage("/images/", image.text(), "/json")), what);
        String id = document.string("Id");
        boolean byName = !id.contains(image.text());
        // the image stays with its other names
        if (byName && document.array("RepoTags").size() > 1) return;
        var target = Query.of("/containers/json").flag("all", true).filters(filters(Filters.of("ancestor", id)));
        if (!(Json.parse(daemon.get(what, target)) instanceof JsonArray users)) return;
        for (var user : users.objects()) {
            throw new EngineException.Conflict("cannot " + what + ": podman would remove the containers that were made of it too, "
                    + String.join(", ", user.array("Names").strings()) + " for one");
        }
    }

    /// Waits for a container's removal and tells how it had ended, which podman does not say then: that is looked up in its
    /// events.
    static StreamFeed<ExitStatus> removal(Daemon daemon, String what, Query wait, ContainerDocument document) {
        var response = daemon.open(what, "POST", wait, Body.NONE);
        return new StreamFeed<ExitStatus>(daemon, what, response) {
            private boolean given;

            @Override
            Optional<ExitStatus> read() throws IOException {
                if (given) return Optional.empty();
                new JsonLines(response.body()).next();
                given = true;
                int known = ContainerState.of(String.valueOf(document.state().status())) == ContainerState.EXITED ? document.state().exitCode() : 0;
                return Optional.of(new ExitStatus(lastExit(daemon, what, document).orElse(known), Optional.empty()));
            }
        };
    }

    /// The processes of a container, by podman's own columns unless the user asked for others: what a `ps` inside says is
    /// answered as one column, and has numbers that mean nothing outside.
    static ProcessTable processes(Daemon daemon, ContainerRef container, List<String> psArguments) {
        String what = "list the processes of container " + container;
        var target = Query.of("/containers/", container.bare(), "/top").with("stream", "false");
        target.with("ps_args", psArguments.isEmpty() ? String.join(",", COLUMNS.values()) : String.join(" ", psArguments));
        String text = daemon.get(what, target);
        if (text.isBlank()) throw new EngineException.Conflict("cannot " + what + ": container " + container + " is not running");
        var answer = WireJson.object(text, what);
        var titles = psArguments.isEmpty() ? List.copyOf(COLUMNS.keySet()) : answer.array("Titles").strings();
        var rows = new ArrayList<List<String>>();
        for (var row : answer.array("Processes").items()) if (row instanceof JsonArray cells) rows.add(cells.strings());
        return new ProcessTable(titles, rows);
    }

    private static Optional<Integer> lastExit(Daemon daemon, String what, ContainerDocument container) throws IOException {
        var filters = JsonObject.builder()
                .put("container", (Json) JsonArray.ofStrings(List.of(container.id())))
                .put("event", (Json) JsonArray.ofStrings(List.of("died")));
        long made = WireJson.time(container.created()).orElse(Instant.EPOCH).getEpochSecond();
        var target = Query.of("/events").with("since", Long.toString(made)).with("stream", "false").with("filters", filters.build().text(JsonStyle.WIRE));
        Optional<Integer> code = Optional.empty();
        try (var response = daemon.open(what, "GET", target, Body.NONE)) {
            var lines = new JsonLines(response.body());
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!(Json.parse(line.get()) instanceof JsonObject event)) continue;
                String told = event.object("Actor").object("Attributes").string("exitCode");
                if (!told.isEmpty()) code = Optional.of(Integer.parseInt(told));
            }
        }
        return code;
    }
}
