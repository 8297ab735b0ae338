package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.paint.LogText;
import dev.davit.console.store.LineStore;
import dev.davit.console.store.Older;
import dev.davit.console.store.Scrollback;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Sifted;
import dev.davit.engine.container.StdStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lines of a source: all of them, and those that are shown.
final class HeldLines {
    private static final long CAPACITY = 8 << 20;

    private final SourceId source;
    private final Mailbox mailbox;
    private final List<String> writers;
    private final Scrollback all = new Scrollback(CAPACITY);
    private final Object filling = new Object();
    private volatile LineStore shown = all;
    private volatile Sieve wanted = Sieve.NONE;

    /// @param writers the names of those whose lines these are, where they are several
    HeldLines(SourceId source, Mailbox mailbox, List<String> writers) {
        this.source = source;
        this.mailbox = mailbox;
        this.writers = writers;
    }

    /// What is before a line where it is written or copied: whose it is, where they are several's.
    String whose(Scrollback.Line line) {
        return line.writer() < writers.size() ? writers.get(line.writer()) + " | " : "";
    }

    /// Those that are shown.
    LineStore shown() {
        return shown;
    }

    void append(int writer, StdStream stream, Optional<Instant> time, byte[] bytes) {
        all.append(writer, stream, time, bytes);
        changed();
    }

    /// A place for what one of several wrote before, which is to be taken in with what the others wrote.
    static Scrollback past(int writers) {
        return new Scrollback(CAPACITY / writers);
    }

    /// Takes in what several wrote, in the order of its times.
    ///
    /// @param from when the first was written that is taken
    void merge(List<Scrollback> pasts, Instant from) {
        all.merge(pasts, from);
        changed();
    }

    /// When the newest was written of what one wrote.
    Optional<Instant> newest(int writer) {
        return all.newest(writer);
    }

    /// When the first line was written.
    Optional<Instant> oldest() {
        return all.oldest();
    }

    /// Takes in lines from before the first.
    ///
    /// @return whether there was room for all
    boolean prepend(List<Scrollback.Line> older) {
        boolean whole = all.prepend(older);
        changed();
        return whole;
    }

    /// Tells what is known of the lines before the first.
    void tell(Older older) {
        mailbox.post(new Message.Preceded(source, older == Older.NONE && all.hasDropped() ? Older.TOO_MANY : older));
    }

    /// Something may come again.
    void reopen() {
        all.reopen();
        changed();
    }

    /// For now one of several writes nothing more.
    void end(int writer) {
        all.end(writer);
        changed();
    }

    void end() {
        all.end();
        changed();
    }

    private void changed() {
        synchronized (filling) {
            shown.catchUp();
        }
        mailbox.changed(source, () -> new Message.Lines(source, shown.extent()));
    }

    /// Of several sieves that are asked for one after another the last is the one that is meant.
    void want(Sieve sieve) {
        wanted = sieve;
    }

    /// Shows only what a sieve lets through, unless another is wanted by now.
    ///
    /// @param top the line at which one is
    void sift(Sieve sieve, long top) {
        var next = sieve.isNone() ? all : new Sifted(all, sieve.lines(line -> LogText.of(line.bytes())));
        synchronized (filling) {
            if (!sieve.equals(wanted)) return;
            next.catchUp();
            long place = next.place(shown.origin(top));
            shown = next;
            mailbox.post(new Message.Sifted(source, sieve, next.extent(), place));
        }
    }
}
