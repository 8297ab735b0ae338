package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.LifecycleSpec;
import dev.davit.engine.container.ProcessSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.container.TransportProtocol;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From a specification to a container: what becomes of each word, and which words contradict each other.
public abstract class ContainerCreateContract extends EngineContract {

    private ContainerSpec process(Consumer<ProcessSpec.Draft> change, String... command) {
        return spec(command).with(spec -> spec.process = spec.process.with(change));
    }

    private ContainerSpec lifecycle(Consumer<LifecycleSpec.Draft> change) {
        return spec("true").with(spec -> spec.lifecycle = spec.lifecycle.with(change));
    }

    private ContainerSpec resources(Consumer<Resources.Draft> change) {
        return spec("true").with(spec -> spec.resources = spec.resources.with(change));
    }

    /// Asserts the refusal, and that nothing stays of the container.
    private void refusedWithoutATrace(Class<? extends EngineException> kind, ContainerSpec spec) {
        String name = spec.name().orElseThrow();
        refused(kind, "create container " + name, () -> create(spec));
        assertThat(engine().containers().list(ContainerQuery.everything())).noneMatch(item -> item.name().equals(name));
    }

    @Test
    void an_id_is_64_hexadecimal_digits() {
        assertThat(id(create("true")).value()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_container_without_a_name_gets_one() {
        var container = create(spec("true").with(spec -> spec.name = Optional.empty()));
        assertThat(inspect(container).name()).matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    }

    @Test
    void two_containers_without_a_name_get_different_ones() {
        var nameless = spec("true").with(spec -> spec.name = Optional.empty());
        assertThat(inspect(create(nameless)).name()).isNotEqualTo(inspect(create(nameless)).name());
    }

    @Test
    void a_name_that_is_taken_is_refused_and_the_other_container_stays() {
        var container = create("true");
        var before = id(container);
        String sentence = refused(EngineException.Conflict.class, "create container " + container,
                () -> create(spec("true").named(container.text())));
        assertThat(sentence).contains("already in use");
        assertThat(id(container)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-x", "_x", ".x", "x/y", "x:y", "\u00e9t\u00e9", "x"})
    void what_cannot_be_a_name_is_refused(String name) {
        refused(EngineException.Invalid.class, "create container " + name, () -> create(spec("true").named(name)));
    }

    @Test
    void an_image_that_is_not_in_the_store_is_not_found_and_not_pulled() {
        String image = freshName() + ":latest";
        var spec = spec("true").with(draft -> draft.image = image);
        refusedWithoutATrace(EngineException.NotFound.class, spec);
        assertThat(engine().images().list(ImageQuery.usual())).noneMatch(item -> item.tags().contains(image));
    }

    @Test
    void an_image_is_meant_by_its_id_too() {
        String id = engine().images().inspect(new ImageRef(subject().busybox())).id();
        assertThat(inspect(create(spec("true").with(spec -> spec.image = id))).imageId()).isEqualTo(id);
    }

    @Test
    void without_a_command_the_images_is_taken() {
        assertThat(inspect(create(spec())).path()).isEqualTo("sh");
    }

    @Test
    void an_image_without_a_command_needs_one() {
        var image = addImage();
        refusedWithoutATrace(EngineException.Invalid.class, spec().with(spec -> spec.image = image.text()));
    }

    @Test
    void an_entrypoint_gets_the_command_as_its_arguments() {
        var container = create(process(process -> process.entrypoint = Optional.of(List.of("echo", "a")), "b"));
        assertThat(inspect(container).path()).isEqualTo("echo");
        assertThat(inspect(container).arguments()).containsExactly("a", "b");
    }

    @Test
    void an_entrypoint_takes_the_images_command_away() {
        var container = create(process(process -> process.entrypoint = Optional.of(List.of("echo"))));
        assertThat(inspect(container).path()).isEqualTo("echo");
        assertThat(inspect(container).arguments()).isEmpty();
    }

    @Test
    void the_command_gets_its_arguments_as_they_are() {
        assertThat(output(runToEnd("echo", "a  b", "$HOME", "'"))).isEqualTo("a  b $HOME '\n");
    }

    @Test
    void the_environment_is_the_images_and_what_is_given() {
        var container = runToEnd(process(process -> process.environment = List.of("COLOR=deep blue", "EMPTY="), "env"));
        assertThat(inspect(container).environment()).contains("COLOR=deep blue", "EMPTY=");
        assertThat(output(container).lines()).contains("COLOR=deep blue", "EMPTY=").anyMatch(line -> line.startsWith("PATH="));
    }

    @Test
    void what_is_given_goes_before_the_images_environment() {
        var container = runToEnd(process(process -> process.environment = List.of("PATH=/bin:/elsewhere"), "env"));
        assertThat(output(container).lines().filter(line -> line.startsWith("PATH="))).containsExactly("PATH=/bin:/elsewhere");
    }

    @Test
    void the_command_runs_in_the_working_directory() {
        var container = runToEnd(process(process -> process.workingDirectory = Optional.of("/tmp"), "pwd"));
        assertThat(output(container)).isEqualTo("/tmp\n");
    }

    @Test
    void without_a_working_directory_it_runs_in_the_root() {
        assertThat(output(runToEnd("pwd"))).isEqualTo("/\n");
    }

    @Test
    void a_working_directory_that_is_not_absolute_is_refused() {
        refusedWithoutATrace(EngineException.Invalid.class, process(process -> process.workingDirectory = Optional.of("tmp"), "pwd"));
    }

    @ParameterizedTest
    @CsvSource({"user, 1000", "1000, 1000", "1000:1000, 1000", "root, 0"})
    void the_command_runs_as_the_user(String user, String number) {
        assertThat(output(runToEnd(process(process -> process.user = Optional.of(user), "id", "-u")))).isEqualTo(number + "\n");
    }

    @Test
    void a_user_that_the_image_does_not_know_cannot_start() {
        var container = create(process(process -> process.user = Optional.of("nobody-is-called-so"), "true"));
        refused(EngineException.Invalid.class, "start container " + container, () -> engine().containers().start(container));
    }

    @Test
    void the_hostname_is_the_short_id() {
        var container = runToEnd("hostname");
        assertThat(output(container)).isEqualTo(id(container).abbreviated() + "\n");
    }

    @Test
    void the_hostname_is_what_is_given() {
        var container = runToEnd(spec("hostname").with(spec -> spec.network = spec.network.with(network -> network.hostname = Optional.of("mast"))));
        assertThat(output(container)).isEqualTo("mast\n");
    }

    @Test
    void a_terminal_and_an_input_are_told() {
        var details = inspect(create(process(process -> {
            process.tty = true;
            process.openStdin = true;
        }, "true")));
        assertThat(details.tty()).isTrue();
        assertThat(details.openStdin()).isTrue();
    }

    @Test
    void without_a_word_there_is_neither_terminal_nor_input() {
        assertThat(inspect(standing()).tty()).isFalse();
        assertThat(inspect(standing()).openStdin()).isFalse();
    }

    @Test
    void the_grace_of_a_stop_is_told() {
        assertThat(inspect(create(lifecycle(life -> life.stopTimeout = OptionalInt.of(7)))).stopTimeout()).hasValue(7);
        assertThat(inspect(standing()).stopTimeout()).isEmpty();
    }

    @Test
    void a_container_that_removes_itself_says_so() {
        assertThat(inspect(create(lifecycle(life -> life.autoRemove = true))).autoRemove()).isTrue();
        assertThat(inspect(standing()).autoRemove()).isFalse();
    }

    @Test
    void the_log_driver_is_told() {
        assertThat(inspect(create(lifecycle(life -> life.logDriver = Optional.of("none")))).logDriver()).isEqualTo("none");
    }

    @Test
    void an_option_that_the_log_driver_does_not_know_is_refused() {
        refusedWithoutATrace(EngineException.Invalid.class, lifecycle(life -> {
            life.logDriver = Optional.of("json-file");
            life.logOptions = Map.of("no-such-option", "x");
        }));
    }

    @Test
    void a_stop_signal_that_does_not_exist_is_refused() {
        refusedWithoutATrace(EngineException.Invalid.class, lifecycle(life -> life.stopSignal = Optional.of("SIGNONE")));
    }

    @Test
    void to_remove_itself_and_to_come_back_contradict_each_other() {
        refusedWithoutATrace(EngineException.Invalid.class, lifecycle(life -> {
            life.autoRemove = true;
            life.restart = new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0);
        }));
    }

    @Test
    void a_number_of_retries_needs_the_policy_that_counts_them() {
        refusedWithoutATrace(EngineException.Invalid.class,
                lifecycle(life -> life.restart = new RestartPolicy(RestartPolicy.Kind.ALWAYS, 3)));
    }

    static Stream<Arguments> limitsThatCannotBe() {
        return Stream.of(
                limit("less memory than a container needs", r -> r.memory = OptionalLong.of(1 << 20)),
                limit("less memory and swap than memory", r -> {
                    r.memory = OptionalLong.of(64 << 20);
                    r.memorySwap = OptionalLong.of(32 << 20);
                }),
                limit("a soft limit above the hard one", r -> {
                    r.memory = OptionalLong.of(64 << 20);
                    r.memoryReservation = OptionalLong.of(128 << 20);
                }),
                limit("a limit on swap without one on memory", r -> r.memorySwap = OptionalLong.of(64 << 20)),
                limit("more CPUs than the machine has", r -> r.nanoCpus = OptionalLong.of(100_000L * 1_000_000_000)),
                limit("CPUs that are not there", r -> r.cpusetCpus = Optional.of("100000")));
    }

    private static Arguments limit(String words, Consumer<Resources.Draft> change) {
        return Arguments.of(words, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limitsThatCannotBe")
    void limits_that_cannot_be_are_refused(String words, Consumer<Resources.Draft> change) {
        refusedWithoutATrace(EngineException.Invalid.class, resources(change));
    }

    @Test
    void limits_are_kept() {
        var container = create(resources(limits -> {
            limits.memory = OptionalLong.of(64 << 20);
            limits.cpuShares = OptionalLong.of(512);
            limits.pidsLimit = OptionalLong.of(50);
            limits.nanoCpus = OptionalLong.of(500_000_000);
        }));
        var host = ((JsonObject) Json.parse(inspect(container).document().json())).object("HostConfig");
        assertThat(host.integer("Memory")).isEqualTo(64 << 20);
        assertThat(host.integer("CpuShares")).isEqualTo(512);
        assertThat(host.integer("PidsLimit")).isEqualTo(50);
        assertThat(host.integer("NanoCpus")).isEqualTo(500_000_000);
    }

    @Test
    @Needs(Feature.BLOCK_IO_LIMITS)
    void a_weight_of_block_io_is_kept_or_refused() {
        var created = engine().containers().create(resources(limits -> limits.blockIoWeight = OptionalInt.of(300)));
        var container = ContainerRef.of(created.id());
        afterwards(() -> engine().containers().remove(container, RemoveOptions.FORCE));
        var host = ((JsonObject) Json.parse(inspect(container).document().json())).object("HostConfig");
        // What the machine cannot do is said, not passed over.
        assertThat(host.integer("BlkioWeight") == 300 || !created.warnings().isEmpty()).isTrue();
    }

    @Test
    void an_anonymous_volume_is_told_as_a_mount() {
        var container = create(spec("true").with(spec -> spec.storage = spec.storage.with(storage -> storage.anonymousVolumes = List.of("/data"))));
        assertThat(inspect(container).mounts()).singleElement().satisfies(mount -> {
            assertThat(mount.type()).isEqualTo("volume");
            assertThat(mount.destination()).isEqualTo("/data");
            assertThat(mount.writable()).isTrue();
            assertThat(mount.name()).isNotEmpty();
        });
    }

    @Test
    void a_mount_on_a_path_that_is_not_absolute_is_refused() {
        var mount = new BindSpec("/tmp", "data", List.of());
        refusedWithoutATrace(EngineException.Invalid.class,
                spec("true").with(spec -> spec.storage = spec.storage.with(storage -> storage.binds = List.of(mount))));
    }

    @Test
    void exposed_ports_are_told() {
        var port = new ContainerPort(80, TransportProtocol.TCP);
        var container = create(spec("true").with(spec -> spec.network = spec.network.with(network -> network.exposed = List.of(port))));
        var config = ((JsonObject) Json.parse(inspect(container).document().json())).object("Config");
        assertThat(config.object("ExposedPorts").get("80/tcp")).isPresent();
    }

    @Test
    void a_container_that_comes_back_is_restarted_and_counted() {
        var container = run(spec("false").with(spec -> spec.lifecycle = spec.lifecycle.with(
                life -> life.restart = new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 1))));
        Await.until("it was restarted once and ended for good",
                () -> inspect(container).restarts() == 1 && inspect(container).state() == ContainerState.EXITED);
        assertThat(inspect(container).exitCode()).isEqualTo(1);
    }

    @Test
    void a_container_that_comes_back_after_failures_stays_away_after_success() {
        var container = runToEnd(spec("true").with(spec -> spec.lifecycle = spec.lifecycle.with(
                life -> life.restart = new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3))));
        awaitExit(container);
        assertThat(inspect(container).restarts()).isZero();
    }

    @Test
    void a_stopped_container_does_not_come_back() {
        var container = run(spec("sleep", "1000").with(spec -> spec.lifecycle = spec.lifecycle.with(
                life -> life.restart = new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0))));
        engine().containers().stop(container, StopOptions.within(Duration.ZERO));
        assertThat(inspect(container).state()).isEqualTo(ContainerState.EXITED);
        assertThat(inspect(container).restarts()).isZero();
    }
}
