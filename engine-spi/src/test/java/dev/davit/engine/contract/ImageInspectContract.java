package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.ImageHistoryEntry;
import dev.davit.engine.image.ImageRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// One image in full, and the steps that made it.
public abstract class ImageInspectContract extends EngineContract {
    private ImageRef busybox() {
        return new ImageRef(subject().busybox());
    }

    @Test
    void an_image_is_found_by_its_name_with_and_without_the_usual_tag() {
        var image = addImage();
        var bare = new ImageRef(image.text().substring(0, image.text().indexOf(':')));
        assertThat(engine().images().inspect(bare).id()).isEqualTo(engine().images().inspect(image).id());
    }

    @Test
    void an_image_is_found_by_its_id_and_a_prefix_of_it() {
        String id = engine().images().inspect(busybox()).id();
        String digits = id.substring("sha256:".length());
        assertThat(engine().images().inspect(new ImageRef(id)).id()).isEqualTo(id);
        assertThat(engine().images().inspect(new ImageRef(digits)).id()).isEqualTo(id);
        assertThat(engine().images().inspect(new ImageRef(digits.substring(0, 12))).id()).isEqualTo(id);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        String name = freshName();
        refused(EngineException.NotFound.class, "inspect image " + name, () -> engine().images().inspect(new ImageRef(name)));
        refused(EngineException.NotFound.class, "inspect image " + subject().busybox() + "x",
                () -> engine().images().inspect(new ImageRef(subject().busybox() + "x")));
    }

    @Test
    void what_cannot_be_a_name_is_refused() {
        assertThatThrownBy(() -> engine().images().inspect(new ImageRef("UPPER/case")))
                .isInstanceOfAny(EngineException.Invalid.class, EngineException.NotFound.class);
    }

    @Test
    void an_image_tells_its_command_and_its_platform() {
        var details = engine().images().inspect(busybox());
        assertThat(details.command()).containsExactly("sh");
        assertThat(details.entrypoint()).isEmpty();
        assertThat(details.os()).isEqualTo("linux");
        assertThat(details.arch()).isEqualTo(engine().info().arch());
    }

    @Test
    void an_image_tells_its_names_layers_and_size() {
        var details = engine().images().inspect(busybox());
        assertThat(details.tags()).contains(subject().busybox());
        assertThat(details.layers()).isNotEmpty().allMatch(layer -> layer.startsWith("sha256:"));
        assertThat(details.size()).isPositive();
        assertThat(details.created()).hasValueSatisfying(time -> assertThat(time).isBefore(Instant.now()));
    }

    @Test
    void the_document_is_dockers() {
        var details = engine().images().inspect(busybox());
        var document = (JsonObject) Json.parse(details.document().json());
        assertThat(document.string("Id")).isEqualTo(details.id());
        assertThat(document.array("RepoTags").strings()).contains(subject().busybox());
        assertThat(document.object("Config").array("Cmd").strings()).containsExactly("sh");
    }

    @Test
    void the_history_ends_with_the_image_itself() {
        var history = engine().images().history(busybox());
        assertThat(history).isNotEmpty();
        assertThat(history.getFirst().id()).isEqualTo(engine().images().inspect(busybox()).id());
        assertThat(history.getFirst().tags()).contains(subject().busybox());
    }

    @Test
    void the_sizes_of_the_history_add_up_to_the_image() {
        long sum = engine().images().history(busybox()).stream().mapToLong(ImageHistoryEntry::size).sum();
        assertThat(sum).isEqualTo(engine().images().inspect(busybox()).size());
    }

    @Test
    void the_history_of_what_does_not_exist_is_refused() {
        String name = freshName();
        refused(EngineException.NotFound.class, "read the history of image " + name, () -> engine().images().history(new ImageRef(name)));
    }
}
