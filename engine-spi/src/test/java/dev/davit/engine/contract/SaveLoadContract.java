package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.image.LoadRequest;
import dev.davit.engine.image.SaveRequest;
import dev.davit.engine.image.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Images to an archive and back.
public abstract class SaveLoadContract extends EngineContract {
    private static final ImageRemoveOptions FORCED = new ImageRemoveOptions(true, false, List.of());

    private byte[] save(String... images) throws IOException {
        try (var tar = engine().images().save(SaveRequest.of(images))) {
            return tar.readAllBytes();
        }
    }

    private List<String> load(InputStream archive) {
        return words(engine().images().load(LoadRequest.of(archive)));
    }

    static List<String> words(Feed<TransferProgress> feed) {
        var words = new ArrayList<String>();
        try (feed) {
            for (var news : feed) words.add(news.status());
        }
        return words;
    }

    @Test
    void what_is_saved_is_loaded_as_the_same_image_under_its_names() throws IOException {
        var image = addImage();
        var other = new ImageRef(freshName() + ":other");
        engine().images().tag(image, other);
        afterwards(() -> removeIfThere(other));
        String id = engine().images().inspect(image).id();
        byte[] archive = save(image.text(), other.text());
        engine().images().remove(image, FORCED);
        engine().images().remove(other, FORCED);
        assertThat(load(new ByteArrayInputStream(archive)))
                .contains("Loaded image: " + image, "Loaded image: " + other);
        assertThat(engine().images().inspect(image).id()).isEqualTo(id);
        assertThat(engine().images().inspect(other).id()).isEqualTo(id);
    }

    @Test
    void an_image_saved_by_its_id_has_no_name() throws IOException {
        var image = addImage();
        String id = engine().images().inspect(image).id();
        byte[] archive = save(id);
        assertThat(load(new ByteArrayInputStream(archive))).contains("Loaded image ID: " + id);
    }

    @Test
    void an_archive_has_a_manifest() throws IOException {
        var members = Archive.read(new ByteArrayInputStream(save(subject().busybox())));
        assertThat(members.get("manifest.json").text()).contains("\"RepoTags\"").contains(subject().busybox());
    }

    @Test
    void a_loaded_image_runs() throws IOException {
        byte[] archive = save(subject().busybox());
        load(new ByteArrayInputStream(archive));
        assertThat(output(runToEnd("echo", "hi"))).isEqualTo("hi\n");
    }

    @Test
    void an_image_that_does_not_exist_is_not_saved_nor_the_others_with_it() {
        refused(EngineException.NotFound.class, "save image nosuch", () -> save("nosuch"));
        refused(EngineException.NotFound.class, "save images " + subject().busybox() + ", nosuch", () ->
                save(subject().busybox(), "nosuch"));
    }

    @Test
    void what_is_no_archive_of_images_is_refused() {
        refused(EngineException.Failed.class, "load images", () ->
                load(new ByteArrayInputStream("trash".repeat(500).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void an_archive_that_is_cut_off_is_refused_and_nothing_of_it_is_there() throws IOException {
        var image = addImage();
        byte[] archive = save(image.text());
        engine().images().remove(image, FORCED);
        refused(EngineException.Failed.class, "load images", () ->
                load(new ByteArrayInputStream(archive, 0, archive.length / 2)));
        refused(EngineException.NotFound.class, "inspect image " + image, () -> engine().images().inspect(image));
    }

    @Test
    void an_archive_that_cannot_be_read_to_its_end_is_told_with_the_reason() throws IOException {
        byte[] archive = save(subject().busybox());
        String sentence = refused(EngineException.Failed.class, "load images", () ->
                load(Archive.failing(Arrays.copyOf(archive, 3000), "the tape tore")));
        assertThat(sentence).contains("the tape tore");
    }
}
