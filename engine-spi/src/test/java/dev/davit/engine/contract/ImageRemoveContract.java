package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.system.EventQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Removing names of images, and images.
public abstract class ImageRemoveContract extends EngineContract {
    private static final ImageRemoveOptions FORCE = new ImageRemoveOptions(true, false, List.of());

    private List<ImageRemoval> remove(ImageRef image, ImageRemoveOptions options) {
        return engine().images().remove(image, options);
    }

    private boolean exists(ImageRef image) {
        return engine().images().list(ImageQuery.usual()).stream().anyMatch(item -> item.tags().contains(image.text()) || item.id().equals(image.text()));
    }

    private ImageRef second(ImageRef image) {
        var other = new ImageRef(freshName() + ":two");
        engine().images().tag(image, other);
        afterwards(() -> removeIfThere(other));
        return other;
    }

    @Test
    void the_image_goes_with_its_last_name() {
        var image = addImage();
        String id = engine().images().inspect(image).id();
        var done = remove(image, ImageRemoveOptions.GENTLE);
        assertThat(done.getFirst()).isEqualTo(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, image.text()));
        assertThat(done).contains(new ImageRemoval(ImageRemoval.Kind.DELETED, id));
        assertThat(exists(new ImageRef(id))).isFalse();
    }

    @Test
    void the_image_stays_while_it_has_another_name() {
        var image = addImage();
        var other = second(image);
        assertThat(remove(image, ImageRemoveOptions.GENTLE)).containsExactly(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, image.text()));
        assertThat(exists(image)).isFalse();
        assertThat(exists(other)).isTrue();
    }

    @Test
    void an_image_is_removed_by_its_id() {
        var image = addImage();
        remove(new ImageRef(engine().images().inspect(image).id()), ImageRemoveOptions.GENTLE);
        assertThat(exists(image)).isFalse();
    }

    @Test
    void an_image_with_two_names_is_not_removed_by_its_id() {
        var image = addImage();
        second(image);
        var id = new ImageRef(engine().images().inspect(image).id());
        refused(EngineException.Conflict.class, "remove image " + id, () -> remove(id, ImageRemoveOptions.GENTLE));
        assertThat(exists(image)).isTrue();
    }

    @Test
    void an_image_with_two_names_is_removed_by_its_id_by_force() {
        var image = addImage();
        var other = second(image);
        remove(new ImageRef(engine().images().inspect(image).id()), FORCE);
        assertThat(exists(image)).isFalse();
        assertThat(exists(other)).isFalse();
    }

    @Test
    void an_image_that_a_container_was_made_of_is_not_removed() {
        var image = addImage();
        create(spec("true").with(spec -> spec.image = image.text()));
        refused(EngineException.Conflict.class, "remove image " + image, () -> remove(image, ImageRemoveOptions.GENTLE));
        assertThat(exists(image)).isTrue();
    }

    @Test
    void an_image_that_a_container_was_made_of_loses_its_name_by_force() {
        var image = addImage();
        var container = create(spec("true").with(spec -> spec.image = image.text()));
        remove(image, FORCE);
        assertThat(exists(image)).isFalse();
        assertThat(inspect(container).image()).isEqualTo(image.text());
    }

    @Test
    void an_image_that_a_running_container_uses_is_not_removed_by_its_id_even_by_force() {
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
        var id = new ImageRef(inspect(standing()).imageId());
        refused(EngineException.Conflict.class, "remove image " + id, () -> remove(id, FORCE));
    }

    @Test
    void removing_what_does_not_exist_is_refused() {
        var nothing = new ImageRef(freshName());
        refused(EngineException.NotFound.class, "remove image " + nothing, () -> remove(nothing, FORCE));
    }

    @Test
    void a_removal_is_told() {
        var image = addImage();
        try (var events = engine().telemetry().events(EventQuery.live().with(Filters.of("type", "image")))) {
            remove(image, ImageRemoveOptions.GENTLE);
            assertThat(events.iterator().next().action()).isEqualTo("untag");
            assertThat(events.iterator().next().action()).isEqualTo("delete");
        }
    }
}
