package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.ImportRequest;
import dev.davit.engine.image.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Images to archives in Docker's layout and back, and images of containers and of root file systems.
final class ImageArchives {
    private final Client client;
    private final World world;
    private final ImageStore store;

    ImageArchives(Client client) {
        this.client = client;
        this.world = client.world;
        this.store = world.images;
    }

    /// Packs images; the lock is held.
    ///
    /// @param names the names that go with each
    byte[] pack(SequencedMap<FakeImage, List<String>> names) {
        var out = new ByteArrayOutputStream();
        var manifest = new ArrayList<Json>();
        names.forEach((image, tags) -> {
            String id = image.id().substring("sha256:".length());
            add(out, id + ".json", config(image).text().getBytes(StandardCharsets.UTF_8));
            add(out, id + "/layer.tar", image.files().packAll());
            manifest.add(JsonObject.builder()
                    .put("Config", id + ".json")
                    .put("RepoTags", JsonArray.ofStrings(tags))
                    .put("Layers", JsonArray.ofStrings(List.of(id + "/layer.tar")))
                    .build());
        });
        add(out, "manifest.json", new JsonArray(manifest).text().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(TarHeader.end());
        return out.toByteArray();
    }

    private void add(ByteArrayOutputStream out, String name, byte[] content) {
        out.writeBytes(TarHeader.of(TarEntry.file(name, 0644, content.length, world.now())));
        out.writeBytes(content);
        out.writeBytes(TarHeader.padding(content.length));
    }

    private static JsonObject config(FakeImage image) {
        return JsonObject.builder()
                .put("Entrypoint", JsonArray.ofStrings(image.entrypoint()))
                .put("Cmd", JsonArray.ofStrings(image.command()))
                .put("Env", JsonArray.ofStrings(image.environment()))
                .put("Labels", image.labels())
                .put("Steps", JsonArray.ofStrings(image.steps()))
                .build();
    }

    Feed<TransferProgress> load(String what, InputStream archive, boolean quiet) {
        var members = new LinkedHashMap<String, byte[]>();
        FakeFiles.read(what, archive).forEach(member -> members.put(member.head().name(), member.content()));
        return client.call(what, () -> {
            var news = new ArrayList<TransferProgress>();
            var loaded = new LinkedHashMap<FakeImage, List<String>>();
            for (var item : manifest(what, members).objects()) {
                String id = item.string("Config").replace(".json", "");
                var layers = item.array("Layers").strings();
                if (layers.size() != 1) throw Oops.failed(what, "the archive is broken: an image has no layer");
                byte[] layer = member(what, members, layers.getFirst());
                var tags = item.array("RepoTags").strings();
                loaded.put(image(what, id, member(what, members, item.string("Config")), layer), tags);
                boolean fresh = !store.byId.containsKey("sha256:" + id);
                if (fresh && !quiet) news.add(new TransferProgress(id.substring(0, 12), "Loading layer", layer.length, layer.length));
                for (String tag : tags) news.add(FakeNews.line("Loaded image: " + tag));
                if (tags.isEmpty()) news.add(FakeNews.line("Loaded image ID: sha256:" + id));
            }
            return FakeNews.of(client, what, news, () -> loaded.forEach((image, tags) -> {
                store.byId.putIfAbsent(image.id(), image);
                tags.forEach(tag -> store.put(tag, image));
                store.event("load", image.id(), image.id());
            }));
        });
    }

    private static JsonArray manifest(String what, Map<String, byte[]> members) {
        try {
            if (Json.parse(text(member(what, members, "manifest.json"))) instanceof JsonArray manifest) return manifest;
        } catch (JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": the archive is broken: " + e.getMessage(), e);
        }
        throw Oops.failed(what, "the archive is broken: its manifest is no list");
    }

