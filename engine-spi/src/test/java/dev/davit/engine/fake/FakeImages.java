package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The image store and the registry behind it.
final class FakeImages implements Images, Registries {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+([._:/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?");
    /// Who may log in.
    static final String PASSWORD = "open sesame";

    private final Client client;
    private final World world;
    private final ImageStore store;

    FakeImages(Client client) {
        this.client = client;
        this.world = client.world;
        this.store = world.images;
    }

    private FakeImage find(String what, ImageRef reference) {
        return store.find(reference.text())
                .orElseThrow(() -> Oops.notFound(what, "no such image: " + ImageStore.tagged(reference.text())));
    }

    @Override
    public List<ImageSummary> list(ImageQuery query) {
        return client.call("list images", () -> {
            var match = new ImageMatch(world, query.filters());
            return store.newestFirst().stream().filter(match::matches).map(image -> summary(image, match)).toList();
        });
    }

    private ImageSummary summary(FakeImage image, ImageMatch match) {
        var names = store.names(image).stream().filter(match::matchesName).toList();
        return new ImageSummary(
                image.id(), "", names, List.of(), image.created(), image.size(), -1, image.labels(), -1);
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
                            .put("Cmd", JsonArray.ofStrings(image.command()))
                            .put("Env", JsonArray.ofStrings(image.environment()))
                            .put("Labels", image.labels())
                            .build())
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
                throw new EngineException.Unsupported(Feature.PLATFORM, "cannot " + what + ": the store keeps one variant only");
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
            if (!NAME.matcher(target.text()).matches()) throw Oops.invalid(what, "invalid reference format");
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
    public Feed<TransferProgress> pull(PullRequest request) {
        String name = request.reference().text();
        String what = "pull image " + name;
        return client.call(what, () -> {
            if (!NAME.matcher(name).matches()) throw Oops.invalid(what, "invalid reference format");
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
    public LoginResult login(Credentials credentials) {
        String what = "log in at " + credentials.registry();
        return client.call(what, () -> {
            if (credentials.password().equals(PASSWORD)) return new LoginResult("Login Succeeded", "");
            throw new EngineException.Denied("cannot " + what + ": incorrect username or password");
        });
    }
}
