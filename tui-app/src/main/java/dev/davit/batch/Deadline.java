package dev.davit.batch;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/// Lets something take only so long; what is not done by then is interrupted, and waited for.
final class Deadline {
    private Deadline() {}

    static int run(Duration most, Callable<Integer> work, IntSupplier late) {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> result = thread.submit(work);
            try {
                return result.get(most.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                result.cancel(true);
                return late.getAsInt();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                result.cancel(true);
                Thread.currentThread().interrupt();
                return late.getAsInt();
            }
        }
    }
}