    private static byte[] member(String what, Map<String, byte[]> members, String name) {
        return Optional.ofNullable(members.get(name))
                .orElseThrow(() -> Oops.failed(what, "the archive is broken: it holds no " + name));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private FakeImage image(String what, String id, byte[] config, byte[] layer) {
        if (!(Json.parse(text(config)) instanceof JsonObject known)) throw Oops.failed(what, "the archive is broken");
        var tree = new FakeTree(world.now());
        try {
            tree.unpack(what, "/", FakeTree.read(new ByteArrayInputStream(layer)), ImageStore.AS_IT_IS, path -> {});
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + ": the archive is broken: " + e.getMessage(), e);
        }
        var labels = new LinkedHashMap<String, String>();
        known.object("Labels").members().forEach((name, value) -> labels.put(name, known.object("Labels").string(name)));
        return new FakeImage(
                "sha256:" + id, world.now(), layer.length, known.array("Entrypoint").strings(), known.array("Cmd").strings(),
                known.array("Env").strings(), labels, known.array("Steps").strings(), tree);
    }

    Feed<TransferProgress> importRoot(String what, ImportRequest request) {
        if (!(request.source() instanceof ImportRequest.Source.Archive(InputStream tar))) {
            throw Oops.failed(what, "nothing can be fetched from here");
        }
        var configured = changed(what, blank(), request.changes());
        request.target().ifPresent(name -> ImageStore.checkName(what, name.text()));
        var entries = FakeFiles.read(what, tar);
        return client.call(what, () -> {
            var tree = new FakeTree(world.now());
            tree.unpack(what, "/", entries, ImageStore.AS_IT_IS, path -> {});
            var image = fresh(configured, tree, request.message().isEmpty() ? "Imported from -" : request.message());
            return FakeNews.of(client, what, List.of(FakeNews.line(image.id())), () -> keep(image, request.target().map(Object::toString), "import"));
        });
    }

    /// Makes an image of a container; the lock is held.
    String commit(String what, FakeContainer container, CommitSpec spec) {
        spec.target().ifPresent(name -> ImageStore.checkName(what, name.text()));
        var image = fresh(changed(what, container.image, spec.changes()), container.files.copy(), spec.message());
        keep(image, spec.target().map(Object::toString), "commit");
        return image.id();
    }

    private void keep(FakeImage image, Optional<String> name, String action) {
        store.byId.put(image.id(), image);
        name.ifPresent(text -> store.put(text, image));
        store.event(action, image.id(), name.map(ImageStore::tagged).orElse(image.id()));
    }

    private FakeImage blank() {
        return client.call("import", () -> store.make(List.of()));
    }

    private FakeImage fresh(FakeImage like, FakeTree files, String step) {
        var steps = new ArrayList<>(like.steps());
        steps.add(step);
        return new FakeImage(
                "sha256:" + world.freshId(), world.now(), like.size(), like.entrypoint(), like.command(), like.environment(),
                like.labels(), steps, files);
    }

    /// Carries out lines of a Dockerfile on an image's configuration.
    private static FakeImage changed(String what, FakeImage image, List<String> changes) {
        var result = image;
        for (String change : changes) {
            String[] words = change.strip().split("\\s+", 2);
            String value = words.length < 2 ? "" : words[1];
            result = switch (words[0].toUpperCase(Locale.ROOT)) {
                case "CMD" -> result.running(result.entrypoint(), list(value));
                case "ENTRYPOINT" -> result.running(list(value), result.command());
                case "ENV" -> result.with(value, Map.of());
                case "LABEL" -> result.with("", Map.of(value.split("=", 2)[0], value.split("=", 2)[1]));
                default -> throw Oops.invalid(what, words[0].toLowerCase(Locale.ROOT) + " is not a valid change command");
            };
        }
        return result;
    }

    private static List<String> list(String value) {
        return value.startsWith("[") && Json.parse(value) instanceof JsonArray words ? words.strings() : List.of("/bin/sh", "-c", value);
    }
}
