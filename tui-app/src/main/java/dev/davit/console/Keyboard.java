package dev.davit.console;

import dev.davit.console.input.KeyDecoder;
import dev.davit.console.model.Message;
import dev.davit.terminal.UserTerminal.TerminalInput;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Reads the terminal on a thread of its own and tells the keys. While it is paused it reads nothing, so that another reader
/// gets every byte.
final class Keyboard implements AutoCloseable {
    /// How long the rest of a sequence may take, in milliseconds: more than a slow line needs, less than a user notices.
    private static final int REST = 25;

    private final TerminalInput input;
    private final Mailbox mailbox;
    private final KeyDecoder decoder = new KeyDecoder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean pausing;
    private boolean resting;
    private boolean closed;

    Keyboard(TerminalInput input, Mailbox mailbox) {
        this.input = input;
        this.mailbox = mailbox;
        this.thread = Thread.ofPlatform().daemon().name("keys").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        var buffer = new byte[4096];
        while (true) {
            int count = input.read(buffer, decoder.isWaiting() ? REST : -1);
            if (count < 0) {
                mailbox.post(new Message.Gone());
                rest(true);
                return;
            }
            if (mustRest()) {
                input.unread(buffer, 0, count);
                if (rest(false)) return;
            } else if (count == 0) {
                decoder.giveUp().forEach(mailbox::typed);
            } else {
                decoder.decode(buffer, count).forEach(mailbox::typed);
            }
        }
    }

    private boolean mustRest() {
        lock.lock();
        try {
            return pausing || closed;
        } finally {
            lock.unlock();
        }
    }

    /// @param forGood whether there is nothing more to read
    /// @return whether it is over
    private boolean rest(boolean forGood) {
        lock.lock();
        try {
            resting = true;
            changed.signalAll();
            while (pausing && !closed && !forGood) changed.awaitUninterruptibly();
            if (!forGood) resting = false;
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when nothing is read any more.
    void pause() {
        lock.lock();
        try {
            pausing = true;
            input.wake();
            while (!resting) changed.awaitUninterruptibly();
        } finally {
            lock.unlock();
        }
        takeCallBack();
    }

    /// The reader may have come back by itself: then the call would meet the next one.
    private void takeCallBack() {
        input.read(new byte[0], 0);
    }

    /// Reads again.
    void resume() {
        lock.lock();
        try {
            pausing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            input.wake();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        takeCallBack();
    }
}
