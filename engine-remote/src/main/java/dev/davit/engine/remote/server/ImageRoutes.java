package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.ListDocuments;
import dev.davit.engine.image.ImageHistoryEntry;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.image.Images;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The images that are there: `/images`, but for their ways in and out.
final class ImageRoutes {
    private final Images images;

    ImageRoutes(Images images) {
        this.images = images;
    }

    void into(Router router) {
        router.on("GET", "/images/json", this::list)
                .on("POST", "/images/prune", this::prune)
                .on("GET", "/images/{name*}/json", this::inspect)
                .on("GET", "/images/{name*}/history", this::history)
                .on("POST", "/images/{name*}/tag", this::tag)
                .on("DELETE", "/images/{name*}", this::remove);
    }

    static ImageRef image(Call call) {
        return image(call.name("name"));
    }

    static ImageRef image(String name) {
        if (name.isBlank()) throw Call.invalid("image name cannot be blank");
        return new ImageRef(name);
    }

    /// A name and what stands behind it, a tag or a digest, told apart or in one.
    static ImageRef image(String name, String tag) {
        return image(tag.isEmpty() ? name : name + (tag.contains(":") ? "@" : ":") + tag);
    }

    private void list(Call call) throws IOException {
        var filters = call.filters();
        // Until 1.41 a pattern for names had a parameter of its own.
        var pattern = call.optional("filter");
        if (pattern.isPresent()) filters = filters.and("reference", pattern.get());
        var query = new ImageQuery(
                call.flag("all"), call.flag("digests"), call.flag("shared-size"), call.flag("manifests"), filters);
        call.answer(images.list(query).stream().map(ListDocuments::of).toList());
    }

    private void inspect(Call call) throws IOException {
        if (call.has("platform")) throw oneVariant("inspecting");
        call.answer(images.inspect(image(call)).document());
    }

    private static EngineException oneVariant(String doing) {
        return new EngineException.Unsupported(Feature.PLATFORM, doing + " one platform's variant of an image is not served here");
    }

    private void history(Call call) throws IOException {
        var steps = images.history(image(call), platform(call)).stream().<Json>map(ImageRoutes::step).toList();
        call.answer(new JsonArray(steps));
    }

    private static JsonObject step(ImageHistoryEntry step) {
        return JsonObject.builder()
                .put("Comment", step.comment())
                .put("Created", step.created().getEpochSecond())
                .put("CreatedBy", step.createdBy())
                .put("Id", step.id())
                .put("Size", step.size())
                .put("Tags", step.tags().isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(step.tags()))
                .build();
    }

    /// A platform in the OCI's form, as `os/architecture/variant`.
    static Optional<String> platform(Call call) {
        return call.optional("platform").map(ImageRoutes::platform);
    }

    private static String platform(String text) {
        var parts = Call.object(text, "platform");
        var path = new StringBuilder(parts.string("os"));
        for (String part : List.of(parts.string("architecture"), parts.string("variant"))) {
            if (!part.isEmpty()) path.append('/').append(part);
        }
        return path.toString();
    }

    private void tag(Call call) throws IOException {
        images.tag(image(call), image(call.text("repo"), call.text("tag")));
        call.answer(201);
    }

    private void remove(Call call) throws IOException {
        var platforms = call.all("platforms").stream().map(ImageRoutes::platform).toList();
        var done = images.remove(image(call), new ImageRemoveOptions(call.flag("force"), call.flag("noprune"), platforms));
        call.answer(removals(done));
    }

    private static JsonArray removals(List<ImageRemoval> done) {
        var items = new ArrayList<Json>();
        for (var removal : done) {
            String kind = switch (removal.kind()) {
                case UNTAGGED -> "Untagged";
                case DELETED -> "Deleted";
            };
            items.add(JsonObject.builder().put(kind, removal.reference()).build());
        }
        return new JsonArray(items);
    }

    private void prune(Call call) throws IOException {
        var pruned = images.prune(call.filters());
        call.answer(JsonObject.builder()
                .put("ImagesDeleted", pruned.removed().isEmpty() ? JsonNull.NULL : removals(pruned.removed()))
                .put("SpaceReclaimed", pruned.bytes())
                .build());
    }
}
