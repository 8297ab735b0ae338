package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.image.ImageRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of images.
public abstract class TagContract extends EngineContract {

    private ImageRef named(String name) {
        var image = new ImageRef(name);
        afterwards(() -> removeIfThere(image));
        return image;
    }

    private String id(ImageRef image) {
        return engine().images().inspect(image).id();
    }

    @Test
    void an_image_gets_one_more_name() {
        var image = addImage();
        var other = named(freshName() + ":v1");
        engine().images().tag(image, other);
        assertThat(id(other)).isEqualTo(id(image));
    }

    @Test
    void a_name_without_a_tag_gets_the_usual_one() {
        String name = freshName();
        engine().images().tag(addImage(), named(name));
        assertThat(engine().images().inspect(new ImageRef(name + ":latest")).tags()).contains(name + ":latest");
    }

    @Test
    void a_name_that_pointed_elsewhere_is_moved() {
        var one = addImage();
        var other = addImage();
        var name = named(freshName() + ":v1");
        engine().images().tag(one, name);
        engine().images().tag(other, name);
        assertThat(id(name)).isEqualTo(id(other));
        assertThat(engine().images().inspect(one).tags()).containsExactly(one.text());
    }

    @Test
    void tagging_twice_changes_nothing() {
        var image = addImage();
        engine().images().tag(image, image);
        assertThat(engine().images().inspect(image).tags()).containsExactly(image.text());
    }

    @Test
    void a_name_may_hold_a_registry() {
        var name = named("registry.example.com:5000/a/" + freshName() + ":v1");
        var image = addImage();
        engine().images().tag(image, name);
        assertThat(id(name)).isEqualTo(id(image));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "a b", "x:", "x:a b", ":x", "x//y", "-x"})
    void what_cannot_be_a_name_is_refused(String name) {
        refused(EngineException.Invalid.class, "tag image " + subject().busybox() + " as " + name,
                () -> engine().images().tag(new ImageRef(subject().busybox()), new ImageRef(name)));
    }

    @Test
    void tagging_what_does_not_exist_is_refused() {
        var nothing = new ImageRef(freshName());
        refused(EngineException.NotFound.class, "tag image " + nothing + " as x:y", () -> engine().images().tag(nothing, new ImageRef("x:y")));
    }
}
