package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.EngineChoice;
import dev.davit.cli.EngineDoor;
import dev.davit.cli.EngineTarget;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineProvider;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feature;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TransportProtocol;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.Event;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.testing.Await;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The console on an engine in memory and a terminal without a tty.
@Timeout(60)
final class ConsoleTest {
    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);

    ConsoleTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
    }

    /// Runs a container that is given no time to end.
    private void hasty(String name) {
        var spec = ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "1000").named(name).with(draft ->
                draft.lifecycle = draft.lifecycle.with(lifecycle -> lifecycle.stopTimeout = OptionalInt.of(0)));
        engine.containers().start(ContainerRef.of(engine.containers().create(spec).id()));
    }

    private Sitting sit() {
        return new Sitting(engine, 120, 20);
    }

    @Test
    void a_change_outside_shows_by_its_event() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            engine.scenario().end(web, 7);
            sitting.see("web", "exited 7");
            engine.containers().start(ContainerRef.of(web));
            sitting.see("web", "running");
            engine.containers().pause(ContainerRef.of(web));
            sitting.see("web", "paused");
            engine.containers().rename(ContainerRef.of(web), "site");
            sitting.see("site", "paused").seeNot("web");
            engine.run("other", "sleep", "1000");
            sitting.see("other", "running");
        }
    }

    @Test
    void keys_stop_start_pause_and_restart_what_is_selected_and_say_the_command() throws Exception {
        hasty("web");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("s").see("web", "exited").see("stopped web").see("davit stop web");
            sitting.type("S").see("web", "running").see("davit start web");
            sitting.type("p").see("web", "paused").see("davit pause web");
            sitting.type("p").see("web", "running").see("davit unpause web");
            sitting.type("r").see("restarted web").see("davit restart web");
        }
    }

    @Test
    void a_key_means_all_that_are_marked() throws Exception {
        for (String name : List.of("one", "two", "web")) hasty(name);
        try (var sitting = sit().see("web", "running")) {
            sitting.type("space space s").see("one", "exited").see("two", "exited").see("stopped 2 containers").see("davit stop one two");
            sitting.see("web", "running").type("S").see("one", "running").see("started 2 containers");
            sitting.type("* d").see("Remove 3 containers?").type("y").see("No containers.").see("removed 3 containers");
            assertThat(engine.containers().list(ContainerQuery.everything())).isEmpty();
        }
    }

    @Test
    void a_failure_among_several_is_told_and_the_others_are_done() throws Exception {
        for (String name : List.of("one", "two")) hasty(name);
        try (var sitting = sit().see("two", "running")) {
            engine.failNext("stop", new EngineException.Failed("cannot stop container: the disk is full"));
            sitting.type("* s").see("stopped 1 of 2 containers; cannot stop container: the disk is full");
            sitting.type("E").see("failed").type("esc").see("2 marked").type("esc").seeNot("marked");
        }
    }

    @Test
    void other_things_have_tables_that_follow_their_events() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("4").see("No volumes.");
            engine.volumes().create(VolumeSpec.of("data"));
            sitting.see("data", "local");
            engine.volumes().create(VolumeSpec.of("cache"));
            sitting.see("cache", "local");
            sitting.type("/").write("!cache\r").seeNot("▌ cache").see("▌ data");
            engine.volumes().remove(new VolumeRef("data"), false);
            sitting.see("None of the volumes matches").type("esc").see("▌ cache");
            sitting.type("2").see(FakeEngine.BUSYBOX, "web").type("3").see("bridge", "bridge").type("1").see("web", "running");
        }
    }

    @Test
    void a_thing_is_removed_after_a_yes_and_a_refusal_is_told() throws Exception {
        engine.volumes().create(VolumeSpec.of("data"));
        engine.volumes().create(VolumeSpec.of("spare"));
        engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sh").named("web").with(draft ->
                draft.storage = draft.storage.with(storage -> storage.binds = List.of(new BindSpec("data", "/data", List.of())))));
        try (var sitting = sit().see("web")) {
            sitting.type("4").see("▌ data", "web").type("d").see("Remove volume data?").see("Used by web.").see("davit volume rm data").type("y");
            sitting.see("cannot remove volume data");
            sitting.type("j").see("▌ spare").type("d").see("Remove volume spare?").type("n").seeNot("Remove volume");
            assertThat(engine.volumes().list(VolumeQuery.all())).hasSize(2);
            sitting.type("d").see("Remove volume spare?").type("y").see("removed spare").see("davit volume rm spare").see("▌ data");
            sitting.type("3").see("▌ bridge").type("d").see("network bridge is there from the start and stays");
        }
    }

    @Test
    void from_an_image_a_network_or_a_volume_one_goes_to_the_containers_that_have_it() throws Exception {
        engine.volumes().create(VolumeSpec.of("data"));
        engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sh").named("stopped").with(draft ->
                draft.storage = draft.storage.with(storage -> storage.binds = List.of(new BindSpec("data", "/data", List.of())))));
        engine.run("runs", "sleep", "1000");
        try (var sitting = sit().see("stopped").see("runs").type("a").seeNot("stopped")) {
            sitting.type("4").see("▌ data").type("u").see("/volume=data").see("▌ stopped").seeNot("runs ");
            sitting.type("esc").see("▌ runs").seeNot("stopped");
            sitting.type("3").see("▌ bridge").type("u").see("/network=bridge").see("stopped").see("runs ");
            sitting.type("2").see("▌ busybox").type("u").see("/ancestor=").see("stopped").see("runs ");
            sitting.type("esc /").write("!volume=data\r").see("/!volume=data").see("runs ").seeNot("stopped");
        }
    }

    @Test
    void what_is_selected_is_inspected_and_an_image_tells_its_layers() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("i").see("davit container inspect web").see("\"Id\":").type("q");
            sitting.type("2").see("▌ busybox").type("enter").see("davit history").see("CREATED BY").type("q");
            sitting.type("i").see("davit image inspect").see("\"RepoTags\"").type("q").see("▌ ");
            sitting.type("3").see("▌ bridge").type("enter").see("davit network inspect bridge").see("\"Driver\"").type("q").see("▌ bridge");
            sitting.type("esc").see("web", "running");
        }
    }

    @Test
    void a_line_is_completed_with_files_and_with_what_a_flag_takes() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type(":").write("load -i src/mai\t").see(":load -i src/main/").write("res\t").see(":load -i src/main/resources/");
            sitting.type("esc :").write("run --restart=u\tweb").see(":run --restart=unless-stopped web");
            sitting.type("esc :").write("load -i there/is/nothing\t").type("x").see(":load -i there/is/nothingx");
        }
    }

    @Test
    void what_can_be_done_is_chosen_from_a_list_and_typed_on() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("x").see("rename web NAME").see("Give a container another name");
            sitting.write("jjjjjjjjj").see("▌ rename web NAME").type("enter").see(":rename web").write("site\r").see("exit 0").type("q").see("site", "running");
            sitting.type("space").see("1 marked").type("x").see("stop site").type("q").see("1 marked");
        }
    }

    @Test
    void lines_to_choose_from_are_filtered_by_a_text_in_any_column() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("x").see("rename web NAME").see("update --memory");
            sitting.type("/").write("another name").see("▌ rename web NAME").seeNot("update --memory").type("enter").see("operations /another name");
            sitting.type("enter").see(":rename web").write("site\r").see("exit 0").type("q").see("site", "running");
            sitting.type("x /").write("nothing like it\r").seeNot("rename").type("enter c").see("there is nothing to copy");
            sitting.type("/ esc").see("rename site NAME").see("update --memory").type("/").write("!site\r").see("container prune -f").seeNot("rename site");
            sitting.type("q").see("site", "running");
        }
    }

    @Test
    void commands_that_were_run_are_listed_with_what_came_of_them_and_run_again() throws Exception {
        hasty("web");
        hasty("db");
        try (var sitting = sit().see("web", "running").type("J").see("no command was run so far")) {
            sitting.type("* s").see("stopped 2 containers").type("esc :").write("inspect nothing\r").see("exit 1").type("q");
            engine.failNext("start", new EngineException.Failed("cannot start container: the disk is full"));
            sitting.type("g S").see("cannot start container: the disk is full");
            sitting.type("J").see("start db", "cannot start container: the disk is full").see("inspect nothing", "exit 1").see("stop db web", "done");
            sitting.type("c").see("copied start db").type("j").see("▌ inspect nothing").type("enter").see(":inspect nothing").type("enter").see("exit 1");
            sitting.type("q J").see("▌ inspect nothing").type("q").see("▌ db");
        }
    }

    /// An engine in memory, by a name.
    private static EngineTarget target(String name, Supplier<Engine> engine) {
        var settings = EngineSettings.of(Map.of());
        var provider = new EngineProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean accepts(String address) {
                return address.equals(name);
            }

            @Override
            public Optional<String> whyNot(EngineSettings asked) {
                return Optional.empty();
            }

            @Override
            public Engine open(String address, EngineSettings asked) {
                return engine.get();
            }
        };
        var choice = new EngineChoice.Choice(provider, name, "context " + name);
        return new EngineTarget(name, "unix:///run/" + name, "for a test", () -> new EngineDoor(() -> choice, settings));
    }

    @Test
    void the_console_turns_to_another_engine_and_back_again() throws Exception {
        engine.run("web", "sleep", "1000");
        var other = new FakeEngine(Sitting.BEGUN);
        var mine = other.run("over-there", "sleep", "1000");
        var targets = List.of(target("here", () -> engine), target("there", () -> other), target("nowhere", () -> {
            throw new EngineException.Unavailable("cannot connect to nowhere: nobody is at home", null);
        }));
        try (var sitting = new Sitting(() -> engine, 120, 20, Map.of("LANG", "C.UTF-8"), _ -> targets, false)) {
            sitting.see("web", "running").type("l").see("web › logs").type("q 5").see("there", "unix:///run/there");
            sitting.type("j").see("▌ there").type("enter").see("over-there", "running").seeNot("web").see("context there");
            other.scenario().end(mine, 3);
            sitting.see("over-there", "exited 3");
            sitting.type(":").write("ctx nowhere\r").see("nobody is at home").seeNot("over-there");
            sitting.type(":").write("ctx elsewhere\r").see("there is no engine or context \"elsewhere\"; there are here, there, nowhere");
            sitting.type(":").write("ctx here\r").see("web", "running").see("context here");
            sitting.type(":").write("ps --format '{{.Names}}'\r").see("exit 0").see("web");
        }
    }

    @Test
    void an_engine_that_is_long_in_opening_is_left_at_once() throws Exception {
        engine.run("web", "sleep", "1000");
        var opening = new AtomicBoolean();
        var targets = List.of(target("here", () -> engine), target("slow", () -> {
            opening.set(true);
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("nobody counts down");
            } catch (InterruptedException e) {
                throw new EngineException.Cancelled("cannot open slow: it was left (" + e + ")");
            }
        }));
        try (var sitting = new Sitting(() -> engine, 120, 20, Map.of("LANG", "C.UTF-8"), _ -> targets, false)) {
            sitting.see("web", "running").type(":").write("ctx slow\r").see("connecting").seeNot("web");
            Await.until("it is being opened", opening::get);
            sitting.type(":").write("ctx here\r").see("web", "running").see("context here");
        }
    }

    @Test
    void what_would_change_something_is_refused_where_nothing_may_be() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = new Sitting(() -> engine, 120, 20, Map.of("LANG", "C.UTF-8"), _ -> List.of(), true)) {
            sitting.see("web", "running").see("davit read-only");
            for (String key : List.of("s", "r", "p", "d", "e")) sitting.type(key).see("davit is read-only").type("j").seeNot("davit is read-only");
            sitting.type(":").write("rm -f web\r").see("davit is read-only: rm would change something");
            sitting.type(":").write("logs web\r").see("exit 0").type("q").type("l").see("web › logs").type("q").see("web", "running");
            assertThat(engine.containers().list(ContainerQuery.everything())).hasSize(1);
        }
    }

    @Test
    void disk_usage_and_events_have_their_keys() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("6").see("davit system df -v").see("SIZE").type("q");
            sitting.type("7").see("davit events");
            engine.volumes().create(VolumeSpec.of("data"));
            sitting.see("volume create data").type("q").see("web", "running");
        }
    }

    @Test
    void what_the_engine_knows_is_a_tree_that_is_opened_searched_and_copied_from() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running").type("t").see("container web").see("+ State").see("▌ ")) {
            sitting.type("/").write("\"?Status: run\r").see("- State").see("Status  running");
            sitting.type("c").see("copied Status");
            assertThat(sitting.terminal().screen().copied()).isEqualTo("running");
            sitting.type("h").type("h").see("+ State").seeNot("Status  running").type("l").see("- State");
            sitting.type("*").see("- Args").type("*").see("+ Args");
            sitting.type("/").write("no such text\r").see("nothing in it has \"no such text\"").type("q").see("web", "running");
            sitting.type("3").see("▌ bridge").type("t").see("network bridge").see("Driver").type("q").see("▌ bridge");
        }
    }

    /// The engine, but for its first list, which is of before the container ended.
    private static Engine late(Engine engine) {
        var asked = new AtomicBoolean();
        var containers = (Containers) Proxy.newProxyInstance(ConsoleTest.class.getClassLoader(), new Class<?>[] {Containers.class}, (_, method, arguments) -> {
            var answer = method.invoke(engine.containers(), arguments);
            if (!method.getName().equals("list") || asked.getAndSet(true)) return answer;
            return ((List<?>) answer).stream().map(each -> running((ContainerSummary) each)).toList();
        });
        return (Engine) Proxy.newProxyInstance(ConsoleTest.class.getClassLoader(), new Class<?>[] {Engine.class}, (_, method, arguments) ->
                method.getName().equals("containers") ? containers : method.invoke(engine, arguments));
    }

    private static ContainerSummary running(ContainerSummary row) {
        return new ContainerSummary(
                row.id(), row.names(), row.image(), row.imageId(), row.command(), row.created(), ContainerState.RUNNING, "Up 1 second", row.ports(), row.labels(),
                row.mounts(), row.networks(), row.sizeRw(), row.sizeRootFs());
    }

    @Test
    void what_ended_while_the_engine_was_met_is_seen_though_no_event_tells_it() throws Exception {
        engine.scenario().end(engine.run("job", "sleep", "1000"), 3);
        var late = late(engine);
        try (var sitting = new Sitting(() -> late, 120, 20, Map.of("LANG", "C.UTF-8"))) {
            sitting.see("job", "running").see("job", "exited 3");
        }
    }

    /// The engine, counting how often it is asked for what its disk holds.
    private static Engine counting(Engine engine, AtomicInteger asked) {
        var system = (EngineSystem) Proxy.newProxyInstance(ConsoleTest.class.getClassLoader(), new Class<?>[] {EngineSystem.class}, (_, method, arguments) -> {
            if (method.getName().equals("diskUsage")) asked.incrementAndGet();
            return method.invoke(engine.system(), arguments);
        });
        return (Engine) Proxy.newProxyInstance(ConsoleTest.class.getClassLoader(), new Class<?>[] {Engine.class}, (_, method, arguments) ->
                method.getName().equals("system") ? system : method.invoke(engine, arguments));
    }

    @Test
    void volumes_are_measured_when_somebody_wants_to_know_and_only_then() throws Exception {
        for (String name : List.of("cache", "data")) engine.volumes().create(VolumeSpec.of(name));
        engine.scenario().fill("cache", 4_700);
        engine.scenario().fill("data", 1_234_567_890);
        var asked = new AtomicInteger();
        var counted = counting(engine, asked);
        try (var sitting = new Sitting(() -> counted, 120, 20, Map.of("LANG", "C.UTF-8"))) {
            sitting.see("No containers.").type("4").see("data").see("SIZE").type("o o").see("ordered by driver");
            engine.volumes().create(VolumeSpec.of("logs"));
            sitting.see("logs").seeNot("GB");
            assertThat(asked).hasValue(0);
            sitting.type("o").see("measured 3 volumes: 1.23GB", "davit system df -v").see("▌ cache", "4.7kB").see("data", "1.23GB").see("SIZE↓");
            engine.scenario().fill("cache", 9_000_000_000L);
            engine.volumes().create(VolumeSpec.of("mail"));
            sitting.see("mail").type("1 4").see("mail").see("4.7kB");
            assertThat(asked).hasValue(1);
            sitting.type("z").see("measured 4 volumes: 10.2GB").see("cache", "9GB");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void volumes_that_cannot_be_measured_are_not_asked_for_again_and_again() throws Exception {
        var poor = FakeEngine.without(Set.of(Feature.DISK_USAGE));
        poor.volumes().create(VolumeSpec.of("data"));
        try (var sitting = new Sitting(poor, 120, 20)) {
            sitting.type("4").see("data").type("o o o").see("cannot measure disk usage").type("o").see("ordered by use").type("z").see("cannot measure disk usage");
        }
    }

    @Test
    void removing_asks_and_no_leaves_it() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("d").see("Remove container web?").see("It runs: it will be killed.").see("davit rm -f web");
            sitting.type("n").seeNot("Remove container");
            assertThat(engine.containers().list(ContainerQuery.everything())).hasSize(1);
            sitting.type("d").see("Remove container web?").type("y").see("No containers.");
            assertThat(engine.containers().list(ContainerQuery.everything())).isEmpty();
        }
    }

    @Test
    void a_failure_is_one_sentence_with_the_containers_name() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            engine.failNext("stop", new EngineException.Failed("cannot stop container: the disk is full"));
            sitting.type("s").see("✗ cannot stop container: the disk is full").see("web", "running");
        }
    }

    @Test
    void what_cannot_be_done_says_why() throws Exception {
        engine.run("job", "false");
        try (var sitting = sit().see("job", "exited 1")) {
            sitting.type("s").see("job does not run");
            sitting.type("e").see("job does not run: S starts it");
        }
    }

    @Test
    void a_log_is_followed_and_goes_on_when_the_container_runs_again() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            engine.scenario().print(web, StdStream.STDOUT, "first\n".getBytes(StandardCharsets.UTF_8));
            sitting.type("enter").see("web › logs").see("first");
            engine.scenario().print(web, StdStream.STDERR, "second\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("│second");
            engine.scenario().end(web, 0);
            sitting.see("ended");
            engine.containers().start(ContainerRef.of(web));
            sitting.see("following");
            engine.scenario().print(web, StdStream.STDOUT, "third\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("third").see("first");
            sitting.type("q").seeNot("web › logs").see("web", "running");
        }
    }

    @Test
    void a_long_log_opens_at_its_end_and_can_be_read_backwards() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        var text = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) text.append("line ").append(i).append('\n');
        engine.scenario().print(web, StdStream.STDOUT, text.toString().getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("line 20000")) {
            sitting.type("k").see("f follows").see("line 19985");
            sitting.type("g").seeNot("line 20000").type("G").see("line 20000").see("following");
        }
    }

    @Test
    void older_lines_of_a_log_come_when_one_gets_to_the_first() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        var text = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) text.append("line ").append(i).append('\n');
        engine.scenario().print(web, StdStream.STDOUT, text.toString().getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("line 20000").see("5000/5000")) {
            sitting.type("g").see("10016/15000").see(" line 15001\n").type("k").see(" line 15000\n").type("&").write("0$\r").see("/1500 ").see("line 15000").seeNot("line 15001");
            sitting.type("g").see(" line 5010\n").see("/2000 ").type("g").see(" line 10\n").see("the beginning  f follows").type("& ctrl-u enter");
            sitting.see(" line 10\n").see(" line 11\n").type("g").see(" line 1\n").see("16/20000  the beginning").type("G").see("line 20000").seeNot("the beginning");
        }
    }

    @Test
    void names_ids_and_lines_are_copied() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.run("zoo", "sleep", "1000");
        engine.scenario().print(web, StdStream.STDOUT, "one\n\033[31mtwo\033[0m \033]0;x\007\n".getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("zoo", "running")) {
            sitting.type("c").see("copied web");
            assertThat(sitting.terminal().screen().copied()).isEqualTo("web");
            sitting.type("C").see("copied " + web.value());
            assertThat(sitting.terminal().screen().copied()).isEqualTo(web.value());
            sitting.type("* c").see("copied 2 names");
            assertThat(sitting.terminal().screen().copied()).isEqualTo("web\nzoo");
            sitting.type("esc g l").see("two").type("c").see("copied 2 lines");
            assertThat(sitting.terminal().screen().copied()).isEqualTo("one\ntwo \\x1b]0;x\\x07");
        }
    }

    @Test
    void a_command_line_is_completed() throws Exception {
        for (String name : List.of("web", "worker", "db")) engine.run(name, "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.write(":rest\tw\t").see(":restart w").see("web  worker").write("e\t").seeNot("web  worker").see(":restart web").type("esc");
            sitting.write(":inspect --f\t-f '{{.Name}}' d\t\r").see("exit").type("esc");
            sitting.write(":zzz\t").see(":zzz").type("esc").see("web", "running");
        }
    }

    @Test
    void a_log_is_searched_forwards_and_backwards_and_round_its_ends() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        var text = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) text.append("line ").append(i).append(i % 500 == 7 ? " \033[31mERROR\033[0m\there\n" : "\n");
        engine.scenario().print(web, StdStream.STDOUT, text.toString().getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("line 2000")) {
            sitting.type("n").see("nothing is looked for yet");
            sitting.write("/error\\s+here\r").see("line 7 ERROR").see("gone on at the other end").see("f follows");
            sitting.type("n").see("line 507 ERROR").seeNot("line 7 ERROR").type("n").see("line 1007 ERROR");
            sitting.type("N").see("line 507 ERROR").type("N").see("line 7 ERROR").type("N").see("line 1507 ERROR").see("gone on at the other end");
            sitting.type("n").see("line 7 ERROR");
            sitting.write("/Error\r").see("no line has \"Error\"").see("line 7 ERROR");
            sitting.write("/line 1[\r").see("no line has \"line 1[\"");
            sitting.write("/507\r").see("line 507 ERROR").write("/").type("esc").type("n").see("nothing is looked for yet");
        }
    }

    @Test
    void what_is_looked_for_stands_out() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.scenario().print(web, StdStream.STDOUT, "one two one\n".getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("one two one")) {
            assertThat(sitting.terminal().screen().colours()).noneMatch(sgr -> sgr.startsWith("0;7;"));
            sitting.write("/two");
            Await.until("it is reversed", () -> sitting.terminal().screen().colours().stream().anyMatch(sgr -> sgr.startsWith("0;7;")));
        }
    }

    @Test
    void a_log_shows_only_lines_that_match_and_goes_on_so() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        for (int i = 1; i <= 40; i++) engine.scenario().print(web, StdStream.STDOUT, ("request " + i + (i % 10 == 0 ? " failed\n" : "\n")).getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("request 39")) {
            sitting.type("&").write("Failed\r").seeNot("request 39").see("No line that matches.");
            sitting.type("&").type("ctrl-u").write("failed\r").see("request 10 failed").see("request 40 failed").seeNot("request 39").see("web › logs &failed");
            engine.scenario().print(web, StdStream.STDOUT, "all is well\nthis failed too\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("this failed too").seeNot("all is well");
            sitting.type("&").type("ctrl-u").write("!failed\r").see("all is well").see("request 39").seeNot("this failed too");
            sitting.type("&").type("ctrl-u").write("\r").see("this failed too").see("request 40 failed").seeNot("logs &");
        }
    }

    @Test
    void a_log_shows_only_one_stream_beside_what_it_is_filtered_by() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        for (int i = 1; i <= 4; i++) {
            engine.scenario().print(web, StdStream.STDOUT, ("answer " + i + "\n").getBytes(StandardCharsets.UTF_8));
            engine.scenario().print(web, StdStream.STDERR, ("complaint " + i + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (var sitting = sit().see("web", "running").type("l").see("complaint 4").see("8/8")) {
            sitting.type("o").seeNot("complaint").see("answer 4").see("web  ●", "stdout only").see("4/4");
            sitting.type("o").seeNot("answer").see("│complaint 4").see("web  ●", "stderr only").see("4/4");
            sitting.type("&").write("2$\r").see("complaint 2").seeNot("complaint 4").see("1/1");
            engine.scenario().print(web, StdStream.STDOUT, "not 2\n".getBytes(StandardCharsets.UTF_8));
            engine.scenario().print(web, StdStream.STDERR, "but 2\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("but 2").seeNot("not 2").type("s").write("9h\r").see("since 9h").see("stderr only").see("but 2").seeNot("not 2");
            sitting.type("o").see("stdout and stderr").see("answer 2").see("complaint 2").see("not 2").seeNot("answer 4");
            sitting.type("&").type("ctrl-u enter").see("answer 4").type("o").seeNot("complaint").type("&").write("zzz\r").see("No line that matches.");
        }
    }

    @Test
    void where_one_reads_stays_when_lines_are_filtered() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        for (int i = 1; i <= 100; i++) engine.scenario().print(web, StdStream.STDOUT, ("line " + i + (i % 2 == 0 ? " even\n" : " odd\n")).getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("line 100")) {
            sitting.type("/").write("line 31\r").see("line 31 odd").seeNot("line 100");
            sitting.type("&").write("even\r").seeNot("odd").see("line 26 even").seeNot("line 24 even");
            sitting.type("&").type("ctrl-u").write("\r").see("line 26 even").see("line 27 odd").seeNot("line 25 odd");
        }
    }

    /// A clock that is put on by hand.
    private static final class Hands extends Clock {
        private volatile Instant now = Sitting.BEGUN.instant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Test
    void a_log_is_shown_since_a_time_and_until_another_and_its_end_again() throws Exception {
        var hands = new Hands();
        hands.now = Sitting.BEGUN.instant().minus(Duration.ofHours(1));
        var timed = new FakeEngine(hands);
        timed.scenario().statsEvery(Duration.ofHours(1));
        var web = timed.run("web", "sleep", "1000");
        for (int minutes : List.of(30, 20, 10, 0)) {
            hands.now = Sitting.BEGUN.instant().minus(Duration.ofMinutes(minutes));
            timed.scenario().print(web, StdStream.STDOUT, ("written " + minutes + " minutes ago\n").getBytes(StandardCharsets.UTF_8));
        }
        try (var sitting = new Sitting(timed, 120, 20).see("web", "running").type("l").see("30 minutes ago")) {
            sitting.type("s").write("15m\r").seeNot("20 minutes ago").see("10 minutes ago").see("since 15m").see("following");
            sitting.type("s").write("x\r").see("\"15mx\" is no time: 10m, 1h30m, 2026-01-02 and 2026-01-02T03:04 are such").see("since 15m", "following").see("10 minutes ago");
            sitting.type("s ctrl-u").write("5m 15m\r").see("there is nothing since 5m until 15m: the first is the later one").see("10 minutes ago");
            sitting.type("s ctrl-u").write("1m 2m 3m\r").see("one time is taken for since and one for until, and not 3 of them");
            sitting.type("s ctrl-u").write("2026-01-02T02:40 2026-01-02T02:50\r").see("written 20 minutes").see("since 2026-01-02T02:40 until 2026-01-02T02:50", "ended").seeNot("10 minutes ago");
            sitting.type("s ctrl-u").write("10s\r").see("Nothing yet.").see("since 10s", "following");
            hands.now = Sitting.BEGUN.instant().plusSeconds(95);
            timed.scenario().print(web, StdStream.STDOUT, "just now\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("just now").type("s ctrl-u enter").see("30 minutes ago").see("just now").seeNot("since 10s");
        }
    }

    @Test
    void what_one_looks_for_and_filters_stays_when_a_log_is_shown_since_another_time() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        for (String line : List.of("one good", "two bad", "three good")) engine.scenario().print(web, StdStream.STDOUT, (line + "\n").getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("two bad")) {
            sitting.type("&").write("good\r").seeNot("two bad").type("s").write("2h\r").see("since 2h", "2/2").see("three good").seeNot("two bad");
        }
    }

    @Test
    void the_logs_of_all_that_are_marked_are_one_in_the_order_of_their_times(@TempDir Path folder) throws Exception {
        var db = engine.run("db", "sleep", "1000");
        var web = engine.run("web", "sleep", "1000");
        engine.run("zoo", "sleep", "1000");
        var said = List.of("web starts", "db starts", "web asks", "db answers");
        for (String line : said) engine.scenario().print(line.startsWith("web") ? web : db, StdStream.STDOUT, (line + "\n").getBytes(StandardCharsets.UTF_8));
        var file = folder.resolve("both.log");
        try (var sitting = sit().see("zoo", "running")) {
            sitting.type("space space l").see("2 containers › logs").see("db, web  all running", "4/4  following").see(" db  │ db answers");
            sitting.type("w").write(file + "\r").see("wrote 4 lines to");
            assertThat(file).hasContent("web | web starts\ndb | db starts\nweb | web asks\ndb | db answers\n");
            engine.scenario().print(web, StdStream.STDERR, "web is glad\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("│web │ web is glad").type("/").write("^db a\r").see("f follows").type("f");
            engine.scenario().end(db, 0);
            sitting.see("1 of 2 running", "following");
            engine.containers().start(ContainerRef.of(db));
            sitting.see("all running");
            engine.scenario().print(db, StdStream.STDOUT, "db is back\n".getBytes(StandardCharsets.UTF_8));
            sitting.see(" db  │ db is back").see("6/6").type("c").see("copied 6 lines");
            assertThat(sitting.terminal().screen().copied()).startsWith("web | web starts\n").endsWith("\ndb | db is back");
            engine.scenario().end(db, 0);
            engine.scenario().end(web, 0);
            sitting.see("none running", "ended").type("q").see("2 marked");
        }
    }

    /// One chats, the other says something now and then.
    @Test
    void older_lines_of_several_logs_come_among_each_other() throws Exception {
        var db = engine.run("db", "sleep", "1000");
        var web = engine.run("web", "sleep", "1000");
        for (int i = 1; i <= 20_000; i++) {
            engine.scenario().print(web, StdStream.STDOUT, ("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
            if (i % 1000 == 0) engine.scenario().print(db, StdStream.STDOUT, ("after " + i + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (var sitting = sit().see("web", "running").type("* l").see("db  │ after 20000").see("5005/5005")) {
            sitting.type("g").see("/15015 ").see("web │ line 15001\n").type("k k").see("web │ line 15000\n db  │ after 15000\n web │ line 15001\n");
            sitting.type("&").write("000$\r").see("/30 ").see(" db  │ after 20000\n").type("g").see("/40 ").type("g").see(" web │ line 1000\n db  │ after 1000\n web │ line 2000\n");
            sitting.type("& ctrl-u enter").see("/20020 ").type("g").see(" web │ line 1\n web │ line 2\n").see("the beginning  f follows");
        }
    }

    @Test
    void a_log_of_several_outlives_the_engines_absence_and_one_that_is_removed() throws Exception {
        var db = engine.run("db", "sleep", "1000");
        var web = engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running").type("* l").see("Nothing yet.")) {
            engine.scenario().print(db, StdStream.STDOUT, "before\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("db  │ before");
            engine.scenario().lose();
            sitting.see("trying again");
            engine.scenario().print(web, StdStream.STDOUT, "meanwhile\n".getBytes(StandardCharsets.UTF_8));
            engine.scenario().comeBack();
            sitting.see("web │ meanwhile").see("2/2");
            engine.containers().remove(ContainerRef.of(db), RemoveOptions.FORCE);
            sitting.see("1 of 2 running");
            engine.scenario().print(web, StdStream.STDOUT, "alone\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("web │ alone").see("3/3  following");
        }
    }

    @Test
    void so_many_logs_at_once_are_refused() throws Exception {
        engine.scenario().addContainers(101);
        try (var sitting = sit().see("101 running").type("* l").see("one log shows at most 100 containers, and 101 are marked")) {
            sitting.type("space enter").see("100 containers › logs");
        }
    }

    @Test
    void a_log_is_saved_to_a_file_that_is_not_there_yet(@TempDir Path folder) throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.scenario().print(web, StdStream.STDOUT, "one\n\033[2Jtwo\n".getBytes(StandardCharsets.UTF_8));
        var file = folder.resolve("web.log");
        try (var sitting = sit().see("web", "running").type("l").see("two")) {
            sitting.type("w").write(file + "\r").see("wrote 2 lines to");
            assertThat(file).hasContent("one\n\033[2Jtwo\n");
            Files.writeString(file, "mine");
            sitting.type("w").write(file + "\r").see("it is there already");
            assertThat(file).hasContent("mine");
            sitting.type("w").write(folder + "/none/web.log\r").see("there is no folder");
        }
    }

    @Test
    void a_thousand_containers_scroll_and_a_burst_of_keys_is_few_frames() throws Exception {
        engine.scenario().addContainers(1000);
        try (var sitting = sit().see("many-0001", "running").see("1000 running")) {
            Await.until("figures are shown", () -> !sitting.row("many-0001").contains(" - "));
            int before = sitting.terminal().frames();
            sitting.write("j".repeat(99)).see("▌ many-0100");
            assertThat(sitting.terminal().frames() - before).isLessThan(30);
            sitting.type("G").see("▌ many-1000").type("g").see("▌ many-0001");
        }
    }

    @Test
    void what_changes_nothing_on_the_screen_writes_nothing() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.run("zoo", "sleep", "1000");
        try (var sitting = sit().see("zoo", "running").see("web", "%").see("zoo", "%")) {
            int before = sitting.terminal().frames();
            for (int i = 0; i < 100; i++) {
                engine.scenario().tell(new Event("container", "exec_start: true", web.value(), Map.of("name", "web"), "local", Instant.now()));
            }
            sitting.type("z").type("j").see("▌ zoo");
            assertThat(sitting.terminal().frames() - before).as("frames, of which one for j").isEqualTo(1);
        }
    }

    @Test
    void hostile_names_images_and_logs_are_shown_and_never_obeyed() throws Exception {
        String evil = "\033]0;owned\007\033[2Jx\u009b6n\u202e";
        var id = engine.scenario().addHostile("n" + evil, "i" + evil, Map.of(evil, evil), "sh");
        engine.scenario().print(id, StdStream.STDOUT, (evil + "log \033[31mred\033[0m\r\b\n").getBytes(StandardCharsets.UTF_8));
        try (var sitting = new Sitting(engine, 160, 20).see("n\\x1b]0;owned").see("i\\x1b]0;owned")) {
            sitting.type("d").see("Remove container n\\x1b").type("n");
            sitting.type("enter").see("containers › n\\x1b]0;owned").see("log red\\r\\x08");
        }
    }

    @Test
    void an_engine_that_is_not_there_is_said_and_met_when_it_comes() throws Exception {
        engine.run("web", "sleep", "1000");
        var there = new AtomicBoolean();
        Supplier<Engine> source = () -> {
            if (!there.get()) throw new EngineException.Unavailable("cannot connect to the daemon: nobody is at home", null);
            return engine;
        };
        try (var sitting = new Sitting(source, 100, 20, Map.of("LANG", "C.UTF-8"))) {
            sitting.see("Cannot connect to the daemon: nobody is at home.").see("davit --engine other: it answers").picture("no-engine");
            there.set(true);
            sitting.see("web", "running");
        }
    }

    @Test
    void an_engine_that_is_lost_leaves_the_table_and_is_met_again() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            engine.scenario().lose();
            sitting.see("no engine").see("trying again").see("web");
            engine.scenario().comeBack();
            sitting.seeNot("trying again").see("fake (for a test)");
            engine.scenario().end(web, 3);
            sitting.see("web", "exited 3");
        }
    }

    @Test
    void a_log_goes_on_after_the_engine_was_lost() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.scenario().print(web, StdStream.STDOUT, "before\n".getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("enter").see("before")) {
            engine.scenario().lose();
            sitting.see("no engine");
            engine.scenario().comeBack();
            sitting.see("following");
            engine.scenario().print(web, StdStream.STDOUT, "after\n".getBytes(StandardCharsets.UTF_8));
            sitting.see("after").see("before");
        }
    }

    @Test
    void one_containers_figures_move_on_and_their_unit_is_turned() throws Exception {
        var moving = new FakeEngine();
        moving.scenario().statsEvery(Duration.ofMillis(20));
        moving.run("web", "sleep", "1000");
        moving.run("db", "sleep", "1000");
        try (var sitting = new Sitting(moving, 120, 24).see("web", "%").see("CPU/CORE")) {
            sitting.type("/").write("web\r").seeNot("db").type("v").see("web › figures").see("CPU in percent of one core").see("network in", "kB/s");
            String before = sitting.row("network in") + sitting.row("CPU in");
            Await.until("figures move", () -> !(sitting.row("network in") + sitting.row("CPU in")).equals(before));
            sitting.type("%").see("CPU in percent of all").type("q").see("busybox", "%").see("CPU/ALL");
            sitting.type("%").see("CPU/CORE");
        }
    }

    @Test
    void resizing_is_drawn_at_once_and_no_size_is_too_small() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            int[][] sizes = {{160, 45}, {80, 24}, {40, 10}, {20, 5}, {10, 3}, {3, 2}, {1, 1}, {2, 40}, {200, 1}, {120, 20}};
            for (int[] size : sizes) {
                int before = sitting.terminal().screen().clears();
                sitting.terminal().resize(size[0], size[1]);
                Await.until("a frame of " + size[0] + "x" + size[1], () -> sitting.terminal().screen().clears() > before);
                sitting.type("? j esc d n : esc");
            }
            sitting.see("web", "running");
        }
    }

    @Test
    void a_command_line_shows_what_it_says_and_its_exit_code() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type(":").write("ps --format '{{.Names}} is {{.State}}'\r").see("web is running").see("exit 0");
            sitting.type("q : up enter").see("exit 0").type("q");
            sitting.type(":").write("stop nobody\r").see("│davit: cannot stop container nobody").see("exit 1");
            sitting.type("q").type(":").write("ps 'x\r").see("cannot read the line: the quote at column 4 is not closed");
        }
    }

    @Test
    void a_filter_leaves_the_rows_that_match() throws Exception {
        engine.run("web", "sleep", "1000");
        engine.run("db", "sleep", "1000");
        try (var sitting = sit().see("web", "running").see("db", "running")) {
            sitting.type("/").write("we").seeNot("  db ").type("enter").see("/we");
            sitting.type("esc").see("db", "running");
            sitting.type("/").write("!we").see("db").seeNot("web ").type("esc").see("web", "running");
            sitting.type("/").write("nothing").see("No container matches \"nothing\".");
        }
    }

    @Test
    void columns_of_the_containers_are_shown_and_hidden() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running").seeNot("COMMAND").seeNot("NETWORKS")) {
            sitting.type("| j").see("columns").see("▌ id").type("enter").see("▌ id", "shown").type("j enter").see("▌ image").seeNot("image     shown");
            sitting.type("j enter").see("▌ command", "shown").type("q").see("COMMAND").see(web.abbreviated()).see("sleep 1000").seeNot("IMAGE");
            sitting.click("COMMAND").see("COMMAND↓").type("|").see("▌ name", "always").click("networks").see("▌ networks").type("enter").see("▌ networks", "shown");
            sitting.type("esc").see("NETWORKS").see("web", "bridge");
        }
    }

    @Test
    void other_tables_are_ordered_by_keys_and_by_their_titles() throws Exception {
        engine.scenario().addImage("zoo:1", "sh");
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type("2").see("▌ busybox").click("USED BY").see("ordered by use").see("USED BY↓").see("▌ busybox");
            sitting.click("IMAGE").see("ordered by name").see("IMAGE↓").click("IMAGE").see("ordered by name, backwards").see("IMAGE↑").see("▌ busybox");
            sitting.type("g").see("▌ zoo").type("o o").see("ordered by size").see("SIZE↓").type("1").see("web", "running").seeNot("↓");
            sitting.type("2").see("SIZE↓").type("3").see("▌ bridge").type("O").see("the other way round").see("▌ bridge").click("DRIVER").see("DRIVER↓");
        }
    }

    @Test
    void the_mouse_scrolls_selects_rows_and_orders_by_titles() throws Exception {
        engine.scenario().addContainers(100);
        try (var sitting = sit().see("▌ many-0001")) {
            sitting.click("many-0007").see("▌ many-0007");
            sitting.wheel(true, 4).see("▌ many-0013").seeNot("many-0012").wheel(false, 100).see("many-0001");
            sitting.click("IMAGE").see("ordered by image").see("IMAGE↓").click("NAME").see("ordered by name").see("NAME↓");
            sitting.click("NAME").see("ordered by name, backwards").see("NAME↑").type("g").see("▌ many-0100").click("many-0099").see("▌ many-0099").see("NAME↑");
            sitting.type("d").see("Remove container").wheel(true, 9).click("NAME").type("n").see("▌ many-0099").see("NAME↑");
        }
    }

    @Test
    void the_mouse_scrolls_logs_and_help_and_selects_in_every_table() throws Exception {
        var web = engine.run("web", "sleep", "1000");
        engine.volumes().create(VolumeSpec.of("data"));
        engine.volumes().create(VolumeSpec.of("spare"));
        var text = new StringBuilder();
        for (int i = 1; i <= 200; i++) text.append("line ").append(i).append('\n');
        engine.scenario().print(web, StdStream.STDOUT, text.toString().getBytes(StandardCharsets.UTF_8));
        try (var sitting = sit().see("web", "running").type("l").see("line 200")) {
            sitting.wheel(false, 2).see("f follows").seeNot("line 195").wheel(true, 2).see("line 200").see("following");
            sitting.type("q 4").see("▌ data").click("spare").see("▌ spare").type("?").see("containers").wheel(true, 30).see("Leave, from wherever one is");
        }
    }

    @Test
    void the_mouse_is_left_to_the_terminal_by_a_key_and_while_a_command_has_it() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            var screen = sitting.terminal().screen();
            assertThat(screen.modes()).contains("?1000", "?1006");
            sitting.write(":exec -it web true\r");
            Await.until("the terminal is taken again", () -> screen.switched().stream().filter("?1006h"::equals).count() == 2);
            assertThat(screen.switched()).containsSubsequence("?1006h", "?1006l", "?1000l", "?1049l", "?1049h", "?1000h", "?1006h");
            sitting.type("m").see("the mouse is the terminal's: it selects text");
            assertThat(screen.modes()).doesNotContain("?1000", "?1006");
            sitting.write(":exec -it web true\r");
            Await.until("the terminal is taken again", () -> screen.switched().stream().filter("?1049h"::equals).count() == 3);
            sitting.seeNot("selects text").see("web", "running");
            assertThat(screen.modes()).doesNotContain("?1000", "?1006");
            sitting.type("m").see("the mouse scrolls, and selects rows");
            assertThat(screen.modes()).contains("?1000", "?1006");
        }
    }

    @Test
    void a_command_of_the_system_has_the_terminal_until_one_comes_back() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = sit().see("web", "running")) {
            sitting.type(":").write("!exit 3\r").see("[exit 3] enter: back to the console").see("!exit 3").seeNot("running");
            assertThat(sitting.terminal().screen().modes()).doesNotContain("?1049", "?1000");
            sitting.type("x enter").see("web", "running").see("exit 3   !exit 3");
            sitting.type("J").see("!exit 3").type("q").see("web", "running");
            sitting.write(":!true\r").see("[exit 0]").type("q").see("exit 0   !true").see("web", "running");
        }
    }

    private void publishing(String name, PortBinding... ports) {
        var spec = ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "1000").named(name).with(draft ->
                draft.network = draft.network.with(network -> network.published = List.of(ports)));
        engine.containers().start(ContainerRef.of(engine.containers().create(spec).id()));
    }

    private static PortBinding port(int inside, String address, String outside) {
        return new PortBinding(new ContainerPort(inside, TransportProtocol.TCP), address, outside);
    }

    @Test
    void published_ports_are_links_that_are_written_once() throws Exception {
        publishing("web", port(80, "0.0.0.0", "8080"), port(443, "127.0.0.1", "8443"), port(81, "192.0.2.1", "8081"), port(82, "", ""));
        engine.run("zoo", "sleep", "1000");
        try (var sitting = new Sitting(engine, 160, 20).see("web", "8080→80 192.0.2.1:8081→81 127.0.0.1:8443→443").see("zoo", "%").see("web", "%")) {
            var links = sitting.terminal().screen().links();
            assertThat(links).contains("http://localhost:8080 8080→80", "https://127.0.0.1:8443 127.0.0.1:8443→443").noneMatch(link -> link.contains("192.0.2.1"));
            engine.containers().rename(new ContainerRef("zoo"), "zap");
            sitting.see("zap", "running");
            assertThat(sitting.terminal().screen().links()).isEqualTo(links);
        }
    }

    @Test
    void ports_of_another_machine_are_no_links() throws Exception {
        publishing("web", port(80, "0.0.0.0", "8080"));
        var environment = Map.of("LANG", "C.UTF-8", "SSH_CONNECTION", "192.0.2.7 50000 192.0.2.8 22");
        try (var sitting = new Sitting(() -> engine, 160, 20, environment).see("web", "8080→80").see("web", "%")) {
            assertThat(sitting.terminal().screen().links()).isEmpty();
        }
    }

    @Test
    void a_published_port_is_opened_in_the_browser_which_has_no_part_in_the_console(@TempDir Path folder) throws Exception {
        publishing("web", port(80, "0.0.0.0", "8080"), port(80, "::", "8080"));
        publishing("zoo", port(80, "0.0.0.0", "8081"), port(443, "127.0.0.1", "8443"));
        var browser = folder.resolve("browser");
        // it goes on until it is let go
        Files.writeString(browser, """
                #!/bin/sh
                echo noise; echo more noise >&2
                read pid name state parent group session rest < /proc/$$/stat
                test $session = $$ && whose="its own" || whose="the console's"
                cd "${0%/*}" && echo "$* in $whose session" > asked.part && mv asked.part asked
                read go < let-go && exit $go
                """);
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("let-go").toString()).start().waitFor()).isZero();
        var environment = Map.of("LANG", "C.UTF-8", "PATH", "/usr/bin:/bin:" + folder, "BROWSER", "none-such:browser --new %s now");
        try (var sitting = new Sitting(() -> engine, 160, 20, environment).see("web", "8080→80").see("web", "%")) {
            sitting.type("w").see("opening http://localhost:8080   !browser --new http://localhost:8080 now");
            Await.until("the browser was asked", () -> Files.exists(folder.resolve("asked")));
            assertThat(folder.resolve("asked")).hasContent("--new http://localhost:8080 now in its own session");
            sitting.type("J").see("!browser --new").see("runs").type("q j").see("▌ zoo");
            Files.writeString(folder.resolve("let-go"), "3\n");
            sitting.see("exit 3   !browser --new http://localhost:8080 now").type("w").see("published ports").see("http://localhost:8081").picture("ports");
            Files.delete(folder.resolve("asked"));
            sitting.type("j enter").see("opening https://127.0.0.1:8443");
            Await.until("the browser was asked", () -> Files.exists(folder.resolve("asked")));
            Files.writeString(folder.resolve("let-go"), "0\n");
            sitting.type("J").see("done").type("q").see("▌ zoo");
        }
    }

    @Test
    void without_a_browser_the_address_of_a_published_port_is_copied() throws Exception {
        publishing("web", port(80, "0.0.0.0", "8080"));
        engine.run("bare", "sleep", "1000");
        var environment = Map.of("LANG", "C.UTF-8", "SSH_CONNECTION", "192.0.2.7 50000 192.0.2.8 22", "PATH", "/nonexistent", "DISPLAY", ":7", "BROWSER", "none-such");
        try (var sitting = new Sitting(() -> engine, 160, 20, environment).see("web", "8080→80").see("web", "%")) {
            sitting.type("w").see("bare publishes no TCP port that a browser gets at");
            sitting.type("j w").see("copied http://192.0.2.8:8080: no browser is known here");
            assertThat(sitting.terminal().screen().copied()).isEqualTo("http://192.0.2.8:8080");
        }
    }

    @Test
    void who_is_used_to_emacs_leaves_as_he_is_used_to(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("config.yaml"), "keymap: emacs\n");
        try (var sitting = new Sitting(() -> engine, 120, 20, Map.of("LANG", "C.UTF-8", "DAVIT_CONFIG", folder.toString())).see("No containers.")) {
            sitting.write("\030").see("ctrl-x …").see("ctrl-c leave").write("\030").see("ctrl-x ctrl-x does nothing here");
            sitting.write("\030\003");
            assertThat(sitting.exit()).isZero();
        }
    }

    @Test
    void quitting_restores_the_screen() throws Exception {
        try (var sitting = sit().see("No containers.")) {
            assertThat(sitting.terminal().screen().modes()).contains("?1049");
            sitting.type("q");
            assertThat(sitting.exit()).isZero();
        }
    }

    @Test
    void without_colours_no_colour_is_sent() throws Exception {
        engine.run("web", "sleep", "1000");
        try (var sitting = new Sitting(() -> engine, 120, 20, Map.of("LANG", "C", "NO_COLOR", "1"))) {
            sitting.see("* running").type("? esc d n : esc x");
            assertThat(sitting.terminal().screen().colours()).isNotEmpty().allMatch(sgr -> sgr.matches("[0147;]+"));
            assertThat(sitting.terminal().screen().text()).matches("\\p{ASCII}*");
        }
    }
}
