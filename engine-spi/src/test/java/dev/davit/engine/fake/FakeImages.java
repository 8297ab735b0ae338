package dev.davit.engine.fake;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The image store and the registry behind it.
final class FakeImages implements Images, Registries {
    /// Who may log in.
    static final String USER = "captain";
    static final String PASSWORD = "open sesame";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final long MANIFEST_SIZE = 527;
    /// A port that nothing listens on.
    private static final String NOWHERE = ":1";

    private final Client client;
    private final World world;
    private final ImageStore store;
    private final ImageArchives archives;

    FakeImages(Client client) {
        this.client = client;
        this.world = client.world;
        this.store = world.images;
        this.archives = new ImageArchives(client);
    }

    private FakeImage find(String what, ImageRef reference) {
        return store.find(reference.text())
                .orElseThrow(() -> Oops.notFound(what, "no such image: " + ImageStore.tagged(reference.text())));
    }

    @Override
    public List<ImageSummary> list(ImageQuery query) {
        return client.call("list images", () -> {
            var match = new ImageMatch(world, query.filters());
            return store.newestFirst().stream().filter(match::matches).map(image -> summary(image, match, query.sharedSize() ? 0 : -1)).toList();
        });
    }

    private ImageSummary summary(FakeImage image, ImageMatch match, long sharedSize) {
        var names = store.names(image).stream().filter(match::matchesName).toList();
        return new ImageSummary(
                image.id(), "", names, List.of(), image.created(), image.size(), sharedSize, image.labels(), -1);
    }

    @Override
    public ImageDetails inspect(ImageRef reference) {
        String what = "inspect image " + reference;
        return client.call(what, () -> {
            var image = find(what, reference);
            var layers = List.of(image.id());
            var document = JsonObject.builder()
                    .put("Id", image.id())
                    .put("RepoTags", JsonArray.ofStrings(store.names(image)))
                    .put("RepoDigests", JsonArray.empty())
                    .put("Created", image.created().toString())
                    .put("Size", image.size())
                    .put("Os", "linux")
                    .put("Architecture", "amd64")
                    .put("Config", (Json) JsonObject.builder()
                            .put("Entrypoint", JsonArray.ofStrings(image.entrypoint()))
                            .put("Cmd", JsonArray.ofStrings(image.command()))
                            .put("Env", JsonArray.ofStrings(image.environment()))
                            .put("Labels", image.labels())
                            .build())
                    .put("RootFS", (Json) JsonObject.builder().put("Type", "layers").put("Layers", JsonArray.ofStrings(layers)).build())
                    .build();
            return new ImageDetails(
                    image.id(), store.names(image), List.of(), Optional.of(image.created()), image.size(), "linux", "amd64",
                    image.entrypoint(), image.command(), image.environment(), "", "", image.labels(), layers,
                    new Document(document.text()));
        });
    }

    @Override
    public List<ImageHistoryEntry> history(ImageRef reference, Optional<String> platform) {
        String what = "read the history of image " + reference;
        return client.call(what, () -> {
            var image = find(what, reference);
            if (platform.isPresent()) {
                throw oneVariant(what);
            }
            var history = new ArrayList<ImageHistoryEntry>();
            for (String step : image.steps().reversed()) {
                boolean top = history.isEmpty();
                history.add(new ImageHistoryEntry(
                        top ? image.id() : "<missing>", image.created(), step, top ? image.size() : 0, "",
                        top ? store.names(image) : List.of()));
            }
            return history;
        });
    }

    @Override
    public void tag(ImageRef reference, ImageRef target) {
        String what = "tag image " + reference + " as " + target;
        client.run(what, () -> {
            ImageStore.checkName(what, target.text());
            var image = find(what, reference);
            store.put(target.text(), image);
            store.event("tag", image.id(), ImageStore.tagged(target.text()));
        });
    }

    @Override
    public List<ImageRemoval> remove(ImageRef reference, ImageRemoveOptions options) {
        String what = "remove image " + reference;
        return client.call(what, () -> new ImageRemover(store, what, reference.text(), options.force()).remove());
    }

    @Override
    public Pruned<ImageRemoval> prune(Filters filters) {
        String what = "prune images";
        return client.call(what, () -> {
            Labels.checkPrune(what, filters, Set.of("dangling", "label", "label!", "until"));
            boolean all = filters.get("dangling").stream().anyMatch(text -> !Labels.isTrue(what, "dangling", text));
            var idle = store.newestFirst().stream()
                    .filter(image -> store.users(image).isEmpty() && (all || store.names(image).isEmpty()))
                    .filter(image -> Labels.pruned(what, filters, image.labels(), image.created(), world.now()))
                    .toList();
            var done = new ArrayList<ImageRemoval>();
            idle.forEach(image -> done.addAll(new ImageRemover(store, what, image.id(), true).remove()));
            long bytes = idle.stream().mapToLong(FakeImage::size).sum();
            world.events.add("image", "prune", "", Map.of("reclaimed", Long.toString(bytes)));
            return new Pruned<>(done, bytes);
        });
    }

    @Override
    public Feed<TransferProgress> pull(PullRequest request) {
        String name = request.reference().text();
        String what = "pull image " + name;
        client.need(Feature.PULL, what);
        return client.call(what, () -> {
            ImageStore.checkName(what, name);
            var names = request.allTags()
                    ? List.copyOf(store.tagsOffered(name))
                    : List.of(ImageStore.tagged(name));
            for (String wanted : names) {
                if (!store.registry.containsKey(wanted)) throw Oops.notFound(what, "manifest for " + wanted + " not found");
            }
            return new FakePull(client, what, names);
        });
    }

