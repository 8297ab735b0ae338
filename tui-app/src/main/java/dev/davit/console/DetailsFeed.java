package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.store.Details;
import dev.davit.console.store.Subject;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks for the details of what has the cursor, one thing at a time: of all that the cursor has passed meanwhile only the last one
/// is asked for. While no details are shown, nothing is asked.
final class DetailsFeed implements AutoCloseable {
    private final Supplier<Engine> engine;
    private final Supplier<ZoneId> zone;
    private final Mailbox mailbox;
    private @Nullable Thread thread;
    private Optional<Subject> wanted = Optional.empty();

    DetailsFeed(Supplier<Engine> engine, Supplier<ZoneId> zone, Mailbox mailbox) {
        this.engine = engine;
        this.zone = zone;
        this.mailbox = mailbox;
    }

    /// What is to be told of from now on.
    synchronized void tell(Optional<Subject> subject) {
        wanted = subject;
        if (thread == null && subject.isPresent()) thread = Thread.ofVirtual().name("details").start(this::run);
        notifyAll();
    }

    private synchronized Subject next() throws InterruptedException {
        while (wanted.isEmpty()) wait();
        var next = wanted.get();
        wanted = Optional.empty();
        return next;
    }

    private void run() {
        try {
            while (true) {
                var subject = next();
                try {
                    mailbox.post(new Message.Details(Details.of(subject, entries(subject))));
                } catch (EngineException.Cancelled e) {
                    return;
                } catch (EngineException e) {
                    mailbox.post(new Message.Details(Details.of(subject, List.of(new Details.Entry("problem", String.valueOf(e.getMessage()))))));
                }
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }

    private List<Details.Entry> entries(Subject subject) {
        var telling = new DetailsText(zone.get());
        return switch (subject) {
            case Subject.OfContainer(var row) -> telling.container(engine.get(), row.id());
            case Subject.OfThing(var thing) -> telling.thing(engine.get(), thing);
        };
    }

    @Override
    public synchronized void close() {
        if (thread != null) thread.interrupt();
    }
}
