package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.WriteOptions;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Clearing away what nobody uses. Each test keeps to what has a label of its own: other things of the engine are not its.
public abstract class PruneContract extends EngineContract {
    private static final String AN_HOUR_AGO = "1h";

    private static Filters of(String key) {
        return Filters.of("label", key);
    }

    /// A moment that everything of the test is older than.
    private static String soon() {
        return Long.toString(Instant.now().plusSeconds(60).getEpochSecond());
    }

    private ContainerSpec labelled(String key, String value, String... command) {
        return spec(command).with(spec -> spec.labels = Map.of(key, value));
    }

    private List<ContainerId> prune(Filters filters) {
        return engine().containers().prune(filters).removed();
    }

    private void assertGone(ContainerRef container) {
        refused(EngineException.NotFound.class, "inspect container " + container, () -> inspect(container));
    }

    @Test
    void containers_that_do_not_run_are_removed_and_running_ones_stay() {
        String key = freshName();
        var created = create(labelled(key, "", "true"));
        var ended = runToEnd(labelled(key, "", "true"));
        var running = run(labelled(key, "", "sleep", "1000"));
        var ids = List.of(id(created), id(ended));
        assertThat(prune(of(key))).containsExactlyInAnyOrderElementsOf(ids);
        assertGone(created);
        assertGone(ended);
        assertThat(inspect(running).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_stays() {
        String key = freshName();
        var paused = run(labelled(key, "", "sleep", "1000"));
        engine().containers().pause(paused);
        assertThat(prune(of(key))).isEmpty();
        assertThat(inspect(paused).state()).isEqualTo(ContainerState.PAUSED);
    }

    @Test
    void pruning_nothing_frees_nothing() {
        var pruned = engine().containers().prune(of(freshName()));
        assertThat(pruned.removed()).isEmpty();
        assertThat(pruned.bytes()).isZero();
    }

    @Test
    @Needs(Feature.CONTAINER_FILES)
    void the_bytes_that_a_container_wrote_are_freed() {
        String key = freshName();
        var container = create(labelled(key, "", "true"));
        engine().files().write(container, "/tmp", new Archive().file("own", "mine").stream(), new WriteOptions(true, false));
        assertThat(engine().containers().prune(of(key)).bytes()).isPositive();
    }

    @Test
    void a_label_may_be_wanted_with_its_value() {
        String key = freshName();
        var red = create(labelled(key, "red", "true"));
        var blue = create(labelled(key, "blue", "true"));
        var id = id(red);
        assertThat(prune(Filters.of("label", key + "=red"))).containsExactly(id);
        assertThat(inspect(blue).name()).isEqualTo(blue.text());
    }

    @Test
    void what_has_an_unwanted_label_stays() {
        String key = freshName();
        var kept = create(labelled(key, "", "true").with(spec -> spec.labels = Map.of(key, "", "keep", "")));
        var other = create(labelled(key, "", "true"));
        var id = id(other);
        assertThat(prune(of(key).and("label!", "keep"))).containsExactly(id);
        assertThat(inspect(kept).name()).isEqualTo(kept.text());
    }

    @Test
    void containers_younger_than_the_time_stay() {
        String key = freshName();
        var container = create(labelled(key, "", "true"));
        var id = id(container);
        assertThat(prune(of(key).and("until", AN_HOUR_AGO))).isEmpty();
        assertThat(inspect(container).id()).isEqualTo(id);
        assertThat(prune(of(key).and("until", soon()))).containsExactly(id);
    }

    @Test
    void an_unknown_filter_removes_no_container() {
        String key = freshName();
        var container = create(labelled(key, "", "true"));
        refused(EngineException.Invalid.class, "prune containers", () -> prune(of(key).and("nosuch", "1")));
        refused(EngineException.Invalid.class, "prune containers", () -> prune(of(key).and("until", "nonsense")));
        assertThat(engine().containers().list(ContainerQuery.everything().with(of(key)))).extracting(ContainerSummary::name)
                .containsExactly(container.text());
    }

    private ImageRef image(String key, Optional<ImageRef> name) {
        var changes = List.of("LABEL " + key + "=1");
        var image = new ImageRef(engine().images().commit(create("true"), new CommitSpec(name, "", "", changes, true)));
        afterwards(() -> removeIfThere(image));
        return image;
    }

    private static ImageRemoval deleted(ImageRef image) {
        return new ImageRemoval(ImageRemoval.Kind.DELETED, image.text());
    }

    private List<ImageRemoval> pruneImages(Filters filters) {
        return engine().images().prune(filters).removed();
    }

    @Test
    void images_without_a_name_are_removed_and_others_stay() {
        String key = freshName();
        var nameless = image(key, Optional.empty());
        var name = new ImageRef(freshName() + ":kept");
        image(key, Optional.of(name));
        assertThat(pruneImages(of(key))).contains(deleted(nameless));
        refused(EngineException.NotFound.class, "inspect image " + nameless, () -> engine().images().inspect(nameless));
        assertThat(engine().images().inspect(name).tags()).containsExactly(name.text());
    }

    @Test
    void images_with_a_name_are_removed_when_asked_for() {
        String key = freshName();
        var name = new ImageRef(freshName() + ":gone");
        var image = image(key, Optional.of(name));
        assertThat(pruneImages(of(key).and("dangling", "false")))
                .contains(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, name.text()), deleted(image));
        refused(EngineException.NotFound.class, "inspect image " + name, () -> engine().images().inspect(name));
    }

    @Test
    void an_image_that_a_container_was_made_of_stays() {
        String key = freshName();
        var image = image(key, Optional.empty());
        create(spec("true").with(spec -> spec.image = image.text()));
        assertThat(pruneImages(of(key).and("dangling", "false"))).isEmpty();
        assertThat(engine().images().inspect(image).id()).isEqualTo(image.text());
    }

    @Test
    void images_younger_than_the_time_stay() {
        String key = freshName();
        var image = image(key, Optional.empty());
        assertThat(pruneImages(of(key).and("until", AN_HOUR_AGO))).isEmpty();
        assertThat(pruneImages(of(key).and("until", soon()))).contains(deleted(image));
    }

    @Test
    void an_unknown_filter_removes_no_image() {
        String key = freshName();
        var image = image(key, Optional.empty());
        refused(EngineException.Invalid.class, "prune images", () -> pruneImages(of(key).and("nosuch", "1")));
        refused(EngineException.Invalid.class, "prune images", () -> pruneImages(of(key).and("dangling", "maybe")));
        assertThat(engine().images().inspect(image).id()).isEqualTo(image.text());
    }

    private NetworkRef network(String key) {
        return createNetwork(NetworkSpec.of(freshName(), draft -> draft.labels = Map.of(key, "")));
    }

    private ContainerSpec on(NetworkRef network, String... command) {
        return spec(command).with(spec -> spec.network =
                spec.network.with(settings -> settings.mode = Optional.of(network.text())));
    }

    @Test
    @Needs(Feature.NETWORKS)
    void networks_on_which_nothing_runs_are_removed() {
        String key = freshName();
        var idle = network(key);
        var used = network(key);
        run(on(used, "sleep", "1000"));
        assertThat(engine().networks().prune(of(key))).containsExactly(idle.text());
        refused(EngineException.NotFound.class, "inspect network " + idle, () -> engine().networks().inspect(idle));
        assertThat(engine().networks().inspect(used).members()).hasSize(1);
    }

    @Test
    @Needs(Feature.NETWORKS)
    void networks_from_the_start_stay() {
        assertThat(engine().networks().prune(Filters.of("until", "100000h"))).isEmpty();
        for (String name : List.of("bridge", "host", "none")) {
            assertThat(engine().networks().inspect(new NetworkRef(name)).summary().name()).isEqualTo(name);
        }
    }

    @Test
    @Needs(Feature.NETWORKS)
    void networks_younger_than_the_time_stay() {
        String key = freshName();
        var network = network(key);
        assertThat(engine().networks().prune(of(key).and("until", AN_HOUR_AGO))).isEmpty();
        assertThat(engine().networks().prune(of(key).and("until", soon()))).containsExactly(network.text());
    }

    @Test
    @Needs(Feature.NETWORKS)
    void an_unknown_filter_removes_no_network() {
        String key = freshName();
        var network = network(key);
        refused(EngineException.Invalid.class, "prune networks", () -> engine().networks().prune(of(key).and("nosuch", "1")));
        assertThat(engine().networks().inspect(network).summary().name()).isEqualTo(network.text());
    }

    private VolumeRef volume(String key, String value) {
        return createVolume(new VolumeSpec(Optional.empty(), "local", Map.of(), Map.of(key, value), Optional.empty()));
    }

    @Test
    @Needs(Feature.VOLUMES)
    void volumes_that_no_container_has_are_removed() {
        String key = freshName();
        var idle = volume(key, "");
        var used = volume(key, "");
        create(spec("true").with(spec -> spec.storage =
                spec.storage.with(storage -> storage.binds = List.of(new BindSpec(used.text(), "/data", List.of())))));
        assertThat(engine().volumes().prune(of(key)).removed()).containsExactly(idle.text());
        refused(EngineException.NotFound.class, "inspect volume " + idle, () -> engine().volumes().inspect(idle));
        assertThat(engine().volumes().inspect(used).summary().name()).isEqualTo(used.text());
    }

    @Test
    @Needs(Feature.VOLUMES)
    void volumes_with_another_or_an_unwanted_label_stay() {
        String key = freshName();
        var red = volume(key, "red");
        var blue = volume(key, "blue");
        assertThat(engine().volumes().prune(of(key).and("label!", key + "=red")).removed()).containsExactly(blue.text());
        assertThat(engine().volumes().prune(Filters.of("label", key + "=green")).removed()).isEmpty();
        assertThat(engine().volumes().inspect(red).summary().labels()).containsEntry(key, "red");
    }

    @Test
    @Needs(Feature.VOLUMES)
    void an_unknown_filter_removes_no_volume() {
        String key = freshName();
        var volume = volume(key, "");
        refused(EngineException.Invalid.class, "prune volumes", () -> engine().volumes().prune(of(key).and("nosuch", "1")));
        assertThat(engine().volumes().inspect(volume).summary().name()).isEqualTo(volume.text());
    }

    @Test
    void a_prune_is_told() {
        var before = Instant.now();
        engine().containers().prune(of(freshName()));
        var query = new EventQuery(
                Optional.of(before), Optional.of(Instant.now()), Filters.of("type", "container").and("event", "prune"));
        try (var events = engine().telemetry().events(query)) {
            assertThat(events.iterator().next().attributes()).containsEntry("reclaimed", "0");
        }
    }
}
