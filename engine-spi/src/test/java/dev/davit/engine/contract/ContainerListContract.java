package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.TransportProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of containers: which, in what order, how many, and what it says of each.
public abstract class ContainerListContract extends EngineContract {

    private List<String> names(ContainerQuery query) {
        return engine().containers().list(query).stream().map(ContainerSummary::name).toList();
    }

    /// All that pass, running or not.
    private List<String> names(Filters filters) {
        return names(ContainerQuery.everything().with(filters));
    }

    private ContainerSpec labelled(String key, String value) {
        return spec("true").with(spec -> spec.labels = Map.of(key, value));
    }

    private ContainerSummary only(ContainerRef container) {
        var query = ContainerQuery.everything().with(Filters.of("name", "^" + container + "$"));
        var found = engine().containers().list(query);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void a_running_container_is_listed() {
        assertThat(engine().containers().list(ContainerQuery.running())).anyMatch(item -> item.id().equals(id(standing())));
    }

    @Test
    void a_container_that_does_not_run_is_listed_only_when_all_are_asked_for() {
        var created = create("true");
        assertThat(names(ContainerQuery.running())).doesNotContain(created.text());
        assertThat(names(ContainerQuery.everything())).contains(created.text());
    }

    @Test
    void the_newest_comes_first() {
        String key = freshName();
        var first = create(labelled(key, "1"));
        var second = create(labelled(key, "2"));
        var third = create(labelled(key, "3"));
        assertThat(names(Filters.of("label", key))).containsExactly(third.text(), second.text(), first.text());
    }

    @Test
    void starting_does_not_change_the_order() {
        String key = freshName();
        var first = create(spec("sleep", "1000").with(spec -> spec.labels = Map.of(key, "1")));
        var second = create(labelled(key, "2"));
        engine().containers().start(first);
        assertThat(names(Filters.of("label", key))).containsExactly(second.text(), first.text());
    }

    @Test
    void the_limit_counts_what_passes_the_filters() {
        String key = freshName();
        create(labelled(key, "1"));
        var second = create(labelled(key, "2"));
        var third = create(labelled(key, "3"));
        create("true");
        var two = new ContainerQuery(false, OptionalInt.of(2), false, Filters.of("label", key));
        assertThat(names(two)).containsExactly(third.text(), second.text());
    }

    @Test
    void a_limit_asks_for_those_that_do_not_run_too() {
        var newest = create("true");
        assertThat(names(new ContainerQuery(false, OptionalInt.of(1), false, Filters.none()))).containsExactly(newest.text());
    }

    @Test
    void a_limit_beyond_what_there_is_lists_what_there_is() {
        String key = freshName();
        create(labelled(key, "1"));
        assertThat(names(new ContainerQuery(true, OptionalInt.of(1000), false, Filters.of("label", key)))).hasSize(1);
    }

    @Test
    void a_list_that_matches_nothing_is_empty() {
        assertThat(names(Filters.of("label", freshName()))).isEmpty();
    }

    @Test
    void a_filter_on_the_name_finds_a_part_of_it() {
        var container = create("true");
        assertThat(names(Filters.of("name", container.text().substring(1)))).containsExactly(container.text());
    }

    @Test
    void a_filter_on_the_name_is_a_regular_expression() {
        var container = create("true");
        assertThat(names(Filters.of("name", "^/?" + container + "$"))).containsExactly(container.text());
        assertThat(names(Filters.of("name", "^" + container.text().substring(1)))).isEmpty();
    }

    @Test
    void a_filter_on_the_id_finds_a_prefix_of_it() {
        var container = create("true");
        String prefix = id(container).abbreviated();
        assertThat(names(Filters.of("id", prefix))).containsExactly(container.text());
    }

    @Test
    void a_filter_on_a_label_finds_its_name_and_its_value() {
        String key = freshName();
        var red = create(labelled(key, "red"));
        var blue = create(labelled(key, "blue"));
        assertThat(names(Filters.of("label", key))).containsExactlyInAnyOrder(red.text(), blue.text());
        assertThat(names(Filters.of("label", key + "=red"))).containsExactly(red.text());
        assertThat(names(Filters.of("label", key + "=green"))).isEmpty();
    }

    @Test
    void two_labels_must_both_be_there() {
        String key = freshName();
        var both = create(spec("true").with(spec -> spec.labels = Map.of(key, "1", key + "-b", "2")));
        create(labelled(key, "1"));
        assertThat(names(Filters.of("label", key).and("label", key + "-b"))).containsExactly(both.text());
    }

    @Test
    void two_values_of_any_other_filter_are_alternatives() {
        var one = create("true");
        var other = create("true");
        var either = Filters.of("name", "^" + one + "$").and("name", "^" + other + "$");
        assertThat(names(either)).containsExactly(other.text(), one.text());
    }

    @Test
    void different_filters_must_all_hold() {
        String key = freshName();
        var one = create(labelled(key, "1"));
        create(labelled(key, "1"));
        assertThat(names(Filters.of("label", key).and("name", one.text() + "$"))).containsExactly(one.text());
    }

    @Test
    void a_filter_on_the_status_finds_those_in_it_and_lists_those_that_do_not_run() {
        String key = freshName();
        var created = create(labelled(key, "1"));
        var ended = runToEnd(labelled(key, "2"));
        var running = ContainerQuery.running();
        assertThat(names(running.with(Filters.of("label", key).and("status", "created")))).containsExactly(created.text());
        assertThat(names(running.with(Filters.of("label", key).and("status", "exited")))).containsExactly(ended.text());
        assertThat(names(running.with(Filters.of("label", key).and("status", "running")))).isEmpty();
    }

    @Test
    void a_filter_on_the_exit_code_finds_those_that_ended_so() {
        String key = freshName();
        create(labelled(key, "never ran"));
        var three = runToEnd(spec("sh", "-c", "exit 3").with(spec -> spec.labels = Map.of(key, "3")));
        var zero = runToEnd(labelled(key, "0"));
        assertThat(names(Filters.of("label", key).and("exited", "3"))).containsExactly(three.text());
        assertThat(names(Filters.of("label", key).and("exited", "0"))).containsExactly(zero.text());
    }

    @Test
    void filters_on_before_and_since_compare_the_times_of_creation() {
        String key = freshName();
        var first = create(labelled(key, "1"));
        var second = create(labelled(key, "2"));
        var third = create(labelled(key, "3"));
        assertThat(names(Filters.of("label", key).and("before", second.text()))).containsExactly(first.text());
        assertThat(names(Filters.of("label", key).and("since", second.text()))).containsExactly(third.text());
    }

    @Test
    void a_filter_on_the_ancestor_finds_containers_of_an_image() {
        var container = create("true");
        var mine = Filters.of("name", "^" + container + "$");
        assertThat(names(mine.and("ancestor", subject().busybox()))).containsExactly(container.text());
        assertThat(names(mine.and("ancestor", inspect(container).imageId()))).containsExactly(container.text());
        assertThat(names(mine.and("ancestor", addImage().text()))).isEmpty();
    }

    @Test
    void a_filter_on_the_network_finds_those_attached_to_it() {
        var container = create("true");
        var mine = Filters.of("name", "^" + container + "$");
        assertThat(names(mine.and("network", "none"))).containsExactly(container.text());
        assertThat(names(mine.and("network", "no-such-network"))).isEmpty();
    }

    @Test
    void a_filter_on_exposed_ports_finds_those_that_expose_one() {
        var port = new ContainerPort(4711, TransportProtocol.TCP);
        var container = run(spec("sleep", "1000").with(spec -> spec.network =
                NetworkSpec.none().with(network -> network.exposed = List.of(port))));
        var mine = Filters.of("name", "^" + container + "$");
        assertThat(names(mine.and("expose", "4711/tcp"))).containsExactly(container.text());
        assertThat(names(mine.and("expose", "4712/tcp"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no-such-filter, x", "status, no-such-status", "exited, abc", "health, no-such-health", "is-task, perhaps", "expose, abc"})
    void a_filter_that_cannot_be_is_refused(String filter, String value) {
        refused(EngineException.Invalid.class, "list containers", () -> names(Filters.of(filter, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "since"})
    void a_filter_that_names_a_container_that_does_not_exist_is_refused(String filter) {
        refused(EngineException.NotFound.class, "list containers", () -> names(Filters.of(filter, freshName())));
    }

    @Test
    void sizes_are_measured_only_when_asked_for() {
        var mine = Filters.of("name", "^" + create("true") + "$");
        var without = engine().containers().list(new ContainerQuery(true, OptionalInt.empty(), false, mine)).getFirst();
        var with = engine().containers().list(new ContainerQuery(true, OptionalInt.empty(), true, mine)).getFirst();
        assertThat(without.sizeRootFs()).isEmpty();
        assertThat(with.sizeRootFs().orElse(0)).isPositive();
    }

    @Test
    void an_item_tells_what_the_container_is_made_of() {
        var container = create(spec("echo", "a b").with(spec -> spec.labels = Map.of("color", "red")));
        var item = only(container);
        var details = inspect(container);
        assertThat(item.id()).isEqualTo(details.id());
        assertThat(item.names()).containsExactly(container.text());
        assertThat(item.image()).isEqualTo(subject().busybox());
        assertThat(item.imageId()).isEqualTo(details.imageId()).startsWith("sha256:");
        assertThat(item.command()).contains("echo").contains("a b");
        assertThat(item.labels()).containsEntry("color", "red");
        assertThat(Duration.between(item.created(), details.created()).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void an_item_tells_that_a_container_was_only_created() {
        var item = only(create("true"));
        assertThat(item.state()).isEqualTo(ContainerState.CREATED);
        assertThat(item.status()).isEqualTo("Created");
    }

    @Test
    void an_item_tells_how_long_a_container_has_been_up() {
        var item = only(new ContainerRef(inspect(standing()).name()));
        assertThat(item.state()).isEqualTo(ContainerState.RUNNING);
        assertThat(item.status()).startsWith("Up ");
    }

    @Test
    void an_item_tells_how_a_container_ended() {
        var item = only(runToEnd("sh", "-c", "exit 3"));
        assertThat(item.state()).isEqualTo(ContainerState.EXITED);
        assertThat(item.status()).startsWith("Exited (3) ").endsWith(" ago");
    }

    @Test
    @Needs(Feature.PAUSE)
    void an_item_tells_that_a_container_is_paused() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        var item = only(container);
        assertThat(item.state()).isEqualTo(ContainerState.PAUSED);
        assertThat(item.status()).startsWith("Up ").endsWith(" (Paused)");
    }

    @Test
    void an_item_tells_a_containers_network() {
        assertThat(only(create("true")).networks()).extracting(NetworkAttachment::network).containsExactly("none");
    }
}
