package dev.davit.console;

import dev.davit.console.input.Input;
import dev.davit.console.input.KeyDecoder.Decoded;
import dev.davit.console.model.Message;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What the console has been told and has not yet looked at. For any number of senders and one reader.
///
/// Keys, completions and failures wait in line. That a store has changed waits once, however often it is said: what is
/// handed over is its newest content, so a flood makes nothing pile up.
final class Mailbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Letter> letters = new ArrayDeque<>();
    private final Map<Object, Supplier<Message>> changes = new LinkedHashMap<>();

    /// A message, and the bytes that made it if it was typed.
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    private record Letter(Message message, byte[] typed) {}

    /// Tells something.
    void post(Message message) {
        add(new Letter(message, new byte[0]));
    }

    /// Tells what was typed.
    void typed(Decoded decoded) {
        // the mouse is the console's alone: whoever gets the terminal next did not ask for its reports
        byte[] bytes = decoded.input() instanceof Input.Pointer ? new byte[0] : decoded.bytes();
        add(new Letter(new Message.Typed(decoded.input()), bytes));
    }

    private void add(Letter letter) {
        lock.lock();
        try {
            letters.add(letter);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Tells that a store has changed.
    ///
    /// @param store which
    /// @param newest makes the message, when the reader has time for it
    void changed(Object store, Supplier<Message> newest) {
        lock.lock();
        try {
            changes.putIfAbsent(store, newest);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The next message.
    ///
    /// @param patience how long to wait for one, in nanoseconds; not at all when 0 or less
    /// @return empty when the time is over
    Optional<Message> take(long patience) throws InterruptedException {
        Supplier<Message> change;
        lock.lockInterruptibly();
        try {
            long left = patience;
            while (letters.isEmpty() && changes.isEmpty()) {
                if (left <= 0) return Optional.empty();
                left = arrived.awaitNanos(left);
            }
            var letter = letters.poll();
            if (letter != null) return Optional.of(letter.message());
            var first = changes.entrySet().iterator();
            change = first.next().getValue();
            first.remove();
        } finally {
            lock.unlock();
        }
        return Optional.of(change.get());
    }

    /// How long to wait where there is no end to it.
    static long forever() {
        return TimeUnit.DAYS.toNanos(365);
    }

    /// Takes out all that was typed and not looked at, as it was typed.
    byte[] takeTyped() {
        var bytes = new ByteArrayOutputStream();
        lock.lock();
        try {
            letters.removeIf(letter -> {
                bytes.writeBytes(letter.typed());
                return letter.message() instanceof Message.Typed;
            });
        } finally {
            lock.unlock();
        }
        return bytes.toByteArray();
    }
}
