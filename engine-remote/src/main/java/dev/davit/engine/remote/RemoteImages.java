package dev.davit.engine.remote;

import static dev.davit.engine.remote.WireJson.map;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageDetails;
import dev.davit.engine.image.ImageHistoryEntry;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.ImportRequest;
import dev.davit.engine.image.LoadRequest;
import dev.davit.engine.image.LoginResult;
import dev.davit.engine.image.ManifestDetails;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.PushRequest;
import dev.davit.engine.image.Registries;
import dev.davit.engine.image.SaveRequest;
import dev.davit.engine.image.SearchRequest;
import dev.davit.engine.image.SearchResult;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.ImageDocument;
import dev.davit.engine.remote.wire.ImageItem;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `/images`: raw, since docker-java drops what a removal did and knows no streams that are read by pulling; tags and logins by
/// docker-java.
final class RemoteImages implements Images, Registries {
    private static final String TAR = "application/x-tar";

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
                // podman answers nothing at all when asked for them, and tells them unasked
                .flag("digests", query.digests() && !daemon.isPodman())
                .flag("shared-size", query.sharedSize())
                .flag("manifests", query.manifests())
                .filters(query.filters());
        var items = WireJson.readItems(ImageItem.class, daemon.get(what, target), what, (item, text) ->
                summary(item, daemon::imageName, daemon.dockers(text)));
        return daemon.isPodman() ? items.stream().sorted(PodmanWays.NEWEST_FIRST).toList() : items;
    }

    /// @param imageName makes the daemon's name of an image docker's
    /// @param document the item's own text, where it is docker's
    static ImageSummary summary(ImageItem item, UnaryOperator<String> imageName, Optional<Document> document) {
        return new ImageSummary(
                item.id(),
                text(item.parentId()),
                named(item.repoTags(), imageName),
                named(item.repoDigests(), imageName),
                Instant.ofEpochSecond(item.created()),
                item.size(),
                item.sharedSize() == null ? -1 : item.sharedSize(),
                map(item.labels()),
                item.containers() == null ? -1 : item.containers(),
                document);
    }

    /// Older daemons list a dangling image under the name `<none>:<none>`, which is no name.
    private static List<String> named(@Nullable List<String> names, UnaryOperator<String> imageName) {
        return WireJson.list(names).stream()
                .filter(name -> !name.equals("<none>:<none>") && !name.equals("<none>@<none>"))
                .map(imageName)
                .toList();
    }

    @Override
    public ImageDetails inspect(ImageRef image) {
        String what = "inspect image " + image;
        String text = daemon.get(what, Query.ofImage("/images/", image.text(), "/json"));
        var document = WireJson.read(ImageDocument.class, text, what);
        var config = document.config();
        var layers = document.rootFs();
        return new ImageDetails(
                document.id(),
                named(document.repoTags(), daemon::imageName),
                named(document.repoDigests(), daemon::imageName),
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
        var target = Query.ofImage("/images/", image.text(), "/history");
        platform.ifPresent(wanted -> target.with("platform", variant(what, wanted, 48)));
        String text = daemon.get(what, target);
        if (!(Json.parse(text) instanceof JsonArray steps)) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer is no JSON array");
        }
        var history = new ArrayList<ImageHistoryEntry>();
        for (var step : steps.objects()) {
            history.add(new ImageHistoryEntry(
                    daemon.imageId(step.string("Id")),
                    Instant.ofEpochSecond(step.integer("Created")),
                    step.string("CreatedBy"),
                    step.integer("Size"),
                    step.string("Comment"),
                    step.array("Tags").strings().stream().map(daemon::imageName).toList()));
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
        if (target.text().endsWith(":") || target.text().startsWith(":")) {
            // An empty tag would be taken for none; an empty repository is one to some daemons (26.1).
            throw new EngineException.Invalid("cannot tag image " + image + " as " + target + ": invalid reference format");
        }
        dockerJava.tag(image, target);
    }

    @Override
    public List<ImageRemoval> remove(ImageRef image, ImageRemoveOptions options) {
        String what = "remove image " + image;
        var target = Query.ofImage("/images/", image.text(), "").flag("force", options.force()).flag("noprune", options.keepParents());
        if (options.force() && daemon.isPodman()) PodmanWays.keepContainers(daemon, image, what);
        options.platforms().forEach(platform -> target.with("platforms", variant(what, platform, 50)));
        return Json.parse(daemon.text(what, "DELETE", target, Body.NONE)) instanceof JsonArray done ? removals(done) : List.of();
    }

    private List<ImageRemoval> removals(JsonArray done) {
        var removals = new ArrayList<ImageRemoval>();
        for (JsonObject item : done.objects()) {
            String untagged = item.string("Untagged");
            String deleted = item.string("Deleted");
            if (!untagged.isEmpty()) removals.add(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, daemon.imageName(untagged)));
            if (!deleted.isEmpty()) removals.add(new ImageRemoval(ImageRemoval.Kind.DELETED, daemon.imageId(deleted)));
        }
        return removals;
    }

    @Override
    public Pruned<ImageRemoval> prune(Filters filters) {
        String what = "prune images";
        var answer = WireJson.object(daemon.text(what, "POST", Query.of("/images/prune").filters(filters), Body.NONE), what);
        return new Pruned<>(removals(answer.array("ImagesDeleted")), answer.integer("SpaceReclaimed"));
    }

    @Override
    public Feed<TransferProgress> pull(PullRequest request) {
        String what = "pull image " + request.reference();
        var name = ImageName.of(request.reference().text());
        var target = Query.of("/images/create").with("fromImage", name.repository());
        if (!request.allTags()) target.with("tag", name.tag());
        target.with("platform", request.platform());
        return transfer(what, target, Body.NONE, request.credentials());
    }

    @Override
    public Feed<TransferProgress> push(PushRequest request) {
        String what = "push image " + request.reference();
        var name = ImageName.of(request.reference().text());
        var target = Query.ofImage("/images/", name.repository(), "/push");
        if (!request.allTags()) target.with("tag", name.tag());
        request.platform().ifPresent(wanted -> target.with("platform", variant(what, wanted, 46)));
        return transfer(what, target, Body.NONE, request.credentials());
    }

    @Override
    public TarStream save(SaveRequest request) {
        var names = request.images().stream().map(ImageRef::text).toList();
        String what = "save " + (names.size() == 1 ? "image " : "images ") + String.join(", ", names);
        var target = Query.of("/images/get");
        names.forEach(name -> target.with("names", name));
        request.platform().ifPresent(wanted -> target.with("platform", variant(what, wanted, 48)));
        return new RemoteTar(daemon, what, daemon.open(what, "GET", target, Body.NONE));
    }

    @Override
    public Feed<TransferProgress> load(LoadRequest request) {
        String what = "load images";
        var target = Query.of("/images/load").with("quiet", request.quiet() ? "1" : "0");
        request.platform().ifPresent(wanted -> target.with("platform", variant(what, wanted, 48)));
        return transfer(what, target, new Body.Stream(TAR, request.archive()), Optional.empty());
    }

    @Override
    public Feed<TransferProgress> importRoot(ImportRequest request) {
        String what = "import an image" + request.target().map(name -> " as " + name).orElse("");
        var target = Query.of("/images/create")
                .with("fromSrc", request.source() instanceof ImportRequest.Source.Address(String url) ? url : "-")
                .with("repo", request.target().map(ImageRef::text));
        if (!request.message().isEmpty()) target.with("message", request.message());
        request.changes().forEach(change -> target.with("changes", change));
        target.with("platform", request.platform());
        var body = switch (request.source()) {
            case ImportRequest.Source.Archive(InputStream tar) -> new Body.Stream(TAR, tar);
            case ImportRequest.Source.Address _ -> Body.NONE;
        };
        return transfer(what, target, body, Optional.empty());
    }

    private Feed<TransferProgress> transfer(String what, Query target, Body body, Optional<Credentials> login) {
        return new TransferFeed(daemon, what, daemon.open(what, "POST", target, body, RegistryAuth.headers(login)));
    }

    @Override
    public String commit(ContainerRef container, CommitSpec spec) {
        String what = "commit container " + container;
        var target = Query.of("/commit").with("container", container.bare());
        spec.target().map(name -> ImageName.of(name.text())).ifPresent(name ->
                target.with("repo", name.repository()).with("tag", name.tag()));
        if (!spec.author().isEmpty()) target.with("author", spec.author());
        if (!spec.message().isEmpty()) target.with("comment", spec.message());
        spec.changes().forEach(change -> target.with("changes", change));
        target.with("pause", spec.pause() ? "1" : "0");
        String answer = daemon.text(what, "POST", target, Body.json("null"));
        if (Json.parse(answer) instanceof JsonObject made && !made.string("Id").isEmpty()) return daemon.imageId(made.string("Id"));
        throw new EngineException.Failed("cannot " + what + ": the daemon named no image");
    }

    @Override
    public List<SearchResult> search(SearchRequest request) {
        String what = "search for " + request.term();
        var target = Query.of("/images/search").with("term", request.term()).filters(request.filters());
        request.limit().ifPresent(limit -> target.with("limit", Integer.toString(limit)));
        String text = daemon.text(what, "GET", target, Body.NONE, RegistryAuth.headers(request.credentials()));
        if (!(Json.parse(text) instanceof JsonArray found)) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer is no JSON array");
        }
        return found.objects().stream()
                .map(item -> new SearchResult(
                        item.string("name"),
                        item.string("description"),
                        (int) item.integer("star_count"),
                        item.flag("is_official"),
                        item.flag("is_automated")))
                .toList();
    }

    @Override
    public LoginResult login(Credentials credentials) {
        return dockerJava.login(credentials);
    }

    /// Since API 1.30.
    @Override
    public ManifestDetails describe(ImageRef image, Optional<Credentials> credentials) {
        String what = "ask the registry for image " + image;
        if (daemon.isPodman()) throw new EngineException.Unsupported(Feature.PULL, "cannot " + what + ": podman has no such call");
        if (!daemon.version().atLeast(30)) {
            throw new EngineException.Unsupported(Feature.PULL, "cannot " + what + ": the daemon is spoken to in API version "
                    + daemon.version() + ", and 1.30 is the first that can ask");
        }
        var target = Query.ofImage("/distribution/", image.text(), "/json");
        String text = daemon.text(what, "GET", target, Body.NONE, RegistryAuth.headers(credentials));
        var document = WireJson.object(text, what);
        var descriptor = document.object("Descriptor");
        return new ManifestDetails(
                descriptor.string("mediaType"),
                descriptor.string("digest"),
                descriptor.integer("size"),
                document.array("Platforms").objects().stream().map(RemoteImages::platform).toList(),
                new Document(text));
    }

    private static String platform(JsonObject platform) {
        String variant = platform.string("variant");
        return platform.string("os") + "/" + platform.string("architecture") + (variant.isEmpty() ? "" : "/" + variant);
    }
}
