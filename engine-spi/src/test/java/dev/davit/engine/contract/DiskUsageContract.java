package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Feature;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WriteOptions;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.VolumeUsage;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an engine occupies, and how much of it is in use.
@Needs(Feature.DISK_USAGE)
public abstract class DiskUsageContract extends EngineContract {

    private DiskUsage usage() {
        return engine().system().diskUsage();
    }

    @Test
    void one_more_container_is_counted_and_one_less() {
        var before = usage().ofContainers();
        var container = create("true");
        var between = usage().ofContainers();
        assertThat(between.count()).isEqualTo(before.count() + 1);
        assertThat(between.active()).isEqualTo(before.active());
        engine().containers().remove(container, RemoveOptions.GENTLE);
        assertThat(usage().ofContainers().count()).isEqualTo(before.count());
    }

    @Test
    void a_running_container_is_active() {
        int before = usage().ofContainers().active();
        run("sleep", "1000");
        assertThat(usage().ofContainers().active()).isEqualTo(before + 1);
    }

    @Test
    void what_a_stopped_container_wrote_can_be_reclaimed() {
        var before = usage().ofContainers();
        var container = create("true");
        engine().files().write(container, "/tmp", new Archive().file("own", "mine").stream(), new WriteOptions(true, false));
        var after = usage();
        assertThat(after.ofContainers().bytes()).isGreaterThan(before.bytes());
        assertThat(after.ofContainers().reclaimable()).isGreaterThan(before.reclaimable());
        assertThat(after.containers())
                .filteredOn(item -> item.name().equals(container.text()))
                .singleElement()
                .satisfies(item -> assertThat(item.sizeRw().orElseThrow()).isPositive());
    }

    @Test
    void the_containers_are_those_of_the_list_running_or_not() {
        var container = create("true");
        assertThat(usage().containers()).extracting(ContainerSummary::name).contains(container.text());
    }

    @Test
    void one_more_image_is_counted() {
        var before = usage().ofImages();
        var image = addImage();
        var after = usage();
        assertThat(after.ofImages().count()).isEqualTo(before.count() + 1);
        assertThat(after.ofImages().active()).isEqualTo(before.active());
        assertThat(image(after, image.text()).containers()).isZero();
    }

    @Test
    void an_image_is_active_while_a_container_is_made_of_it() {
        var image = addImage();
        int before = usage().ofImages().active();
        create(spec("true").with(spec -> spec.image = image.text()));
        var after = usage();
        assertThat(after.ofImages().active()).isEqualTo(before + 1);
        assertThat(image(after, image.text()).containers()).isEqualTo(1);
    }

    private static ImageSummary image(DiskUsage usage, String name) {
        return usage.images().stream().filter(image -> image.tags().contains(name)).findFirst().orElseThrow();
    }

    @Test
    @Needs(Feature.VOLUMES)
    void one_more_volume_is_counted_and_one_less() {
        var volume = createVolume(VolumeSpec.of(freshName()).labelled(Map.of("color", "red")));
        var with = usage();
        assertThat(with.volumes())
                .filteredOn(item -> item.volume().name().equals(volume.text()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.containers()).isZero();
                    assertThat(item.bytes()).isNotNegative();
                    assertThat(item.volume().labels()).containsEntry("color", "red");
                });
        engine().volumes().remove(volume, false);
        assertThat(usage().ofVolumes().count()).isEqualTo(with.ofVolumes().count() - 1);
    }

    @Test
    @Needs(Feature.VOLUMES)
    void a_volume_is_active_while_containers_have_it() {
        var volume = createVolume(VolumeSpec.of(freshName()));
        int before = usage().ofVolumes().active();
        var first = mounting(volume);
        mounting(volume);
        var after = usage();
        assertThat(after.ofVolumes().active()).isEqualTo(before + 1);
        assertThat(after.volumes())
                .filteredOn(item -> item.volume().name().equals(volume.text()))
                .extracting(VolumeUsage::containers)
                .containsExactly(2L);
        engine().containers().remove(first, RemoveOptions.GENTLE);
        assertThat(usage().ofVolumes().active()).isEqualTo(before + 1);
    }

    private ContainerRef mounting(VolumeRef volume) {
        return create(spec("true").with(spec -> spec.storage =
                spec.storage.with(storage -> storage.binds = List.of(new BindSpec(volume.text(), "/data", List.of())))));
    }

    @Test
    void the_document_is_dockers() {
        assertThat(usage().document().json()).contains("\"LayersSize\"");
    }
}
