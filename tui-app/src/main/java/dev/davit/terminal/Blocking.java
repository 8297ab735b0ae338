package dev.davit.terminal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Native calls that may wait in the kernel. There a virtual thread would keep its carrier from all others, and an interrupt
/// would not reach it; so it waits here in Java while a platform thread makes the call.
final class Blocking {
    private Blocking() {}

    private static final class Lenders {
        static final ExecutorService THREADS =
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("terminal-", 0).factory());
    }

    /// Makes a call and gives what it gave.
    ///
    /// @param wake makes a waiting call return: called when the waiting virtual thread is interrupted, which stays
    ///     interrupted
    static <T> T call(Supplier<T> work, Runnable wake) {
        if (!Thread.currentThread().isVirtual()) return work.get();
        var result = Lenders.THREADS.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    wake.run();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
