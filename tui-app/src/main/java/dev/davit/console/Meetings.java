package dev.davit.console;

/// How often the engine has been met: who lost it waits here for the next time.
final class Meetings {
    private int count;

    /// The engine has been met.
    synchronized void met() {
        count++;
        notifyAll();
    }

    synchronized int count() {
        return count;
    }

    /// Waits until it was met more often than that.
    synchronized void await(int before) throws InterruptedException {
        while (count == before) wait();
    }
}
