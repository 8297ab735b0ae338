package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.engine.volume.VolumeSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Volumes, from their making to their end, and containers that have them.
@Needs(Feature.VOLUMES)
public abstract class VolumesContract extends EngineContract {

    private VolumeRef volume() {
        return createVolume(VolumeSpec.of(freshName()));
    }

    private VolumeRef labelled(String key, String value) {
        return createVolume(VolumeSpec.of(freshName()).labelled(Map.of(key, value)));
    }

    private static VolumeSpec driven(String name, String driver, Map<String, String> options) {
        return new VolumeSpec(Optional.of(name), driver, options, Map.of(), Optional.empty());
    }

    private List<String> names(Filters filters) {
        return engine().volumes().list(new VolumeQuery(filters)).stream().map(VolumeSummary::name).toList();
    }

    private ContainerSpec mounting(String source) {
        return spec("true").with(spec -> spec.storage =
                spec.storage.with(storage -> storage.binds = List.of(new BindSpec(source, "/data", List.of()))));
    }

    private void assertGone(VolumeRef volume) {
        refused(EngineException.NotFound.class, "inspect volume " + volume, () -> engine().volumes().inspect(volume));
    }

    /// A volume that is not there yet and that the test has made by other means; it goes with the test.
    private VolumeRef toBeMade() {
        var volume = new VolumeRef(freshName());
        assertGone(volume);
        afterwards(() -> engine().volumes().remove(volume, true));
        return volume;
    }

    private Feed<Event> events(VolumeRef volume) {
        var wanted = Filters.of("volume", volume.text()).and("event", "create").and("event", "destroy");
        return engine().telemetry().events(EventQuery.live().with(wanted));
    }

    @Test
    void a_new_volume_is_as_it_was_specified() {
        var before = Instant.now().minusSeconds(2);
        var volume = labelled("color", "red");
        var details = engine().volumes().inspect(volume);
        assertThat(details.summary().name()).isEqualTo(volume.text());
        assertThat(details.summary().driver()).isEqualTo("local");
        assertThat(details.summary().scope()).isEqualTo("local");
        assertThat(details.summary().mountpoint()).startsWith("/").contains(volume.text());
        assertThat(details.summary().labels()).containsExactly(Map.entry("color", "red"));
        assertThat(details.created().orElseThrow()).isBetween(before, Instant.now());
        assertThat(details.document().json()).contains(volume.text());
    }

    @Test
    void the_drivers_options_are_kept() {
        var options = Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=1m");
        var volume = createVolume(driven(freshName(), "local", options));
        assertThat(engine().volumes().inspect(volume).options()).isEqualTo(options);
    }

    @Test
    void a_volume_without_a_name_gets_one() {
        var unnamed = new VolumeSpec(Optional.empty(), "local", Map.of(), Map.of(), Optional.empty());
        var first = createVolume(unnamed);
        var second = createVolume(unnamed);
        assertThat(first.text()).isNotEmpty().isNotEqualTo(second.text());
        assertThat(engine().volumes().inspect(first).summary().name()).isEqualTo(first.text());
    }

    @Test
    void one_that_is_there_already_is_left_as_it_is() {
        var volume = labelled("color", "red");
        assertThat(engine().volumes().create(VolumeSpec.of(volume.text()).labelled(Map.of("color", "blue")))).isEqualTo(volume.text());
        assertThat(engine().volumes().inspect(volume).summary().labels()).containsExactly(Map.entry("color", "red"));
    }

    @Test
    void an_unknown_driver_is_refused() {
        String name = freshName();
        refused(EngineException.NotFound.class, "create volume " + name, () ->
                engine().volumes().create(driven(name, "nosuchdriver", Map.of())));
        assertGone(new VolumeRef(name));
    }

    @Test
    void a_name_that_cannot_be_is_refused() {
        refused(EngineException.Invalid.class, "create volume no/name", () -> engine().volumes().create(VolumeSpec.of("no/name")));
    }

    @Test
    void an_option_that_its_driver_does_not_know_is_refused() {
        String name = freshName();
        refused(EngineException.Invalid.class, "create volume " + name, () ->
                engine().volumes().create(driven(name, "local", Map.of("nosuch", "1"))));
        assertGone(new VolumeRef(name));
    }

    @Test
    void a_volume_that_does_not_exist_is_not_inspected() {
        assertGone(new VolumeRef(freshName()));
    }

    @Test
    void a_volume_is_meant_by_its_whole_name() {
        var volume = volume();
        assertGone(new VolumeRef(volume.text().substring(0, volume.text().length() - 1)));
    }

    @Test
    void the_list_is_in_the_order_of_the_names() {
        String prefix = freshName();
        for (String end : List.of("-c", "-a", "-b")) createVolume(VolumeSpec.of(prefix + end));
        assertThat(names(Filters.of("name", prefix + "-"))).containsExactly(prefix + "-a", prefix + "-b", prefix + "-c");
    }

    @Test
    void a_filter_on_the_name_takes_a_part_of_it() {
        var volume = createVolume(VolumeSpec.of(freshName() + "-part-end"));
        assertThat(names(Filters.of("name", volume.text().replace("-end", "")))).containsExactly(volume.text());
    }

    @Test
    void a_filter_on_a_label_takes_its_name_or_its_value_too() {
        String key = freshName();
        var red = labelled(key, "red");
        var blue = labelled(key, "blue");
        assertThat(names(Filters.of("label", key))).containsExactlyInAnyOrder(red.text(), blue.text());
        assertThat(names(Filters.of("label", key + "=blue"))).containsExactly(blue.text());
        assertThat(names(Filters.of("label", key + "=green"))).isEmpty();
    }

