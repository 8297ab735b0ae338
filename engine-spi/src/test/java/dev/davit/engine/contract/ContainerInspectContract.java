package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.ImageRef;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One container in full: how it is found, what is told of it, and its document.
public abstract class ContainerInspectContract extends EngineContract {

    private JsonObject document(ContainerRef container) {
        return (JsonObject) Json.parse(inspect(container).document().json());
    }

    @Test
    void a_container_is_found_by_its_name() {
        var container = create("true");
        assertThat(inspect(container).name()).isEqualTo(container.text());
    }

    @Test
    void a_container_is_found_by_its_name_with_a_slash() {
        var container = create("true");
        assertThat(inspect(new ContainerRef("/" + container)).name()).isEqualTo(container.text());
    }

    @Test
    void a_container_is_found_by_its_id() {
        var container = create("true");
        assertThat(inspect(ContainerRef.of(id(container))).name()).isEqualTo(container.text());
    }

    @Test
    void a_container_is_found_by_a_prefix_of_its_id() {
        var container = create("true");
        assertThat(inspect(new ContainerRef(id(container).abbreviated())).name()).isEqualTo(container.text());
    }

    @Test
    void a_name_goes_before_a_prefix_of_an_id() {
        var one = create("true");
        var other = create(spec("true").named(id(one).abbreviated()));
        assertThat(inspect(other).id()).isNotEqualTo(id(one));
    }

    @Test
    void a_prefix_that_means_several_is_refused() {
        // Of seventeen ids two begin with the same digit.
        for (int i = 0; i < 17; i++) create("true");
        var digits = new HashSet<String>();
        String shared = engine().containers().list(ContainerQuery.everything()).stream()
                .map(item -> item.id().value().substring(0, 1))
                .filter(digit -> !digits.add(digit))
                .findFirst()
                .orElseThrow();
        refused(EngineException.Invalid.class, "inspect container " + shared, () -> inspect(new ContainerRef(shared)));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        String name = freshName();
        String sentence = refused(EngineException.NotFound.class, "inspect container " + name, () -> inspect(new ContainerRef(name)));
        assertThat(sentence).isEqualTo("cannot inspect container " + name + ": no such container: " + name);
    }

    @Test
    void the_image_is_told_as_it_was_named_and_by_its_id() {
        var details = inspect(create("true"));
        assertThat(details.image()).isEqualTo(subject().busybox());
        assertThat(details.imageId()).isEqualTo(engine().images().inspect(new ImageRef(subject().busybox())).id());
    }

    @Test
    void the_command_is_told_as_a_program_and_its_arguments() {
        var details = inspect(create("echo", "a b", ""));
        assertThat(details.path()).isEqualTo("echo");
        assertThat(details.arguments()).containsExactly("a b", "");
    }

    @Test
    void the_time_of_creation_is_told_to_less_than_a_second() {
        var before = inspect(create("true"));
        var after = inspect(create("true"));
        assertThat(after.created()).isAfter(before.created());
    }

    @Test
    void the_time_of_the_end_is_after_that_of_the_start() {
        // a container that ends at once may have ended before its engine took down that it had begun
        var container = run("sleep", "1000");
        engine().containers().kill(container, "KILL");
        awaitExit(container);
        var details = inspect(container);
        assertThat(details.finished().orElseThrow()).isAfterOrEqualTo(details.started().orElseThrow());
    }

    @Test
    void a_container_without_a_check_has_no_health() {
        assertThat(inspect(standing()).health()).isEmpty();
    }

    @Test
    void a_container_that_never_came_back_counts_no_restarts() {
        assertThat(inspect(standing()).restarts()).isZero();
    }

    @Test
    void a_container_killed_for_other_reasons_was_not_out_of_memory() {
        var container = run("sleep", "1000");
        engine().containers().kill(container, "");
        assertThat(inspect(container).outOfMemory()).isFalse();
    }

    @Test
    void labels_are_told_as_given() {
        var labels = Map.of("a", "1", "empty", "", "spaced", "b  c", "quoted", "\"x\"\\", "wide", "\u2693 \ud83d\udea2");
        var container = create(spec("true").with(spec -> spec.labels = labels));
        assertThat(inspect(container).labels()).containsAllEntriesOf(labels);
    }

    @Test
    void the_network_it_is_to_join_is_told() {
        assertThat(inspect(create("true")).networks()).extracting(NetworkAttachment::network).containsExactly("none");
    }

    @Test
    void the_document_is_dockers() {
        var container = create("echo", "hello");
        var document = document(container);
        assertThat(document.string("Id")).isEqualTo(id(container).value());
        assertThat(document.string("Name")).isEqualTo("/" + container);
        assertThat(document.string("Path")).isEqualTo("echo");
        assertThat(document.array("Args").strings()).containsExactly("hello");
        assertThat(document.object("State").string("Status")).isEqualTo("created");
        assertThat(document.object("Config").string("Image")).isEqualTo(subject().busybox());
        assertThat(document.object("HostConfig").string("NetworkMode")).isEqualTo("none");
    }

    @Test
    void the_document_follows_the_containers_state() {
        var state = document(runToEnd("sh", "-c", "exit 3")).object("State");
        assertThat(state.string("Status")).isEqualTo("exited");
        assertThat(state.flag("Running")).isFalse();
        assertThat(state.integer("ExitCode")).isEqualTo(3);
        assertThat(state.string("FinishedAt")).startsWith("2");
    }

    @Test
    void the_document_has_sizes_only_when_asked_for() {
        var container = create("true");
        assertThat(document(container).get("SizeRootFs")).isEmpty();
        var with = (JsonObject) Json.parse(engine().containers().inspect(container, true).document().json());
        assertThat(with.integer("SizeRootFs")).isPositive();
    }
}
