package dev.davit.engine.remote.server;

import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.ListDocuments;
import dev.davit.engine.volume.ClusterVolumeSpec;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.engine.volume.VolumeUpdate;
import dev.davit.engine.volume.Volumes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The volumes that outlive containers: `/volumes`.
final class VolumeRoutes {
    private final Volumes volumes;

    VolumeRoutes(Volumes volumes) {
        this.volumes = volumes;
    }

    void into(Router router) {
        router.on("GET", "/volumes", this::list)
                .on("GET", "/volumes/{name}", this::inspect)
                .on("POST", "/volumes/create", this::create)
                .on("POST", "/volumes/prune", this::prune)
                .on("PUT", "/volumes/{name}", this::update)
                .on("DELETE", "/volumes/{name}", this::remove);
    }

    private static VolumeRef volume(Call call) {
        return new VolumeRef(call.name("name"));
    }

    private void list(Call call) throws IOException {
        var documents = volumes.list(new VolumeQuery(call.filters())).stream().map(ListDocuments::of).toList();
        call.answer(200, "{\"Volumes\":[" + String.join(",", documents.stream().map(Document::json).toList()) + "],\"Warnings\":null}");
    }

    private void inspect(Call call) throws IOException {
        call.answer(volumes.inspect(volume(call)).document());
    }

    private void create(Call call) throws IOException {
        String name = volumes.create(spec(call.members("volume")));
        call.answer(201, volumes.inspect(new VolumeRef(name)).document().json());
    }

    private static VolumeSpec spec(Members document) {
        return new VolumeSpec(
                document.text("Name"),
                document.text("Driver").orElse("local"),
                document.map("DriverOpts"),
                document.map("Labels"),
                document.optionalObject("ClusterVolumeSpec").map(VolumeRoutes::cluster));
    }

    private static ClusterVolumeSpec cluster(Members spec) {
        var access = spec.object("AccessMode");
        var capacity = spec.object("CapacityRange");
        var topology = spec.object("AccessibilityRequirements");
        Map<String, String> secrets = new LinkedHashMap<>();
        spec.each("Secrets", secret -> secret).forEach(secret -> secrets.put(secret.string("Key"), secret.string("Secret")));
        return new ClusterVolumeSpec(
                spec.string("Group"),
                access.string("Scope"),
                access.string("Sharing"),
                access.optionalObject("BlockVolume").isPresent() ? "block" : "mount",
                spec.string("Availability"),
                capacity.given("RequiredBytes"),
                capacity.given("LimitBytes"),
                secrets,
                topology.each("Requisite", each -> each.map("Segments")),
                topology.each("Preferred", each -> each.map("Segments")));
    }

    private void update(Call call) throws IOException {
        volumes.update(volume(call), new VolumeUpdate(call.members("volume").object("Spec").text("Availability")));
        call.answer(200);
    }

    private void remove(Call call) throws IOException {
        volumes.remove(volume(call), call.flag("force"));
        call.answer(204);
    }

    private void prune(Call call) throws IOException {
        var pruned = volumes.prune(call.filters());
        Json names = pruned.removed().isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(pruned.removed());
        call.answer(JsonObject.builder().put("VolumesDeleted", names).put("SpaceReclaimed", pruned.bytes()).build());
    }
}
