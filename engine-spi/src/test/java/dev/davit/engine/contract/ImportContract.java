package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImportRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A root file system that becomes an image.
public abstract class ImportContract extends EngineContract {

    private ImportRequest request(InputStream tar, ImageRef target, String... changes) {
        return new ImportRequest(
                new ImportRequest.Source.Archive(tar), Optional.of(target), List.of(changes), "made here", Optional.empty());
    }

    private ImageRef target() {
        var image = new ImageRef(freshName() + ":v1");
        afterwards(() -> removeIfThere(image));
        return image;
    }

    @Test
    void it_has_the_id_that_the_last_news_tells_the_changes_and_the_message() {
        var image = target();
        var tar = new Archive().file("f", "x").stream();
        var words = SaveLoadContract.words(engine().images().importRoot(request(tar, image, "CMD [\"/bin/hi\"]", "ENV A=b")));
        var made = engine().images().inspect(image);
        assertThat(words.getLast()).isEqualTo(made.id());
        assertThat(made.command()).containsExactly("/bin/hi");
        assertThat(made.environment()).contains("A=b");
        assertThat(engine().images().history(image).toString()).contains("made here");
    }

    @Test
    void a_change_that_cannot_be_one_is_refused_and_no_image_is_made() {
        var image = target();
        refused(EngineException.Invalid.class, "import an image as " + image, () ->
                engine().images().importRoot(request(new Archive().file("f", "x").stream(), image, "RUN true")).close());
        refused(EngineException.NotFound.class, "inspect image " + image, () -> engine().images().inspect(image));
    }

    @Test
    void a_broken_archive_makes_no_image() {
        var image = target();
        refused(EngineException.Failed.class, "import an image as " + image, () -> SaveLoadContract.words(
                engine().images().importRoot(request(new Archive().file("f", "x".repeat(3000)).broken(), image))));
        refused(EngineException.NotFound.class, "inspect image " + image, () -> engine().images().inspect(image));
    }
}
