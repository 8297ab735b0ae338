package dev.davit.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.input.Input;
import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.keymap.Keymaps;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Kind;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Thing;
import dev.davit.console.store.ThingTable;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.system.StatsSample;
import dev.davit.operation.RemoveContainer;
import dev.davit.operation.StopContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Steps of the console, one by one: no engine, no terminal, no thread.
final class UpdateTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private AppState state = AppState.initial(new TerminalSize(80, 14), NOW, Keymap.DEFAULT, false);
    private final List<Effect> effects = new ArrayList<>();

    private static ContainerId id(String name) {
        return new ContainerId("id-of-" + name);
    }

    private static ContainerRow row(String name, ContainerState state, Instant since) {
        var summary = new ContainerSummary(
                id(name), List.of(name), "image", "", "", NOW, state, "", List.of(), Map.of(), List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty());
        return new ContainerRow(summary, name, state, 0, ContainerRow.Health.NONE, Optional.of(since));
    }

    private static Message table(String... names) {
        return new Message.Containers(ContainerTable.of(List.of(names).stream().map(name -> row(name, ContainerState.RUNNING, NOW)).toList()));
    }

    private static SampleTable.Figures figures(long second, double cpu, long memory) {
        var traffic = new StatsSample.Traffic(second * 1000, 0);
        return new SampleTable.Figures(
                NOW.plusSeconds(second), OptionalDouble.of(cpu), 4, new StatsSample.Memory(memory, 1 << 30), traffic, traffic, 1);
    }

    private static Message newest(String name, SampleTable.Figures figures) {
        return new Message.Figures(new SampleTable.Snapshot(Map.of(id(name), figures)));
    }

    private UpdateTest tell(Message message) {
        var next = Update.step(state, message);
        state = next.state();
        effects.addAll(next.effects());
        return this;
    }

    private UpdateTest press(String... keys) {
        for (String key : keys) tell(new Message.Typed(new Input.Press(new Key(key))));
        return this;
    }

    private UpdateTest connected() {
        return tell(new Message.Engine(new Connection.Connected("docker", "Engine 1", true, "localhost")));
    }

    private String selected() {
        return state.selected().map(ContainerRow::name).orElse("");
    }

    private List<String> marked() {
        return state.list().view().marked().stream().map(id -> id.value().substring("id-of-".length())).toList();
    }

    /// What was asked for first.
    private Round round() {
        return effects(Effect.Run.class).getFirst().round();
    }

    private Round.Tally end(Round round, int job, Round.Tally before) {
        var tally = new Round.Tally(before.ended() + 1, before.failures());
        tell(new Message.Ended(round, round.jobs().get(job), tally));
        return tally;
    }

    private Round.Tally fail(Round round, int job, Round.Tally before, String sentence) {
        var failures = new ArrayList<>(before.failures());
        failures.add(new Round.Failure(round.jobs().get(job), sentence));
        return end(round, job, new Round.Tally(before.ended(), failures));
    }

    private <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void the_cursor_stays_on_its_container_whatever_comes_and_goes() {
        tell(table("b", "d", "f")).press("j");
        assertThat(selected()).isEqualTo("d");
        tell(table("a", "b", "c", "d", "e", "f"));
        assertThat(selected()).isEqualTo("d");
        tell(table("d"));
        assertThat(selected()).isEqualTo("d");
    }

    @Test
    void an_empty_list_has_no_row_to_go_to() {
        for (String tableOf : List.of("1", "4")) {
            press(tableOf, "G", "g", "end", "home", "pgdn", "pgup", "j", "k");
            assertThat(selected()).isEmpty();
        }
        tell(table("a")).press("1", "G");
        assertThat(selected()).isEqualTo("a");
    }

    @Test
    void when_its_container_goes_the_cursor_is_on_the_neighbour() {
        tell(table("a", "b", "c")).press("j");
        tell(table("a", "c"));
        assertThat(selected()).isEqualTo("c");
        tell(table("a"));
        assertThat(selected()).isEqualTo("a");
        tell(table());
        assertThat(state.selected()).isEmpty();
    }

    @Test
    void a_key_of_the_users_own_runs_his_command_on_what_is_meant() {
        var top = new UserCommand(Scope.CONTAINERS, Keystrokes.of(new Key("s")), "processes", "top {name}", false);
        var kill = new UserCommand(Scope.CONTAINERS, Keystrokes.of(new Key("K")), "kill", "kill -s KILL {id}", true);
        state = AppState.initial(new TerminalSize(80, 14), NOW, Keymap.DEFAULT.running(List.of(top, kill)), false);
        press("s");
        assertThat(state.notice().orElseThrow().text()).isEqualTo("there is nothing to do that to");
        tell(table("db", "web")).press("s");
        assertThat(effects(Effect.Capture.class).getFirst().words()).containsExactly("top", "db");
        press("q", "*", "K");
        assertThat(state.top()).isInstanceOfSatisfying(Screen.Prompt.class, prompt -> assertThat(prompt.line().text()).isEqualTo("kill -s KILL id-of-db id-of-web"));
        assertThat(effects(Effect.Run.class)).isEmpty();
    }

    @Test
    void rows_are_filtered_by_letters_and_labels() {
        var labelled = new ContainerRow(
                new ContainerSummary(
                        id("shop-web"), List.of("shop-web"), "image", "", "", NOW, ContainerState.RUNNING, "", List.of(), Map.of("tier", "Front"), List.of(), List.of(),
                        OptionalLong.empty(), OptionalLong.empty()),
                "shop-web", ContainerState.RUNNING, 0, ContainerRow.Health.NONE, Optional.of(NOW));
        tell(new Message.Containers(ContainerTable.of(List.of(labelled, row("shop-db", ContainerState.RUNNING, NOW), row("cache", ContainerState.RUNNING, NOW)))));
        assertThat(shown("~spw")).containsExactly("shop-web");
        assertThat(shown("-f sd")).containsExactly("shop-db");
        assertThat(shown("!~sp")).containsExactly("cache");
        assertThat(shown("-l tier")).containsExactly("shop-web");
        assertThat(shown("-l TIER=front")).containsExactly("shop-web");
        assertThat(shown("-l tier=back")).isEmpty();
        assertThat(shown("!-l tier")).containsExactly("cache", "shop-db");
        assertThat(shown("~")).hasSize(3);
    }

    private List<String> shown(String filter) {
        state = Stack.filtered(state, filter);
        return state.rows().stream().map(ContainerRow::name).toList();
    }

    @Test
    void a_key_makes_an_operation_that_means_exactly_this_container() {
        tell(table("web")).press("s");
        var job = round().jobs().getFirst();
        assertThat(job.operation()).isEqualTo(new StopContainer(ContainerRef.of(id("web")), StopOptions.DEFAULT));
        assertThat(job.command()).isEqualTo("stop web");
        assertThat(state.busy()).containsEntry(id("web").value(), "stopping web");
    }

    @Test
    void one_thing_at_a_time_is_done_to_a_container() {
        tell(table("web")).press("s", "s", "r");
        assertThat(effects(Effect.Run.class)).hasSize(1);
        assertThat(state.notice()).contains(Notice.problem("already stopping web"));
        end(round(), 0, Round.Tally.NONE);
        assertThat(state.busy()).isEmpty();
        assertThat(state.notice()).contains(Notice.done("stopped web", "stop web"));
    }

    @Test
    void nothing_dangerous_happens_without_a_yes() {
        tell(table("web")).press("d");
        assertThat(state.top()).isInstanceOf(Screen.Confirm.class);
        press("enter", "d", "s", "space", "n");
        assertThat(effects(Effect.Run.class)).isEmpty();
        press("d", "y");
        assertThat(effects(Effect.Run.class)).hasSize(1);
        assertThat(round().jobs()).extracting(Job::operation)
                .containsExactly(new RemoveContainer(ContainerRef.of(id("web")), RemoveOptions.FORCE));
    }

    @Test
    void a_question_means_its_container_although_the_list_moves_below() {
        tell(table("b")).press("d");
        tell(table("a", "b"));
        tell(table("a"));
        press("y");
        assertThat(round().jobs().getFirst().subject()).isEqualTo(id("b").value());
    }

    @Test
    void the_sentence_of_a_failure_has_the_name_in_place_of_the_id() {
        tell(table("web")).press("s");
        fail(round(), 0, Round.Tally.NONE, "cannot stop container id-of-web: no");
        assertThat(state.notice()).contains(Notice.problem("cannot stop container web: no"));
    }

    @Test
    void what_is_marked_is_meant_and_the_rest_is_not() {
        tell(table("a", "b", "c", "d")).press("space", "j", "space", "s");
        assertThat(round().jobs()).extracting(Job::name).containsExactly("a", "c");
        assertThat(round().command()).isEqualTo("stop a c");
        assertThat(state.busy()).containsKeys(id("a").value(), id("c").value()).doesNotContainKeys(id("b").value(), id("d").value());
        assertThat(state.notice()).contains(Notice.working("stopping 2 containers", "stop a c"));
    }

    @Test
    void a_mark_is_taken_back_by_its_key_and_all_by_esc() {
        tell(table("a", "b", "c")).press("space", "space");
        assertThat(marked()).containsExactly("a", "b");
        press("g", "space");
        assertThat(marked()).containsExactly("b");
        press("esc");
        assertThat(marked()).isEmpty();
    }

    @Test
    void a_range_reaches_from_the_last_mark_whichever_way() {
        tell(table("a", "b", "c", "d", "e")).press("j", "space", "G", "M");
        assertThat(marked()).containsExactlyInAnyOrder("b", "c", "d", "e");
        press("esc", "j", "j", "space", "g", "M");
        assertThat(marked()).hasSize(5);
        press("esc", "M");
        assertThat(marked()).containsExactly("a");
    }

    @Test
    void all_rows_that_a_filter_shows_are_marked_and_what_is_not_shown_is_never_meant() {
        tell(table("db-1", "db-2", "web")).press("/", "d", "b", "enter", "*");
        assertThat(marked()).containsExactly("db-1", "db-2");
        press("/", "-", "1", "enter");
        assertThat(marked()).containsExactly("db-1");
        press("*");
        assertThat(marked()).isEmpty();
    }

    private List<String> names() {
        return state.rows().stream().map(ContainerRow::name).toList();
    }

    @Test
    void rows_are_ordered_by_one_column_after_the_other_and_the_cursor_stays_on_its_container() {
        tell(new Message.Containers(ContainerTable.of(List.of(
                row("b", ContainerState.RUNNING, NOW), row("c", ContainerState.RUNNING, NOW.plusSeconds(5)), row("a", ContainerState.RUNNING, NOW.plusSeconds(9))))));
        var given = names();
        press("g", "o");
        String first = selected();
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(state.notice()).contains(Notice.done("ordered by name"));
        press("O");
        assertThat(names()).containsExactly("c", "b", "a");
        assertThat(selected()).isEqualTo(first);
        press("o", "o", "o");
        assertThat(state.list().order().column()).contains(Order.Column.AGE);
        assertThat(names()).containsExactly("a", "c", "b");
        press("o", "o", "o", "o", "o");
        assertThat(state.list().order()).isEqualTo(Order.GIVEN);
        assertThat(names()).isEqualTo(given);
    }

    private static ImageSummary summary(String name, long size) {
        return new ImageSummary("sha256:" + name, "", List.of(name), List.of(), NOW, size, -1, Map.of(), -1);
    }

    private List<String> images() {
        return state.things().map(things -> state.rows(things).stream().map(Thing::name).toList()).orElse(List.of());
    }

    @Test
    void other_tables_have_orders_of_their_own_and_cursor_and_marks_stay_on_their_things() {
        tell(table("b", "a")).press("2");
        tell(new Message.Things(Kind.IMAGES, ThingTable.ofImages(List.of(summary("small", 10), summary("large", 3000), summary("middle", 200)))));
        assertThat(images()).containsExactly("large", "middle", "small");
        press("j", "space", "g", "o", "o", "o");
        assertThat(state.notice()).contains(Notice.done("ordered by size"));
        assertThat(images()).containsExactly("large", "middle", "small");
        press("O");
        assertThat(state.notice()).contains(Notice.done("ordered by size, the least first"));
        assertThat(images()).containsExactly("small", "middle", "large");
        assertThat(state.selectedThing().map(Thing::name)).contains("large");
        assertThat(state.marks()).isEqualTo(1);
        tell(new Message.Titled(Order.Column.NAME));
        assertThat(images()).containsExactly("large", "middle", "small");
        tell(new Message.Titled(Order.Column.SIZE)).tell(new Message.Titled(Order.Column.SIZE)).press("1");
        assertThat(state.list().order()).isEqualTo(Order.GIVEN);
        press("4");
        assertThat(state.order()).isEqualTo(Order.GIVEN);
        press("2");
        assertThat(images()).containsExactly("small", "middle", "large");
    }

    @Test
    void columns_are_chosen_one_by_one_and_what_is_not_shown_orders_nothing() {
        tell(table("b", "a")).press("o", "o", "|", "enter");
        assertThat(state.notice()).contains(Notice.problem("names are always shown"));
        press("j", "enter", "j");
        assertThat(state.arrangement().columns()).startsWith(Order.Column.NAME, Order.Column.ID, Order.Column.IMAGE, Order.Column.STATE);
        assertThat(state.order()).isEqualTo(new Order(Optional.of(Order.Column.IMAGE), false));
        press("enter");
        assertThat(state.arrangement().columns()).startsWith(Order.Column.NAME, Order.Column.ID, Order.Column.STATE);
        assertThat(state.order()).isEqualTo(Order.GIVEN);
        press("enter", "esc", "o", "o", "o");
        assertThat(state.order().column()).contains(Order.Column.IMAGE);
    }

    @Test
    void what_is_arranged_is_kept_for_the_engine_that_it_was_arranged_for() {
        tell(table("b", "a")).press("o");
        assertThat(effects(Effect.Keep.class)).isEmpty();
        connected();
        assertThat(effects(Effect.Recall.class)).containsExactly(new Effect.Recall("docker"));
        var kept = Arrangement.START.of("docker").showingAll(false);
        tell(new Message.Recalled(kept));
        assertThat(state.arrangement()).isEqualTo(kept.ordered(state.order())).isNotEqualTo(kept);
        assertThat(effects(Effect.Keep.class)).containsExactly(new Effect.Keep(state.arrangement()));
        press("a");
        assertThat(effects(Effect.Keep.class)).last().isEqualTo(new Effect.Keep(state.arrangement()));
        int before = effects.size();
        press("j", "2", "1").connected();
        assertThat(effects.subList(before, effects.size())).noneMatch(effect -> effect instanceof Effect.Keep || effect instanceof Effect.Recall);
        tell(new Message.Turned("other"));
        assertThat(state.arrangement()).isEqualTo(Arrangement.START);
        tell(new Message.Recalled(kept)).tell(new Message.Engine(new Connection.Connected("context other", "Engine 1", true, "localhost")));
        assertThat(effects(Effect.Recall.class)).last().isEqualTo(new Effect.Recall("context other"));
        assertThat(state.arrangement()).isEqualTo(Arrangement.START.of("context other"));
        assertThat(effects(Effect.Keep.class)).hasSize(2);
    }

    @Test
    void an_order_by_figures_reads_them_of_all_that_run() {
        var names = IntStream.range(0, 30).mapToObj(i -> String.format("c%02d", i)).toArray(String[]::new);
        connected().tell(table(names)).press("o", "o", "o", "o");
        assertThat(effects(Effect.Watch.class).getLast().containers()).hasSize(10);
        press("o");
        assertThat(effects(Effect.Watch.class).getLast().containers()).hasSize(30);
        tell(new Message.Figures(new SampleTable.Snapshot(Map.of(
                id("c07"), figures(0, 50, 10), id("c03"), figures(0, 90, 5)))));
        assertThat(names().subList(0, 2)).containsExactly("c03", "c07");
        press("o");
        assertThat(names().subList(0, 2)).containsExactly("c07", "c03");
        press("enter");
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEmpty();
    }

    @Test
    void a_mark_goes_with_its_row() {
        tell(table("a", "b")).press("*");
        tell(table("b", "c"));
        assertThat(marked()).containsExactly("b");
    }

    @Test
    void what_cannot_be_done_to_one_is_done_to_the_others() {
        tell(new Message.Containers(ContainerTable.of(List.of(row("off", ContainerState.EXITED, NOW), row("on", ContainerState.RUNNING, NOW)))));
        press("*", "s");
        assertThat(round().jobs()).extracting(Job::name).containsExactly("on");
        end(round(), 0, Round.Tally.NONE);
        press("S");
        assertThat(effects(Effect.Run.class).getLast().round().jobs()).extracting(Job::name).containsExactly("off");
    }

    @Test
    void removing_what_is_marked_asks_once_with_all_names() {
        tell(table("a", "b", "c")).press("*", "d");
        assertThat(state.top()).isInstanceOfSatisfying(Screen.Confirm.class, confirm -> {
            assertThat(confirm.question()).isEqualTo("Remove 3 containers?");
            assertThat(confirm.losses()).contains("a, b, c.", "Running, and will be killed: a, b, c.");
            assertThat(confirm.round().command()).isEqualTo("rm -f a b c");
        });
        press("y");
        assertThat(round().jobs()).hasSize(3);
    }

    @Test
    void the_end_of_several_says_how_many_failed_and_all_reasons_can_be_read() {
        tell(table("a", "b", "c")).press("E");
        assertThat(state.notice()).contains(Notice.problem("nothing failed among several so far"));
        press("*", "s");
        var tally = end(round(), 0, Round.Tally.NONE);
        assertThat(state.notice()).contains(Notice.working("stopping 3 containers, 1 done", "stop a b c"));
        tally = fail(round(), 1, tally, "cannot stop container id-of-b: no");
        fail(round(), 2, tally, "cannot stop container id-of-c: never");
        assertThat(state.notice()).contains(Notice.problem("stopped 1 of 3 containers; cannot stop container b: no and 1 more"));
        assertThat(state.busy()).isEmpty();
        press("E");
        assertThat(HelpLines.ofFailures(state)).containsExactly("cannot stop container b: no", "cannot stop container c: never");
        press("esc");
        assertThat(state.top()).isInstanceOf(Screen.Containers.class);
    }

    @Test
    void figures_are_read_of_the_rows_that_somebody_sees() {
        var names = IntStream.range(0, 100).mapToObj(i -> String.format("c%02d", i)).toArray(String[]::new);
        connected().tell(table(names));
        assertThat(effects(Effect.Watch.class).getLast().containers()).hasSize(10).contains(id("c00"), id("c09"));
        press("G");
        assertThat(effects(Effect.Watch.class).getLast().containers()).hasSize(10).contains(id("c99"), id("c90"));
        press("enter");
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEmpty();
        press("esc");
        assertThat(effects(Effect.Watch.class).getLast().containers()).contains(id("c99"));
        tell(new Message.Engine(new Connection.Lost("gone", List.of())));
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEmpty();
    }

    @Test
    void those_that_do_not_run_have_no_figures() {
        connected().tell(new Message.Containers(ContainerTable.of(List.of(
                row("a", ContainerState.EXITED, NOW), row("b", ContainerState.PAUSED, NOW), row("c", ContainerState.RUNNING, NOW)))));
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEqualTo(Set.of(id("b"), id("c")));
    }

    @Test
    void one_containers_figures_alone_are_read_while_its_screen_is_open_and_kept_no_longer() {
        connected().tell(table("a", "b", "c")).press("j").tell(newest("b", figures(1, 10, 1))).press("v");
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEqualTo(Set.of(id("b")));
        tell(newest("b", figures(2, 20, 1))).tell(newest("b", figures(2, 20, 1))).tell(newest("a", figures(3, 70, 1)));
        assertThat(stats().history().figures()).containsExactly(figures(1, 10, 1), figures(2, 20, 1));
        int asked = effects(Effect.Watch.class).size();
        press("?");
        assertThat(effects(Effect.Watch.class)).hasSize(asked);
        press("esc", "J");
        tell(new Message.Containers(ContainerTable.of(List.of(row("b", ContainerState.EXITED, NOW)))));
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEmpty();
        tell(table("a", "b"));
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEqualTo(Set.of(id("b")));
        press("esc");
        assertThat(effects(Effect.Watch.class).getLast().containers()).isEqualTo(Set.of(id("a"), id("b")));
        press("v");
        assertThat(stats().history().figures()).isEmpty();
    }

    @Test
    void figures_of_what_does_not_run_are_refused() {
        tell(new Message.Containers(ContainerTable.of(List.of(row("web", ContainerState.EXITED, NOW))))).press("v");
        assertThat(state.notice()).contains(Notice.problem("web does not run: S starts it"));
    }

    @Test
    void the_unit_of_cpu_is_one_for_the_table_and_for_one_containers_figures() {
        connected().tell(table("web")).press("%");
        assertThat(state.notice()).contains(Notice.done("CPU in percent of all cores"));
        press("v", "%");
        assertThat(state.list().unit()).isEqualTo(CpuUnit.CORE);
        press("%", "esc");
        assertThat(state.list().unit()).isEqualTo(CpuUnit.ALL);
    }

    @Test
    void series_without_room_are_reached_by_moving_and_columns_stand_for_more_or_less() {
        connected().tell(new Message.Resized(new TerminalSize(40, 10))).tell(table("web")).press("v", "j", "j", "j");
        assertThat(stats().top()).isEqualTo(1);
        press("-", "-", "+", "-");
        assertThat(stats().zoom().each()).isEqualTo(4);
        tell(new Message.Resized(new TerminalSize(80, 24)));
        assertThat(stats().top()).isZero();
    }

    private Screen.Stats stats() {
        return (Screen.Stats) state.ground();
    }

    @Test
    void moving_by_pages_keeps_within_the_list() {
        var names = IntStream.range(0, 30).mapToObj(i -> String.format("c%02d", i)).toArray(String[]::new);
        tell(table(names)).press("pgdn");
        assertThat(selected()).isEqualTo("c09");
        press("pgdn", "pgdn", "pgdn", "pgdn");
        assertThat(selected()).isEqualTo("c29");
        assertThat(state.list().view().top()).isEqualTo(20);
        press("g");
        assertThat(selected()).isEqualTo("c00");
        press("k");
        assertThat(selected()).isEqualTo("c00");
        tell(new Message.Resized(new TerminalSize(80, 200)));
        assertThat(state.list().view().top()).isZero();
    }

    private UpdateTest click(int column, int row) {
        return tell(new Message.Typed(new Input.Click(column, row)));
    }

    private UpdateTest wheel(boolean down) {
        return tell(new Message.Typed(new Input.Wheel(down)));
    }

    @Test
    void the_wheel_moves_the_list_and_the_cursor_only_where_it_must() {
        wheel(true);
        var names = IntStream.range(0, 30).mapToObj(i -> String.format("c%02d", i)).toArray(String[]::new);
        tell(table(names)).press("j", "j", "j", "space");
        wheel(true);
        assertThat(state.list().view().top()).isEqualTo(3);
        assertThat(selected()).isEqualTo("c04");
        wheel(true);
        assertThat(selected()).isEqualTo("c06");
        for (int i = 0; i < 20; i++) wheel(true);
        assertThat(state.list().view().top()).isEqualTo(20);
        assertThat(selected()).isEqualTo("c20");
        for (int i = 0; i < 20; i++) wheel(false);
        assertThat(state.list().view().top()).isZero();
        assertThat(selected()).isEqualTo("c09");
        assertThat(marked()).containsExactly("c03");
        tell(table("a", "b")).wheel(true);
        assertThat(selected()).isEqualTo("b");
    }

    @Test
    void a_click_selects_the_row_that_it_is_on_and_nothing_below_the_last() {
        tell(table("a", "b", "c"));
        click(5, 2 + 1);
        assertThat(selected()).isEqualTo("b");
        for (int row : new int[] {0, 5, 11, 12, 13, 500}) click(5, row);
        assertThat(selected()).isEqualTo("b");
        assertThat(effects(Effect.Point.class)).isEmpty();
        press("d");
        click(5, 2);
        press("n");
        assertThat(selected()).isEqualTo("b");
    }

    @Test
    void a_clicked_title_orders_and_turns_round_when_it_is_clicked_again() {
        tell(table("b", "a"));
        click(40, 1);
        assertThat(effects(Effect.Point.class)).containsExactly(new Effect.Point(40));
        tell(new Message.Titled(Order.Column.NAME));
        assertThat(names()).containsExactly("a", "b");
        tell(new Message.Titled(Order.Column.NAME));
        assertThat(names()).containsExactly("b", "a");
        tell(new Message.Titled(Order.Column.IMAGE));
        assertThat(state.list().order()).isEqualTo(new Order(Optional.of(Order.Column.IMAGE), false));
    }

    @Test
    void a_log_holds_on_to_its_end_until_one_moves_up() {
        tell(table("web")).press("enter");
        var source = ((Screen.Text) state.top()).lines().source();
        tell(new Message.Lines(source, new Extent(0, 100, false)));
        assertThat(((Screen.Text) state.top()).lines().view().top()).isEqualTo(90);
        press("k");
        tell(new Message.Lines(source, new Extent(0, 200, false)));
        assertThat(((Screen.Text) state.top()).lines().view()).isEqualTo(new TextView(89, 0, false));
        tell(new Message.Lines(source, new Extent(150, 300, false)));
        assertThat(((Screen.Text) state.top()).lines().view().top()).isEqualTo(150);
        press("G");
        assertThat(((Screen.Text) state.top()).lines().view()).isEqualTo(new TextView(290, 0, true));
        press("q");
        assertThat(effects(Effect.Drop.class)).containsExactly(new Effect.Drop(source));
    }

    @Test
    void commands_that_talk_with_the_user_get_the_terminal_and_others_are_captured() {
        tell(table("web"));
        type("exec -it web sh");
        type("run --rm -ti busybox");
        assertThat(effects(Effect.Suspend.class)).hasSize(2);
        type("docker run -d -t busybox");
        type("davit ps -a");
        assertThat(effects(Effect.Capture.class)).extracting(Effect.Capture::words)
                .containsExactly(List.of("run", "-d", "-t", "busybox"), List.of("ps", "-a"));
        type("q");
        assertThat(effects(Effect.Quit.class)).hasSize(1);
    }

    @Test
    void a_command_of_the_system_gets_the_terminal_and_how_it_ended_is_told_and_kept() {
        tell(table("web"));
        type(" ! cd /tmp && ls 'a");
        assertThat(effects(Effect.SuspendForSystem.class)).containsExactly(new Effect.SuspendForSystem("cd /tmp && ls 'a"));
        assertThat(effects(Effect.Capture.class)).isEmpty();
        tell(new Message.Returned(3, ""));
        assertThat(state.notice()).contains(new Notice(Notice.Kind.PROBLEM, "exit 3", Optional.of("!cd /tmp && ls 'a")));
        assertThat(state.past().deeds().getFirst()).extracting(Past.Deed::command, Past.Deed::result).containsExactly("!cd /tmp && ls 'a", "exit 3");
        type("!ls");
        tell(new Message.Returned(0, ""));
        assertThat(state.notice()).contains(new Notice(Notice.Kind.DONE, "exit 0", Optional.of("!ls")));
        type("exec -it web sh");
        tell(new Message.Returned(0, ""));
        assertThat(state.notice()).isEmpty();
        type("!");
        assertThat(state.notice().orElseThrow().text()).isEqualTo("! runs a command of the system: !ls");
        assertThat(effects(Effect.SuspendForSystem.class)).hasSize(2);
    }

    @Test
    void a_command_of_the_system_is_refused_where_nothing_may_be_changed() {
        state = AppState.initial(new TerminalSize(80, 14), NOW, Keymap.DEFAULT.running(List.of(
                new UserCommand(Scope.CONTAINERS, Keystrokes.of(new Key("K")), "touch", "!touch {name}", false))), true);
        tell(table("web"));
        type("!touch x");
        assertThat(state.notice().orElseThrow().text()).isEqualTo("davit is read-only: !touch x may change something");
        press("K");
        assertThat(state.notice().orElseThrow().text()).isEqualTo("davit is read-only: !touch web may change something");
        assertThat(effects(Effect.SuspendForSystem.class)).isEmpty();
    }

    @Test
    void a_command_of_the_system_on_a_key_is_given_names_that_sh_does_not_obey() {
        state = AppState.initial(new TerminalSize(80, 14), NOW, Keymap.DEFAULT.running(List.of(
                new UserCommand(Scope.CONTAINERS, Keystrokes.of(new Key("K")), "scan", "!scan {name}", false),
                new UserCommand(Scope.CONTAINERS, Keystrokes.of(new Key("L")), "ask", "!sh -c 'scan {name}'", true))), false);
        tell(table("web"));
        press("K");
        tell(table("$(touch x)"));
        press("g", "K");
        assertThat(effects(Effect.SuspendForSystem.class)).extracting(Effect.SuspendForSystem::command)
                .containsExactly("scan web", "set -- '$(touch x)'; scan \"$@\"");
        press("L");
        assertThat(state.notice().orElseThrow().text()).contains("needs quotes of its own");
        assertThat(state.top()).isInstanceOf(Screen.Containers.class);
    }

    @Test
    void what_a_command_of_the_system_can_go_on_with_is_files() {
        tell(table("web"));
        press(":").tell(new Message.Typed(new Input.Paste("!cat no")));
        press("tab");
        assertThat(effects(Effect.ListFiles.class)).containsExactly(new Effect.ListFiles("!cat no", "no"));
        tell(new Message.Files("!cat no", List.of("notes.txt")));
        assertThat(((Screen.Prompt) state.top()).line().text()).isEqualTo("!cat notes.txt ");
        press("esc", ":").tell(new Message.Typed(new Input.Paste("!./no")));
        press("tab");
        assertThat(effects(Effect.ListFiles.class).getLast()).isEqualTo(new Effect.ListFiles("!./no", "./no"));
    }

    @Test
    void a_sequence_is_begun_and_ended_or_dropped_with_a_sentence() {
        state = AppState.initial(new TerminalSize(80, 14), NOW, Keymaps.shipped("vim"), false);
        tell(table("web", "db", "zoo"));
        press("G").press("g");
        assertThat(state.begun()).isEqualTo(Keystrokes.of(new Key("g")));
        assertThat(selected()).isEqualTo("zoo");
        press("g");
        assertThat(selected()).isEqualTo("db");
        assertThat(state.begun()).isEqualTo(Keystrokes.NONE);
        press("g", "esc");
        assertThat(state.notice()).contains(Notice.done("nothing was done: esc dropped what was begun"));
        press("g", "q");
        assertThat(state.notice()).contains(Notice.problem("g q does nothing here"));
        assertThat(effects(Effect.Quit.class)).isEmpty();
        press("Z", "Z");
        assertThat(effects(Effect.Quit.class)).hasSize(1);
        assertThat(state.begun()).isEqualTo(Keystrokes.NONE);
    }

    @Test
    void what_was_begun_ends_with_the_screen_or_with_what_is_no_key() {
        state = AppState.initial(new TerminalSize(80, 14), NOW, Keymaps.shipped("vim"), false);
        tell(table("web"));
        press("g").tell(new Message.Typed(new Input.Paste("g")));
        assertThat(state.begun()).isEqualTo(Keystrokes.NONE);
        press("g").tell(new Message.Typed(new Input.Wheel(true)));
        assertThat(state.begun()).isEqualTo(Keystrokes.NONE);
        press("g").tell(table("web", "db"));
        assertThat(state.begun()).isEqualTo(Keystrokes.of(new Key("g")));
        tell(new Message.Engines(List.of(new Message.Engines.Named("other", "unix:///s", ""))));
        assertThat(state.begun()).isEqualTo(Keystrokes.NONE);
    }

    @Test
    void lines_of_other_days_are_recalled_behind_those_of_today_and_all_are_kept_first_thing() {
        type(" ps");
        type("version");
        tell(new Message.Kept(List.of("images", "version", "ps")));
        assertThat(state.past().typed()).containsExactly("version", "ps", "images");
        type("q");
        type(" ");
        assertThat(effects(Effect.KeepLine.class)).extracting(Effect.KeepLine::line).containsExactly(" ps", "version", "q");
        assertThat(effects(Effect.class)).containsSubsequence(new Effect.KeepLine("q"), new Effect.Quit());
    }

    private void type(String line) {
        press(":");
        tell(new Message.Typed(new Input.Paste(line)));
        press("enter");
    }

    @Test
    void ages_say_when_they_change() {
        assertThat(Ages.text(NOW, NOW.plusSeconds(59))).isEqualTo("59s");
        assertThat(Ages.text(NOW, NOW.plusSeconds(61))).isEqualTo("1m");
        assertThat(Ages.text(NOW, NOW.plusSeconds(47 * 3600))).isEqualTo("47h");
        assertThat(Ages.text(NOW, NOW.plusSeconds(48 * 3600))).isEqualTo("2d");
        assertThat(Ages.text(NOW, NOW.minusSeconds(5))).isEqualTo("0s");
        tell(new Message.Containers(ContainerTable.of(List.of(
                row("old", ContainerState.RUNNING, NOW.minusSeconds(7200)), row("young", ContainerState.RUNNING, NOW.minusSeconds(100))))));
        assertThat(Ages.nextChange(state)).contains(NOW.plusSeconds(20));
        press("enter");
        assertThat(Ages.nextChange(state)).isEmpty();
    }

    @Test
    void a_line_is_edited_as_readline_does() {
        var line = LineEditor.EMPTY.insert("ps -a 🐳");
        for (String key : List.of("backspace", "ctrl-w", "left", "x", "ctrl-a", "delete", "ctrl-e")) line = line.press(new Key(key));
        assertThat(line).isEqualTo(new LineEditor("sx ", 3));
        assertThat(line.press(new Key("ctrl-u"))).isEqualTo(LineEditor.EMPTY);
        assertThat(LineEditor.EMPTY.insert("one\ntwo").text()).isEqualTo("one");
    }

    @Test
    void every_action_has_a_key_where_it_can_be_done() {
        for (var action : Action.values()) {
            assertThat(Keymap.DEFAULT.keys(action.scope(), action)).as(action.actionName()).isNotEmpty();
            assertThat(action.help()).as(action.actionName()).isNotEmpty();
        }
    }
}
