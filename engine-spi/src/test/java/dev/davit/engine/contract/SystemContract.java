package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import org.junit.jupiter.api.Test;

/// The engine as a whole.
public abstract class SystemContract extends EngineContract {

    @Test
    void the_engine_says_who_it_is() {
        var info = engine().info();
        assertThat(info.component()).isNotEmpty();
        assertThat(info.version()).isNotEmpty();
        assertThat(info.apiVersion()).matches("1\\.\\d+");
        assertThat(info.address()).contains("://");
        assertThat(info.os()).isEqualTo("linux");
    }

    @Test
    void the_version_agrees_with_what_the_engine_says() {
        var version = engine().system().version();
        assertThat(version.version()).isEqualTo(engine().info().version());
        assertThat(version.os()).isEqualTo(engine().info().os());
        assertThat(version.arch()).isEqualTo(engine().info().arch());
    }

    @Test
    void the_oldest_api_is_not_newer_than_the_newest() {
        var version = engine().system().version();
        assertThat(minor(version.minimumApiVersion())).isLessThanOrEqualTo(minor(version.apiVersion()));
    }

    private static int minor(String version) {
        assertThat(version).matches("1\\.\\d+");
        return Integer.parseInt(version.substring(2));
    }

    @Test
    void the_document_of_the_version_is_dockers() {
        var version = engine().system().version();
        assertThat(((JsonObject) Json.parse(version.document().json())).string("Version")).isEqualTo(version.version());
    }

    @Test
    void the_information_counts_containers_by_their_state() {
        assertThat(inspect(standing()).pid()).isPositive();
        var before = engine().system().info();
        create("true");
        var after = engine().system().info();
        assertThat(after.containers()).isEqualTo(before.containers() + 1);
        assertThat(after.stopped()).isEqualTo(before.stopped() + 1);
        assertThat(after.running()).isEqualTo(before.running()).isPositive();
        assertThat(after.running() + after.paused() + after.stopped()).isEqualTo(after.containers());
    }

    @Test
    void the_information_counts_images() {
        int before = engine().system().info().images();
        addImage();
        assertThat(engine().system().info().images()).isEqualTo(before + 1);
    }

    @Test
    void the_information_tells_of_the_host() {
        var info = engine().system().info();
        assertThat(info.name()).isNotEmpty();
        assertThat(info.cpus()).isPositive();
        assertThat(info.memory()).isPositive();
        assertThat(info.cgroupVersion()).isIn("1", "2");
        assertThat(info.storageDriver()).isNotEmpty();
        assertThat(info.operatingSystem()).isNotEmpty();
    }

    @Test
    void the_document_of_the_information_is_dockers() {
        var info = engine().system().info();
        var document = (JsonObject) Json.parse(info.document().json());
        assertThat(document.integer("NCPU")).isEqualTo(info.cpus());
        assertThat(document.string("ServerVersion")).isEqualTo(info.version());
    }

    @Test
    @Needs(Feature.DISK_USAGE)
    void the_disk_usage_counts_images_and_containers() {
        create("true");
        var usage = engine().system().diskUsage();
        assertThat(usage.ofImages().count()).isPositive();
        assertThat(usage.ofImages().bytes()).isPositive();
        assertThat(usage.ofImages().active()).isPositive();
        assertThat(usage.ofContainers().count()).isPositive();
    }

    @Test
    @Needs(Feature.DISK_USAGE)
    void what_is_in_use_cannot_be_reclaimed() {
        var images = engine().system().diskUsage().ofImages();
        assertThat(images.reclaimable()).isBetween(0L, images.bytes());
        assertThat(images.active()).isLessThanOrEqualTo(images.count());
    }

    @Test
    void a_closed_engine_refuses() {
        var other = subject().openAgain();
        other.close();
        refused(EngineException.Unavailable.class, "list containers", () -> other.containers().list(ContainerQuery.running()));
    }

    @Test
    void closing_twice_is_harmless() {
        var other = subject().openAgain();
        other.close();
        other.close();
        assertThat(engine().containers().list(ContainerQuery.running())).isNotNull();
    }

    @Test
    void a_container_that_wrote_nothing_to_its_files_has_no_changes() {
        assertThat(engine().files().changes(create("true"))).isEmpty();
    }

    @Test
    void the_changes_of_what_does_not_exist_are_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "list the changes of container " + nobody, () -> engine().files().changes(nobody));
    }
}
