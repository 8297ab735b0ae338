package dev.davit.console;

import dev.davit.console.keymap.Keymaps;
import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people do every day is done by keys alone, whichever keymap they are used to: `src/test/resources/console/tasks.txt`
/// before a daemon of its own, for some tasks remove everything that is not used.
///
/// Eight minutes, so only who asks for it runs it: `./check --all -Dtest=EverydayTasks -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("long")
@ExtendWith(LeakCheck.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class EverydayTasks {
    private static final List<String> KEYMAPS = List.of("default", "lazydocker", "k9s");
    private static final Set<String> GIVEN = Set.of("bridge", "host", "none");

    private final Dockerd daemon;
    private final Engine engine;

    EverydayTasks() throws IOException {
        Requirement.need(Requirement.TMUX, Requirement.DOCKER_COMMAND);
        daemon = Dockerd.start(Files.createTempDirectory("davit-dockerd"));
        engine = InTmux.engine(daemon);
    }

    @AfterAll
    void end() {
        try (daemon) {
            engine.close();
        }
    }

    @AfterEach
    void remove() {
        for (var container : engine.containers().list(ContainerQuery.everything())) {
            engine.containers().remove(ContainerRef.of(container.id()), new RemoveOptions(true, true, false));
        }
        for (var network : engine.networks().list(NetworkQuery.all())) {
            if (!GIVEN.contains(network.name())) engine.networks().remove(new NetworkRef(network.name()));
        }
        for (var volume : engine.volumes().list(VolumeQuery.all())) engine.volumes().remove(new VolumeRef(volume.name()), true);
        for (var image : engine.images().list(ImageQuery.usual())) {
            var names = image.tags().isEmpty() ? List.of(image.id()) : image.tags();
            for (String name : names) {
                if (!name.equals(Dockerd.BUSYBOX)) engine.images().remove(new ImageRef(name), ImageRemoveOptions.GENTLE);
            }
        }
    }

    /// A task to be done by the keys of a keymap on a screen of a size.
    record Attempt(String keymap, int columns, int rows, Task task) {
        @Override
        public String toString() {
            return keymap + " " + columns + "x" + rows + ": " + task.title();
        }
    }

    static Stream<Attempt> attempts() throws IOException {
        var tasks = Task.all();
        return KEYMAPS.stream().flatMap(keymap -> tasks.stream().flatMap(task -> {
            var wide = Stream.of(new Attempt(keymap, 160, 45, task));
            // keys do the same on a small screen, whatever keymap they are of
            boolean narrow = task.narrow() && keymap.equals(KEYMAPS.getFirst());
            return narrow ? Stream.concat(wide, Stream.of(new Attempt(keymap, 80, 24, task))) : wide;
        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void it_is_done_by_keys_alone(Attempt attempt, @TempDir Path home) throws Exception {
        var config = Files.createDirectories(home.resolve(".config/davit")).resolve("config.yaml");
        Files.writeString(config, "keymap: " + attempt.keymap() + "\n");
        try (var keys = new TaskAtKeys(daemon, Keymaps.shipped(attempt.keymap()), home, attempt.columns(), attempt.rows())) {
            for (var step : attempt.task().steps()) {
                try {
                    keys.perform(step);
                } catch (AssertionError | Exception e) {
                    throw new AssertionError(attempt + "\n" + step + "\n" + e.getMessage() + "\n" + keys.screen(), e);
                }
            }
        }
    }
}
