package dev.davit.engine.remote;

import static dev.davit.engine.remote.WireJson.map;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.VolumeDocument;
import dev.davit.engine.remote.wire.VolumeList;
import dev.davit.engine.volume.ClusterVolumeSpec;
import dev.davit.engine.volume.VolumeDetails;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.engine.volume.VolumeSummary;
import dev.davit.engine.volume.VolumeUpdate;
import dev.davit.engine.volume.Volumes;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `/volumes`, raw over the socket: docker-java has neither cluster volumes nor their update.
final class RemoteVolumes implements Volumes {
    private static final int CLUSTER_MINOR = 42;
    private final Daemon daemon;

    RemoteVolumes(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public List<VolumeSummary> list(VolumeQuery query) {
        String what = "list volumes";
        String text = daemon.get(what, Query.of("/volumes").filters(query.filters()));
        var texts = WireJson.object(text, what).array("Volumes").objects();
        var documents = WireJson.list(WireJson.read(VolumeList.class, text, what).volumes());
        return IntStream.range(0, documents.size())
                .mapToObj(i -> summary(documents.get(i), daemon.dockers(new Document(texts.get(i).text(JsonStyle.WIRE)))))
                .sorted(Comparator.comparing(VolumeSummary::name))
                .toList();
    }

    static VolumeSummary summary(VolumeDocument document, Optional<Document> own) {
        return new VolumeSummary(
                document.name(),
                text(document.driver()),
                text(document.scope()),
                text(document.mountpoint()),
                map(document.labels()),
                own);
    }

    @Override
    public VolumeDetails inspect(VolumeRef volume) {
        String what = "inspect volume " + volume;
        String text = daemon.get(what, Query.of("/volumes/", volume.text()));
        var document = WireJson.read(VolumeDocument.class, text, what);
        return new VolumeDetails(
                summary(document, daemon.dockers(new Document(text))), WireJson.time(document.createdAt()), map(document.options()), new Document(text));
    }

    @Override
    public String create(VolumeSpec spec) {
        String what = "create volume" + spec.name().map(name -> " " + name).orElse("");
        var document = JsonObject.builder()
                .put("Name", spec.name().orElse(""))
                .put("Driver", spec.driver());
        // A daemon keeps "nothing said" and "said nothing" apart.
        if (!spec.options().isEmpty()) document.put("DriverOpts", spec.options());
        if (!spec.labels().isEmpty()) document.put("Labels", spec.labels());
        if (spec.cluster().isPresent()) {
            Requests.need(what, daemon.version(), CLUSTER_MINOR, "a cluster volume");
            document.put("ClusterVolumeSpec", (Json) cluster(spec.cluster().get()));
        }
        String body = document.build().text(JsonStyle.WIRE);
        String answer = daemon.text(what, "POST", Query.of("/volumes/create"), Body.json(body));
        String name = WireJson.object(answer, what).string("Name");
        if (name.isEmpty()) throw new EngineException.Failed("cannot " + what + ": the daemon named no volume");
        return name;
    }

    private static JsonObject cluster(ClusterVolumeSpec spec) {
        var access = JsonObject.builder().put("Scope", spec.scope()).put("Sharing", spec.sharing());
        access.put(spec.type().equals("mount") ? "MountVolume" : "BlockVolume", JsonObject.empty());
        var document = JsonObject.builder()
                .put("Group", spec.group())
                .put("AccessMode", (Json) access.build())
                .put("Availability", spec.availability());
        var capacity = JsonObject.builder();
        spec.requiredBytes().ifPresent(bytes -> capacity.put("RequiredBytes", bytes));
        spec.limitBytes().ifPresent(bytes -> capacity.put("LimitBytes", bytes));
        document.put("CapacityRange", (Json) capacity.build());
        document.put("Secrets", new JsonArray(spec.secrets().entrySet().stream()
                .map(secret -> (Json)
                        JsonObject.builder().put("Key", secret.getKey()).put("Secret", secret.getValue()).build())
                .toList()));
        return document.put("AccessibilityRequirements", (Json) JsonObject.builder()
                        .put("Requisite", topologies(spec.required()))
                        .put("Preferred", topologies(spec.preferred()))
                        .build())
                .build();
    }

    private static Json topologies(List<Map<String, String>> topologies) {
        return new JsonArray(topologies.stream()
                .map(segments -> (Json) JsonObject.builder().put("Segments", segments).build())
                .toList());
    }

    /// As docker does it: the volume's document is read, changed and sent back with its version, so that a change by
    /// somebody else in between is noticed.
    @Override
    public void update(VolumeRef volume, VolumeUpdate change) {
        String what = "update volume " + volume;
        if (!daemon.version().atLeast(CLUSTER_MINOR)) {
            throw new EngineException.Unsupported(Feature.SWARM, "cannot " + what + ": cluster volumes, the only ones that can"
                    + " be changed, need API version 1." + CLUSTER_MINOR + ", and the daemon is spoken to in " + daemon.version());
        }
        var cluster = WireJson.object(daemon.get(what, Query.of("/volumes/", volume.text())), what).object("ClusterVolume");
        if (cluster.string("ID").isEmpty()) {
            throw new EngineException.Invalid("cannot " + what + ": only cluster volumes can be changed, and it is none");
        }
        var spec = JsonObject.builder();
        cluster.object("Spec").members().forEach(spec::put);
        change.availability().ifPresent(availability -> spec.put("Availability", availability));
        var target = Query.of("/volumes/", cluster.string("ID"))
                .with("version", Long.toString(cluster.object("Version").integer("Index")));
        String body = JsonObject.builder().put("Spec", (Json) spec.build()).build().text(JsonStyle.WIRE);
        daemon.text(what, "PUT", target, Body.json(body));
    }

    @Override
    public void remove(VolumeRef volume, boolean force) {
        var target = Query.of("/volumes/", volume.text()).flag("force", force);
        daemon.text("remove volume " + volume, "DELETE", target, Body.NONE);
    }

    @Override
    public Pruned<String> prune(Filters filters) {
        String what = "prune volumes";
        if (!filters.get("all").isEmpty()) Requests.need(what, daemon.version(), 42, "to tell those with a name of their own apart");
        var answer = WireJson.object(daemon.text(what, "POST", Query.of("/volumes/prune").filters(filters), Body.NONE), what);
        return new Pruned<>(answer.array("VolumesDeleted").strings(), answer.integer("SpaceReclaimed"));
    }
}
