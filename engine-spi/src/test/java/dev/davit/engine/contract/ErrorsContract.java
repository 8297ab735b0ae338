package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.image.ImageRef;
import dev.davit.testing.Await;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a caller typed means a thing or nothing: it never leads elsewhere, and a call that waits can be cancelled.
public abstract class ErrorsContract extends EngineContract {

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../images", "a/../b", "x?force=1", "x#y", "x%2fy", "x y", "/", "//", "\u2693", "json"})
    void a_reference_that_means_no_container_is_not_found_whatever_is_in_it(String text) {
        var nobody = new ContainerRef(text);
        notFound("inspect container " + text, () -> inspect(nobody));
        notFound("stop container " + text, () -> engine().containers().stop(nobody, StopOptions.within(Duration.ZERO)));
        notFound("remove container " + text, () -> engine().containers().remove(nobody, RemoveOptions.GENTLE));
    }

    /// A sentence may end with a dot here: that of a name.
    private static void notFound(String tried, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(EngineException.NotFound.class).hasMessageStartingWith("cannot " + tried + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../containers", "a/../b", "x?force=1", "x#y", "json"})
    void a_reference_that_means_no_image_is_refused_whatever_is_in_it(String text) {
        assertThatThrownBy(() -> engine().images().inspect(new ImageRef(text)))
                .isInstanceOfAny(EngineException.NotFound.class, EngineException.Invalid.class)
                .hasMessageStartingWith("cannot inspect image " + text + ": ");
    }

    @Test
    void an_empty_reference_cannot_be_made() {
        assertThatThrownBy(() -> new ContainerRef("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImageRef("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_call_that_waits_is_cancelled_by_interrupting_its_thread() throws InterruptedException {
        var container = run("sleep", "1000");
        var failure = new AtomicReference<Throwable>();
        var interrupted = new AtomicBoolean();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                engine().containers().stop(container, StopOptions.within(Duration.ofSeconds(50)));
            } catch (EngineException e) {
                failure.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        Await.until("it waits", () -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(waiting.getState()));
        waiting.interrupt();
        waiting.join();
        assertThat(failure.get()).isInstanceOf(EngineException.Cancelled.class).hasMessage("cannot stop container " + container + ": interrupted");
        assertThat(interrupted).isTrue();
    }

    @Test
    void an_engine_can_be_used_after_a_call_was_cancelled() {
        var container = standing();
        Thread.currentThread().interrupt();
        try {
            refused(EngineException.Cancelled.class, "inspect container " + container, () -> inspect(container));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
    }
}
