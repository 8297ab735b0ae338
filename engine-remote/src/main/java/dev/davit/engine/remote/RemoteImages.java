package dev.davit.engine.remote;

import dev.davit.engine.Feature;
import dev.davit.engine.document.JsonStyle;
import java.util.Optional;
import static dev.davit.engine.remote.WireJson.map;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageDetails;
import dev.davit.engine.image.ImageHistoryEntry;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.LoginResult;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.Registries;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.ImageDocument;
import dev.davit.engine.remote.wire.ImageItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/images`: list, inspect and remove raw (docker-java drops what a removal did), the rest by docker-java.
final class RemoteImages implements Images, Registries {
    private final Daemon daemon;
    private final DockerJava dockerJava;

    RemoteImages(Daemon daemon, DockerJava dockerJava) {
        this.daemon = daemon;
        this.dockerJava = dockerJava;
    }

    @Override
    public List<ImageSummary> list(ImageQuery query) {
        String what = "list images";
        var target = Query.of("/images/json")
                .flag("all", query.all())
                .flag("digests", query.digests())
                .filters(query.filters());
        return WireJson.readList(ImageItem.class, daemon.get(what, target), what).stream()
                .map(RemoteImages::summary)
                .toList();
    }

    private static ImageSummary summary(ImageItem item) {
        return new ImageSummary(
                item.id(),
                text(item.parentId()),
                named(item.repoTags()),
                named(item.repoDigests()),
                Instant.ofEpochSecond(item.created()),
                item.size(),
                item.sharedSize() == null ? -1 : item.sharedSize(),
                map(item.labels()),
                item.containers() == null ? -1 : item.containers());
    }

    /// Older daemons list a dangling image under the name `<none>:<none>`, which is no name.
    private static List<String> named(@Nullable List<String> names) {
        return WireJson.list(names).stream()
                .filter(name -> !name.equals("<none>:<none>") && !name.equals("<none>@<none>"))
                .toList();
    }

    @Override
    public ImageDetails inspect(ImageRef image) {
        String what = "inspect image " + image;
        String text = daemon.get(what, Query.ofImage(image.text(), "/json"));
        var document = WireJson.read(ImageDocument.class, text, what);
        var config = document.config();
        var layers = document.rootFs();
        return new ImageDetails(
                document.id(),
                WireJson.list(document.repoTags()),
                WireJson.list(document.repoDigests()),
                WireJson.time(document.created()),
                document.size(),
                text(document.os()),
                text(document.architecture()),
                config == null ? List.of() : WireJson.list(config.entrypoint()),
                config == null ? List.of() : WireJson.list(config.cmd()),
                config == null ? List.of() : WireJson.list(config.env()),
                config == null ? "" : text(config.user()),
                config == null ? "" : text(config.workingDir()),
                config == null ? Map.of() : map(config.labels()),
                layers == null ? List.of() : WireJson.list(layers.layers()),
                new Document(text));
    }

    @Override
    public List<ImageHistoryEntry> history(ImageRef image, Optional<String> platform) {
        String what = "read the history of image " + image;
        var target = Query.ofImage(image.text(), "/history");
        platform.ifPresent(wanted -> target.with("platform", variant(what, wanted, 48)));
        String text = daemon.get(what, target);
        if (!(Json.parse(text) instanceof JsonArray steps)) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer is no JSON array");
        }
        var history = new ArrayList<ImageHistoryEntry>();
        for (var step : steps.objects()) {
            history.add(new ImageHistoryEntry(
                    step.string("Id"),
                    Instant.ofEpochSecond(step.integer("Created")),
                    step.string("CreatedBy"),
                    step.integer("Size"),
                    step.string("Comment"),
                    step.array("Tags").strings()));
        }
        return history;
    }

    /// The OCI form of a platform, which daemons take from some version on; an older one would not look at it.
    private String variant(String what, String platform, int sinceMinor) {
        if (!daemon.version().atLeast(sinceMinor)) {
            throw new EngineException.Unsupported(Feature.PLATFORM, "cannot " + what + ": naming a platform needs API version 1."
                    + sinceMinor + ", and the daemon is spoken to in " + daemon.version());
        }
        String[] parts = platform.split("/", -1);
        var variant = JsonObject.builder().put("os", parts[0]);
        if (parts.length > 1) variant.put("architecture", parts[1]);
        if (parts.length > 2) variant.put("variant", parts[2]);
        return variant.build().text(JsonStyle.WIRE);
    }

    @Override
    public void tag(ImageRef image, ImageRef target) {
        dockerJava.tag(image, target);
    }

    @Override
    public List<ImageRemoval> remove(ImageRef image, ImageRemoveOptions options) {
        String what = "remove image " + image;
        var target = Query.ofImage(image.text(), "").flag("force", options.force()).flag("noprune", options.keepParents());
        options.platforms().forEach(platform -> target.with("platforms", variant(what, platform, 50)));
        var removals = new ArrayList<ImageRemoval>();
        if (Json.parse(daemon.text(what, "DELETE", target, Body.NONE)) instanceof JsonArray done) {
            for (JsonObject item : done.objects()) {
                String untagged = item.string("Untagged");
                String deleted = item.string("Deleted");
                if (!untagged.isEmpty()) removals.add(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, untagged));
                if (!deleted.isEmpty()) removals.add(new ImageRemoval(ImageRemoval.Kind.DELETED, deleted));
            }
        }
        return removals;
    }

    @Override
    public Feed<TransferProgress> pull(PullRequest request) {
        return PullFeed.open(daemon, request);
    }

    @Override
    public LoginResult login(Credentials credentials) {
        return dockerJava.login(credentials);
    }
}
