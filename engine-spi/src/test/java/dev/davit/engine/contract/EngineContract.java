package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// One theme of the contract, and what its tests stand on: the engine, and containers, images, networks and volumes with fresh
/// names that are gone when the test is. The timeout only ends a test that would hang.
@Timeout(180)
@ExtendWith(NeedsExtension.class)
public abstract class EngineContract {
    private final Deque<Runnable> cleanUps = new ArrayDeque<>();
    private EngineUnderTest subject;
    private Standing standing;

    @BeforeEach
    final void begin(EngineUnderTest given, Standing shared) {
        subject = given;
        standing = shared;
    }

    @AfterEach
    final void cleanUp() {
        // An interrupt that a test left behind must not keep the next call from cleaning up.
        boolean interrupted = Thread.interrupted();
        cleanUps.forEach(Runnable::run);
        assertThat(interrupted).as("the test left its thread interrupted").isFalse();
    }

    /// The engine, and what is around it.
    protected final EngineUnderTest subject() {
        return subject;
    }

    /// The engine.
    protected final Engine engine() {
        return subject.engine();
    }

    /// A name that nothing has had before: good for containers, images, networks and volumes.
    protected final String freshName() {
        return Standing.freshName();
    }

    /// Has something done when the test is over, whatever becomes of it; the last first.
    protected final void afterwards(Runnable work) {
        cleanUps.push(work);
    }

    /// A container to be created: of busybox, with a fresh name and no network.
    protected final ContainerSpec spec(String... command) {
        return Standing.spec(subject, command);
    }

    /// Creates a container that is removed when the test is over.
    protected final ContainerRef create(ContainerSpec spec) {
        var id = engine().containers().create(spec).id();
        afterwards(() -> removeIfThere(id));
        return spec.name().map(ContainerRef::new).orElseGet(() -> ContainerRef.of(id));
    }

    /// Creates one with this command.
    protected final ContainerRef create(String... command) {
        return create(spec(command));
    }

    /// Creates and starts one.
    protected final ContainerRef run(ContainerSpec spec) {
        var container = create(spec);
        engine().containers().start(container);
        return container;
    }

    /// Creates and starts one with this command.
    protected final ContainerRef run(String... command) {
        return run(spec(command));
    }

    /// Creates and starts one, and waits until it has ended.
    protected final ContainerRef runToEnd(ContainerSpec spec) {
        var container = create(spec);
        try (var exit = engine().containers().exits(container, WaitCondition.NEXT_EXIT)) {
            engine().containers().start(container);
            exit.iterator().next();
        }
        // an engine may tell an end before its lists know of it
        var running = ContainerQuery.running().with(Filters.of("name", container.text() + "$"));
        Await.until("the lists know that " + container + " has ended", () -> engine().containers().list(running).isEmpty());
        return container;
    }

    /// Creates and starts one with this command, and waits until it has ended.
    protected final ContainerRef runToEnd(String... command) {
        return runToEnd(spec(command));
    }

    private void removeIfThere(ContainerId id) {
        try {
            engine().containers().remove(ContainerRef.of(id), new RemoveOptions(true, true, false));
        } catch (EngineException.NotFound e) {
            // The test was about removing it.
            return;
        } catch (EngineException.Conflict e) {
            // It is being removed by itself already.
            awaitEnd(engine().containers(), id);
        }
    }

    private static void awaitEnd(Containers containers, ContainerId id) {
        try (var gone = containers.exits(ContainerRef.of(id), WaitCondition.REMOVED)) {
            gone.iterator().next();
        } catch (EngineException.NotFound e) {
            return;
        }
    }

    /// A container that runs `sleep` for all tests of the class: to be looked at, not to be touched.
    protected final ContainerRef standing() {
        return standing.container();
    }

    /// A container in full.
    protected final ContainerDetails inspect(ContainerRef container) {
        return engine().containers().inspect(container);
    }

    /// A container's id.
    protected final ContainerId id(ContainerRef container) {
        return inspect(container).id();
    }