    @Override
    public Feed<TransferProgress> push(PushRequest request) {
        String name = request.reference().text();
        String what = "push image " + name;
        client.need(Feature.PULL, what);
        return client.call(what, () -> {
            ImageStore.checkName(what, name);
            if (request.platform().isPresent()) throw oneVariant(what);
            var news = new ArrayList<TransferProgress>();
            var names = request.allTags()
                    ? store.idsByName.keySet().stream().filter(known -> ImageStore.repository(known).equals(name)).sorted().toList()
                    : Optional.of(ImageStore.tagged(name)).filter(store.idsByName::containsKey).stream().toList();
            news.add(FakeNews.line("The push refers to repository [" + name.replaceFirst(":[^/]*$", "") + "]"));
            if (names.isEmpty()) {
                return FakeNews.failing(client, what, news, Oops.notFound(what, "an image does not exist locally with the tag: " + name));
            }
            for (String each : names) {
                var image = find(what, new ImageRef(each));
                String layer = image.id().substring(7, 19);
                news.add(new TransferProgress(layer, "Pushing", image.size(), image.size()));
                news.add(new TransferProgress(layer, "Pushed", 0, 0));
                news.add(FakeNews.line(each.substring(each.lastIndexOf(':') + 1) + ": digest: " + image.id() + " size: " + MANIFEST_SIZE));
            }
            return FakeNews.of(client, what, news, () ->
                    names.forEach(each -> store.registry.put(each, find(what, new ImageRef(each)))));
        });
    }

    private static EngineException oneVariant(String what) {
        return new EngineException.Unsupported(Feature.PLATFORM, "cannot " + what + ": the store keeps one variant only");
    }

    @Override
    public TarStream save(SaveRequest request) {
        var names = request.images().stream().map(ImageRef::text).toList();
        String what = "save " + (names.size() == 1 ? "image " : "images ") + String.join(", ", names);
        return client.call(what, () -> {
            if (request.platform().isPresent()) throw oneVariant(what);
            var packed = new LinkedHashMap<FakeImage, List<String>>();
            for (var reference : request.images()) {
                var image = find(what, reference);
                String name = ImageStore.tagged(reference.text());
                packed.computeIfAbsent(image, known -> new ArrayList<>());
                if (store.idsByName.containsKey(name)) packed.get(image).add(name);
            }
            return new FakeTar(client, what, archives.pack(packed));
        });
    }

    @Override
    public Feed<TransferProgress> load(LoadRequest request) {
        String what = "load images";
        if (request.platform().isPresent()) throw oneVariant(what);
        return archives.load(what, request.archive(), request.quiet());
    }

    @Override
    public Feed<TransferProgress> importRoot(ImportRequest request) {
        String what = "import an image" + request.target().map(name -> " as " + name).orElse("");
        if (request.platform().isPresent()) throw oneVariant(what);
        return archives.importRoot(what, request);
    }

    @Override
    public String commit(ContainerRef container, CommitSpec spec) {
        String what = "commit container " + container;
        return client.call(what, () -> archives.commit(what, world.resolve(what, container), spec));
    }

    @Override
    public List<SearchResult> search(SearchRequest request) {
        String what = "search for " + request.term();
        return client.call(what, () -> {
            int limit = request.limit().orElse(25);
            if (limit < 1 || limit > 100) throw Oops.invalid(what, "limit " + limit + " is outside the range of [1, 100]");
            for (String filter : request.filters().values().keySet()) {
                if (!List.of("stars", "is-official", "is-automated").contains(filter)) throw Oops.invalid(what, "invalid filter '" + filter + "'");
            }
            return store.registry.keySet().stream()
                    .map(ImageStore::repository)
                    .distinct()
                    .filter(name -> name.contains(request.term()))
                    .limit(limit)
                    .map(name -> new SearchResult(name, "", 0, !name.contains("/"), false))
                    .toList();
        });
    }

    @Override
    public LoginResult login(Credentials credentials) {
        String what = "log in at " + credentials.registry();
        client.need(Feature.LOGIN, what);
        return client.call(what, () -> {
            if (credentials.registry().endsWith(NOWHERE)) throw Oops.failed(what, "dial tcp " + credentials.registry() + ": connect: connection refused");
            if (credentials.username().equals(USER) && credentials.password().equals(PASSWORD)) return new LoginResult("Login Succeeded", "");
            throw new EngineException.Denied("cannot " + what + ": incorrect username or password");
        });
    }

    @Override
    public ManifestDetails describe(ImageRef image, Optional<Credentials> credentials) {
        String name = ImageStore.tagged(image.text());
        String what = "ask the registry for image " + image;
        client.need(Feature.PULL, what);
        return client.call(what, () -> {
            ImageStore.checkName(what, image.text());
            var offered = store.registry.get(name);
            if (offered == null) throw Oops.notFound(what, "manifest unknown");
            var descriptor = JsonObject.builder().put("mediaType", MANIFEST).put("digest", offered.id()).put("size", MANIFEST_SIZE).build();
            var platform = JsonObject.builder().put("architecture", "amd64").put("os", "linux").build();
            var document = JsonObject.builder()
                    .put("Descriptor", (Json) descriptor)
                    .put("Platforms", new JsonArray(List.of(platform)))
                    .build();
            return new ManifestDetails(
                    MANIFEST, offered.id(), MANIFEST_SIZE, List.of("linux/amd64"), new Document(document.text()));
        });
    }
}
