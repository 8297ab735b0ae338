package dev.davit.cli;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/// Keeps the heap of a program that runs for days near what it needs. The serial collector clears old objects only once the heap
/// has grown to its limit, a quarter of the machine's memory: until then a little that gets old with each young collection stays
/// for good. This looks after each young collection how much is used, and has all collected when that has grown by a quarter.
/// While nothing is allocated nothing is collected, and this does nothing.
public final class HeapKeeper implements AutoCloseable {
    /// What may be used before it is first looked at what is needed, in bytes.
    private static final long BEGIN = 16 << 20;
    /// What may always come on top of what is needed.
    private static final long LEAST = 6 << 20;

    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    /// Refers to what nothing reaches: the next young collection tells so. In a field: one that a parked virtual thread alone holds
    /// is not told of.
    @SuppressWarnings("UnusedVariable")
    private volatile @Nullable WeakReference<Object> sentinel;

    private final Thread thread = Thread.ofVirtual().name("heap").start(this::keep);

    private void keep() {
        long most = BEGIN;
        try {
            while (true) {
                sentinel = new WeakReference<>(new Object(), collected);
                collected.remove();
                if (used() <= most) continue;
                System.gc();
                long needed = used();
                most = needed + Math.max(needed / 4, LEAST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