    @Test
    void a_filter_on_the_driver_brings_only_its_volumes() {
        var volume = volume();
        assertThat(names(Filters.of("driver", "local").and("name", volume.text()))).containsExactly(volume.text());
        assertThat(names(Filters.of("driver", "nosuch").and("name", volume.text()))).isEmpty();
    }

    @Test
    void a_volume_dangles_while_no_container_has_it() {
        var volume = volume();
        var mine = Filters.of("name", volume.text());
        assertThat(names(mine.and("dangling", "true"))).containsExactly(volume.text());
        assertThat(names(mine.and("dangling", "false"))).isEmpty();
        create(mounting(volume.text()));
        assertThat(names(mine.and("dangling", "true"))).isEmpty();
        assertThat(names(mine.and("dangling", "false"))).containsExactly(volume.text());
    }

    @Test
    void an_unknown_filter_is_refused() {
        refused(EngineException.Invalid.class, "list volumes", () -> names(Filters.of("nosuch", "1")));
    }

    @Test
    void a_value_of_dangling_that_is_neither_is_refused() {
        refused(EngineException.Invalid.class, "list volumes", () -> names(Filters.of("dangling", "maybe")));
    }

    @Test
    void a_containers_mount_makes_its_volume() {
        var volume = toBeMade();
        var container = create(mounting(volume.text()));
        assertThat(engine().volumes().inspect(volume).summary().driver()).isEqualTo("local");
        assertThat(inspect(container).mounts()).extracting(MountPoint::name, MountPoint::destination)
                .containsExactly(tuple(volume.text(), "/data"));
    }

    @Test
    void a_volume_with_a_name_outlives_its_container() {
        var volume = toBeMade();
        engine().containers().remove(create(mounting(volume.text())), new RemoveOptions(true, true, false));
        assertThat(engine().volumes().inspect(volume).summary().name()).isEqualTo(volume.text());
    }

    private VolumeRef anonymous(ContainerRef container) {
        return new VolumeRef(inspect(container).mounts().getFirst().name());
    }

    private ContainerRef withAnonymous() {
        return create(spec("true").with(spec -> spec.storage =
                spec.storage.with(storage -> storage.anonymousVolumes = List.of("/data"))));
    }

    @Test
    void one_without_a_name_goes_with_its_container_when_asked_for() {
        var container = withAnonymous();
        var volume = anonymous(container);
        assertThat(engine().volumes().inspect(volume).summary().name()).isEqualTo(volume.text());
        engine().containers().remove(container, new RemoveOptions(false, true, false));
        assertGone(volume);
    }

    @Test
    void one_without_a_name_stays_when_it_was_not_asked_for() {
        var container = withAnonymous();
        var volume = anonymous(container);
        engine().volumes().inspect(volume);
        afterwards(() -> engine().volumes().remove(volume, true));
        engine().containers().remove(container, RemoveOptions.GENTLE);
        assertThat(names(Filters.of("name", volume.text()))).containsExactly(volume.text());
    }

    @Test
    void a_removed_volume_is_gone() {
        var volume = volume();
        engine().volumes().remove(volume, false);
        assertGone(volume);
        assertThat(names(Filters.of("name", volume.text()))).isEmpty();
    }

    @Test
    void a_volume_in_use_is_not_removed_even_by_force() {
        var volume = volume();
        create(mounting(volume.text()));
        refused(EngineException.Conflict.class, "remove volume " + volume, () -> engine().volumes().remove(volume, false));
        refused(EngineException.Conflict.class, "remove volume " + volume, () -> engine().volumes().remove(volume, true));
        assertThat(names(Filters.of("name", volume.text()))).containsExactly(volume.text());
    }

    @Test
    void a_volume_is_removed_when_its_last_container_is() {
        var volume = volume();
        var first = create(mounting(volume.text()));
        var second = create(mounting(volume.text()));
        engine().containers().remove(first, RemoveOptions.GENTLE);
        refused(EngineException.Conflict.class, "remove volume " + volume, () -> engine().volumes().remove(volume, false));
        engine().containers().remove(second, RemoveOptions.GENTLE);
        engine().volumes().remove(volume, false);
        assertGone(volume);
    }

    @Test
    void one_that_does_not_exist_is_not_removed() {
        var nothing = new VolumeRef(freshName());
        refused(EngineException.NotFound.class, "remove volume " + nothing, () -> engine().volumes().remove(nothing, false));
    }

    @Test
    void removing_by_force_what_does_not_exist_is_no_error() {
        var nothing = new VolumeRef(freshName());
        engine().volumes().remove(nothing, true);
        assertGone(nothing);
    }

    @Test
    void making_and_removing_are_told() {
        var volume = toBeMade();
        try (var events = events(volume)) {
            engine().volumes().create(VolumeSpec.of(volume.text()));
            engine().volumes().remove(volume, false);
            var all = events.iterator();
            var made = all.next();
            assertThat(made.type()).isEqualTo("volume");
            assertThat(made.action()).isEqualTo("create");
            assertThat(made.actorId()).isEqualTo(volume.text());
            assertThat(made.attributes()).containsEntry("driver", "local");
            assertThat(all.next().action()).isEqualTo("destroy");
        }
    }

    @Test
    void a_volume_that_a_container_makes_is_told() {
        var volume = toBeMade();
        try (var events = events(volume)) {
            create(mounting(volume.text()));
            assertThat(events.iterator().next().action()).isEqualTo("create");
        }
    }
}
