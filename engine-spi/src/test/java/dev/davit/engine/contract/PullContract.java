package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.system.EventQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Fetching images from a registry.
@Needs(Feature.PULL)
public abstract class PullContract extends EngineContract {

    private ImageRef offered() throws IOException {
        var image = new ImageRef(subject().offer(freshName(), "v1"));
        afterwards(() -> removeIfThere(image));
        return image;
    }

    private List<TransferProgress> pull(ImageRef image) {
        var news = new ArrayList<TransferProgress>();
        try (var feed = engine().images().pull(PullRequest.of(image.text()))) {
            feed.forEach(news::add);
        }
        return news;
    }

    @Test
    void a_pulled_image_is_in_the_store() throws IOException {
        var image = offered();
        pull(image);
        assertThat(engine().images().inspect(image).tags()).contains(image.text());
    }

    @Test
    void news_come_while_it_is_fetched_and_end_with_its_digest_and_status() throws IOException {
        var image = offered();
        var words = pull(image).stream().map(TransferProgress::status).toList();
        assertThat(words.getFirst()).startsWith("Pulling from ");
        assertThat(words).anyMatch(word -> word.startsWith("Digest: sha256:"));
        assertThat(words.getLast()).startsWith("Status: ").contains(image.text());
    }

    @Test
    void pulling_what_is_already_there_says_so() throws IOException {
        var image = offered();
        pull(image);
        assertThat(pull(image).getLast().status()).contains("up to date");
    }

    @Test
    void a_pulled_image_runs() throws IOException {
        var image = offered();
        pull(image);
        assertThat(output(runToEnd(spec("echo", "hello").with(spec -> spec.image = image.text())))).isEqualTo("hello\n");
    }

    @Test
    void a_pull_is_told() throws IOException {
        var image = offered();
        try (var events = engine().telemetry().events(EventQuery.live().with(Filters.of("type", "image").and("event", "pull")))) {
            pull(image);
            assertThat(events.iterator().next().actorId()).isEqualTo(image.text());
        }
    }

    @Test
    void a_tag_that_the_registry_does_not_have_is_refused() throws IOException {
        var missing = new ImageRef(offered().text() + "x");
        refused(EngineException.NotFound.class, "pull image " + missing, () -> pull(missing));
    }

    @Test
    void what_cannot_be_a_name_is_refused() {
        refused(EngineException.Invalid.class, "pull image UPPER", () -> pull(new ImageRef("UPPER")));
    }

    @Test
    void a_registry_tells_what_it_keeps_without_a_pull() throws IOException {
        var image = offered();
        var kept = engine().registries().describe(image, Optional.empty());
        assertThat(kept.mediaType()).startsWith("application/vnd.");
        assertThat(kept.digest()).startsWith("sha256:");
        assertThat(kept.size()).isPositive();
        assertThat(kept.platforms()).singleElement().asString().startsWith("linux/");
        assertThat(kept.document().json()).contains("\"Descriptor\"", kept.digest(), "\"Platforms\"");
        refused(EngineException.NotFound.class, "inspect image " + image, () -> engine().images().inspect(image));
        assertThat(pull(image).stream().map(TransferProgress::status)).contains("Digest: " + kept.digest());
    }

    @Test
    void a_registry_does_not_tell_what_it_has_not() throws IOException {
        var missing = new ImageRef(offered().text() + "x");
        refused(EngineException.NotFound.class, "ask the registry for image " + missing, () ->
                engine().registries().describe(missing, Optional.empty()));
    }

    @Test
    void a_registry_is_not_asked_for_what_cannot_be_a_name() {
        refused(EngineException.Invalid.class, "ask the registry for image UPPER", () ->
                engine().registries().describe(new ImageRef("UPPER"), Optional.empty()));
    }
}
