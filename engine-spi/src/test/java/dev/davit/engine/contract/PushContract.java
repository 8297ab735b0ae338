package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.PushRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Sending images to a registry.
@Needs(Feature.PULL)
public abstract class PushContract extends EngineContract {

    /// A fresh name beside one that the registry is known to take.
    private ImageRef tagged() throws IOException {
        String offered = subject().offer(freshName(), "v1");
        String repository = offered.substring(0, offered.lastIndexOf('/') + 1) + freshName();
        var image = new ImageRef(repository + ":v2");
        engine().images().tag(new ImageRef(subject().busybox()), image);
        afterwards(() -> removeIfThere(image));
        return image;
    }

    @Test
    void a_pushed_image_can_be_pulled() throws IOException {
        var image = tagged();
        var words = SaveLoadContract.words(engine().images().push(PushRequest.of(image.text())));
        assertThat(words.getFirst()).startsWith("The push refers to repository [");
        assertThat(words.getLast()).startsWith("v2: digest: sha256:");
        removeIfThere(image);
        SaveLoadContract.words(engine().images().pull(PullRequest.of(image.text())));
        assertThat(engine().images().inspect(image).tags()).contains(image.text());
    }

    @Test
    void an_image_that_does_not_exist_is_refused() throws IOException {
        String name = tagged().text().replace(":v2", ":nosuch");
        refused(EngineException.NotFound.class, "push image " + name, () ->
                SaveLoadContract.words(engine().images().push(PushRequest.of(name))));
    }
}
