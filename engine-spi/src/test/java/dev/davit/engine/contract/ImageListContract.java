package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageSummary;
import dev.davit.testing.Await;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of images.
public abstract class ImageListContract extends EngineContract {

    private List<String> tags(Filters filters) {
        return engine().images().list(ImageQuery.usual(filters)).stream().flatMap(item -> item.tags().stream()).toList();
    }

    private ImageSummary only(ImageRef image) {
        var found = engine().images().list(ImageQuery.usual(Filters.of("reference", image.text())));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void an_image_in_the_store_is_listed() {
        assertThat(tags(Filters.none())).contains(subject().busybox());
    }

    @Test
    void the_newest_comes_first() {
        var first = addImage();
        // seconds are told, and who takes a file's time for it takes a clock that is some milliseconds behind
        Await.until("the clock has gone on by a second", () -> Instant.now().isAfter(only(first).created().plusMillis(1100)));
        var second = addImage();
        assertThat(tags(Filters.none())).containsSubsequence(second.text(), first.text());
    }

    @Test
    void an_item_tells_what_the_image_is() {
        var image = addImage();
        var item = only(image);
        var details = engine().images().inspect(image);
        assertThat(item.id()).isEqualTo(details.id()).startsWith("sha256:");
        assertThat(item.tags()).containsExactly(image.text());
        assertThat(item.size()).isEqualTo(details.size()).isPositive();
    }

    @Test
    void an_image_with_two_names_is_one_item() {
        var image = addImage();
        var other = new ImageRef(freshName() + ":two");
        engine().images().tag(image, other);
        afterwards(() -> removeIfThere(other));
        String id = engine().images().inspect(image).id();
        var items = engine().images().list(ImageQuery.usual()).stream().filter(item -> item.id().equals(id)).toList();
        assertThat(items).singleElement().satisfies(item -> assertThat(item.tags()).containsExactlyInAnyOrder(image.text(), other.text()));
    }

    @Test
    void a_filter_on_the_reference_finds_a_name_or_a_pattern() {
        var image = addImage();
        String repository = image.text().substring(0, image.text().indexOf(':'));
        assertThat(tags(Filters.of("reference", image.text()))).containsExactly(image.text());
        assertThat(tags(Filters.of("reference", repository))).containsExactly(image.text());
        assertThat(tags(Filters.of("reference", repository.substring(0, 9) + "*:latest"))).contains(image.text());
        assertThat(tags(Filters.of("reference", freshName()))).isEmpty();
    }

    @Test
    void an_image_with_a_name_does_not_dangle() {
        var image = addImage();
        assertThat(tags(Filters.of("dangling", "false"))).contains(image.text());
        assertThat(tags(Filters.of("dangling", "true"))).doesNotContain(image.text());
    }

    @Test
    void filters_on_before_and_since_compare_the_times_of_creation() {
        var image = addImage();
        Await.until("the clock has gone on by a second", () -> Instant.now().isAfter(only(image).created().plusSeconds(1)));
        var later = addImage();
        assertThat(tags(Filters.of("since", image.text()))).contains(later.text()).doesNotContain(image.text());
        assertThat(tags(Filters.of("before", later.text()))).contains(image.text()).doesNotContain(later.text());
    }

    @Test
    void a_filter_on_a_label_that_no_image_has_finds_nothing() {
        assertThat(tags(Filters.of("label", freshName()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no-such-filter, x", "dangling, perhaps"})
    void a_filter_that_cannot_be_is_refused(String filter, String value) {
        refused(EngineException.Invalid.class, "list images", () -> tags(Filters.of(filter, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "since"})
    void a_filter_that_names_an_image_that_does_not_exist_is_refused(String filter) {
        refused(EngineException.NotFound.class, "list images", () -> tags(Filters.of(filter, freshName())));
    }
}
