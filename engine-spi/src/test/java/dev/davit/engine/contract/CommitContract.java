package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.WriteOptions;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A container that becomes an image.
public abstract class CommitContract extends EngineContract {

    private ImageRef target() {
        var image = new ImageRef(freshName() + ":v1");
        afterwards(() -> removeIfThere(image));
        return image;
    }

    @Test
    void the_image_has_its_name_its_message_and_its_changes() {
        var image = target();
        var spec = new CommitSpec(Optional.of(image), "me", "what was done", List.of("CMD [\"echo\",\"changed\"]", "LABEL a=b"), true);
        String id = engine().images().commit(standing(), spec);
        var made = engine().images().inspect(image);
        assertThat(made.id()).isEqualTo(id);
        assertThat(made.command()).containsExactly("echo", "changed");
        assertThat(made.labels()).containsEntry("a", "b");
        assertThat(engine().images().history(image).getFirst().comment() + engine().images().history(image).getFirst().createdBy())
                .contains("what was done");
    }

    @Test
    void without_a_name_it_is_known_by_its_id() {
        String id = engine().images().commit(standing(), new CommitSpec(Optional.empty(), "", "", List.of(), true));
        afterwards(() -> engine().images().remove(new ImageRef(id), new ImageRemoveOptions(true, false, List.of())));
        assertThat(engine().images().inspect(new ImageRef(id)).tags()).isEmpty();
    }

    @Test
    @Needs(Feature.CONTAINER_FILES)
    void containers_of_the_image_have_the_files_of_the_one_it_was_made_of() {
        var container = create("true");
        engine().files().write(container, "/tmp", new Archive().file("own", "mine").stream(), new WriteOptions(true, false));
        var image = target();
        engine().images().commit(container, CommitSpec.as(image.text()));
        var copy = create(ContainerSpec.of(image.text(), "true").named(freshName()));
        assertThat(engine().files().stat(copy, "/tmp/own").size()).isEqualTo(4);
    }

    @Test
    void a_running_container_goes_on_running() {
        var container = run("sleep", "1000");
        engine().images().commit(container, CommitSpec.as(target().text()));
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void a_container_that_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "commit container nosuch", () ->
                engine().images().commit(new ContainerRef("nosuch"), CommitSpec.as("x:y")));
    }

    @Test
    void a_name_or_a_change_that_cannot_be_one_is_refused() {
        var container = standing();
        refused(EngineException.Invalid.class, "commit container " + container, () ->
                engine().images().commit(container, CommitSpec.as("Not A Name")));
        refused(EngineException.Invalid.class, "commit container " + container, () -> engine().images()
                .commit(container, new CommitSpec(Optional.empty(), "", "", List.of("RUN true"), true)));
    }
}
