package dev.davit.console;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Effect;
import dev.davit.console.model.Message;
import dev.davit.console.model.Update;
import dev.davit.console.paint.ConsolePainter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The one thread that owns the state. It waits for messages, takes all that are there, and draws once: at once after a key and for
/// the first list, and at most every 33 ms for what comes from outside. Otherwise it sleeps; when an age on the screen is no longer
/// right, it wakes by itself.
final class Loop {
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(33);
    /// How long an empty table is held back: an engine that answers by then is shown at once, and nothing is drawn twice.
    private static final long MEETING = TimeUnit.MILLISECONDS.toNanos(60);

    private final Mailbox mailbox;
    private final ConsolePainter painter;
    private final Effects effects;
    private final Clock clock;
    private AppState state;
    private boolean changed = true;
    private boolean urgent = true;
    private boolean quit;
    private long lastFrame = System.nanoTime() - FRAME;

    Loop(AppState initial, Mailbox mailbox, ConsolePainter painter, Effects effects, Clock clock) {
        this.state = initial;
        this.mailbox = mailbox;
        this.painter = painter;
        this.effects = effects;
        this.clock = clock;
    }

    /// Returns when the user leaves or the terminal is gone.
    void run() throws IOException, InterruptedException {
        takeAll(MEETING);
        draw();
        effects.shown();
        while (!quit) {
            draw();
            boolean came = takeAll(patience());
            if (!came && !changed) {
                // an age on the screen is no longer right
                handle(new Message.Passed());
            }
        }
    }

    /// Takes what is there, or the first that comes.
    ///
    /// @param patience how long to wait for one, in nanoseconds
    /// @return whether there was one
    private boolean takeAll(long patience) throws IOException, InterruptedException {
        var message = mailbox.take(patience);
        boolean came = message.isPresent();
        while (message.isPresent() && !quit) {
            handle(message.get());
            message = mailbox.take(0);
        }
        return came;
    }

    private void handle(Message message) throws IOException {
        // the first list is what somebody waits for
        boolean awaited = message instanceof Message.Containers && !state.containers().isKnown();
        var next = Update.step(state.at(clock.instant()), message);
        state = next.state();
        changed = true;
        urgent |= awaited || message instanceof Message.Typed || message instanceof Message.Resized || message instanceof Message.Returned;
        for (var effect : next.effects()) {
            effects.carryOut(effect);
            if (effect instanceof Effect.Copy(String text)) painter.display().copy(text);
            if (effect instanceof Effect.Point(int column)) {
                var titled = painter.title(column);
                if (titled.isPresent()) handle(new Message.Titled(titled.get()));
            }
            if (effect instanceof Effect.Repaint) painter.display().repaint();
            if (effect instanceof Effect.Quit) quit = true;
        }
    }

    private void draw() throws IOException {
        if (!changed || !(urgent || System.nanoTime() - lastFrame >= FRAME)) return;
        painter.paint(state);
        lastFrame = System.nanoTime();
        changed = false;
        urgent = false;
    }

    /// How long nothing need be done, in nanoseconds.
    private long patience() {
        if (changed) return Math.max(1, lastFrame + FRAME - System.nanoTime());
        return Ages.nextChange(state)
                .map(moment -> Math.max(1_000_000, Duration.between(clock.instant(), moment).toNanos()))
                .orElse(Mailbox.forever());
    }
}
