package dev.davit.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits until something holds, and no longer; fails with its name when it does not come to hold.
public final class Await {
    /// Long enough for a busy machine: it is only ever waited out by a failure.
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final long PAUSE = 2_000_000;

    private Await() {}

    /// A condition that may fail while it is looked at.
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /// Waits until the condition holds.
    ///
    /// @param what the condition in words, for the failure
    public static void until(String what, Condition condition) {
        until(what, DEADLINE, condition);
    }

    /// Waits until the condition holds, for so long.
    public static void until(String what, Duration patience, Condition condition) {
        if (!holdsWithin(patience, condition)) throw new AssertionError("did not happen within " + patience + ": " + what);
    }

    /// Waits until there is a value.
    public static <T> T value(String what, Callable<Optional<T>> source) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            var found = call(source);
            if (found.isPresent()) return found.get();
            if (System.nanoTime() - end > 0) throw new AssertionError("did not come within " + DEADLINE + ": " + what);
            LockSupport.parkNanos(PAUSE);
        }
    }

    /// Whether the condition comes to hold in time.
    static boolean holdsWithin(Duration patience, Condition condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean late = System.nanoTime() - end > 0;
            if (call(condition::holds)) return true;
            if (late) return false;
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static <T> T call(Callable<T> source) {
        try {
            return source.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