    /// Waits until a container does not run.
    protected final ExitStatus awaitExit(ContainerRef container) {
        try (var exit = engine().containers().exits(container, WaitCondition.NOT_RUNNING)) {
            return exit.iterator().next();
        }
    }

    /// What a container has written so far, both streams together.
    protected final String output(ContainerRef container) {
        return output(container, LogOptions.all());
    }

    /// That part of what a container has written.
    protected final String output(ContainerRef container, LogOptions options) {
        try (var log = engine().telemetry().logs(container, options)) {
            return text(log);
        }
    }

    /// All of a log as text.
    protected static String text(Feed<LogChunk> log) {
        var bytes = new ByteArrayOutputStream();
        for (var chunk : log) bytes.writeBytes(chunk.bytes());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Waits until a container has written this.
    protected final void awaitOutput(ContainerRef container, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var log = engine().telemetry().logs(container, following())) {
            for (var chunk : log) {
                bytes.writeBytes(chunk.bytes());
                if (bytes.toString(StandardCharsets.UTF_8).contains(text)) return;
            }
        }
        throw new AssertionError("container " + container + " ended without writing " + text + " but " + bytes);
    }

    /// The whole log and what comes.
    protected static LogOptions following() {
        return new LogOptions(true, true, true, Optional.empty(), Optional.empty(), OptionalLong.empty(), false, false);
    }

    /// Puts an image that nothing else uses into the store, which is gone when the test is over.
    protected final ImageRef addImage() {
        var image = new ImageRef(freshName() + ":latest");
        try {
            subject.addImage(image.text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        afterwards(() -> removeIfThere(image));
        return image;
    }

    /// Has a name of an image removed when the test is over.
    protected final void removeIfThere(ImageRef image) {
        ignoringAbsence(() -> engine().images().remove(image, new ImageRemoveOptions(true, false, List.of())));
    }

    /// Creates a network that is removed when the test is over.
    protected final NetworkRef createNetwork(NetworkSpec spec) {
        engine().networks().create(spec);
        var network = new NetworkRef(spec.name());
        afterwards(() -> ignoringAbsence(() -> engine().networks().remove(network)));
        return network;
    }

    /// Creates a volume that is removed when the test is over.
    protected final VolumeRef createVolume(VolumeSpec spec) {
        var volume = new VolumeRef(engine().volumes().create(spec));
        afterwards(() -> engine().volumes().remove(volume, true));
        return volume;
    }

    private static void ignoringAbsence(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException.NotFound e) {
            // The test was about removing it.
            return;
        }
    }

    /// Something that an engine may refuse.
    @FunctionalInterface
    protected interface Call {
        void run() throws IOException;
    }

    /// Asserts that the engine refuses with this kind of error and one sentence: what was tried, on what, and why not.
    ///
    /// @param tried what was tried and on what: `stop container web`
    /// @return the sentence
    protected static String refused(Class<? extends EngineException> kind, String tried, Call call) {
        return refused(kind, tried, call, _ -> {});
    }

    /// Asserts the same, and more of the error.
    protected static <E extends EngineException> String refused(Class<E> kind, String tried, Call call, Consumer<E> more) {
        try {
            call.run();
        } catch (EngineException.Unsupported e) {
            // A missing feature is refused before anything else can be wrong: NeedsExtension looks at it.
            if (kind != EngineException.Unsupported.class) throw e;
            return sentence(kind, tried, e, more);
        } catch (EngineException e) {
            return sentence(kind, tried, e, more);
        } catch (IOException e) {
            throw new AssertionError("an engine's errors are EngineExceptions", e);
        }
        throw new AssertionError("it was not refused to " + tried);
    }

    private static <E extends EngineException> String sentence(Class<E> kind, String tried, EngineException e, Consumer<E> more) {
        assertThat(e).isInstanceOf(kind);
        String message = String.valueOf(e.getMessage());
        assertThat(message).startsWith("cannot " + tried + ": ").doesNotEndWith(".").doesNotContainPattern("\\p{Cntrl}");
        assertThat(message.substring(("cannot " + tried + ": ").length())).isNotBlank();
        more.accept(kind.cast(e));
        return message;
    }
}
