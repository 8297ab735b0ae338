package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.console.model.Effect;
import dev.davit.console.model.Message;
import dev.davit.console.model.Round;
import dev.davit.engine.EngineException;
import dev.davit.operation.Progress;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// Does what the console wants done outside. Nothing here waits for an engine, except a command that has the terminal.
final class Effects {
    private static final int AT_ONCE = 8;

    private final CommandContext context;
    private final Mailbox mailbox;
    private final Sources sources;
    private final LineTools tools;
    private final FiguresFeed figures;
    private final Inventory inventory;
    private final Suspension suspension;
    private final CommandLines lines;

    Effects(
            CommandContext context, Mailbox mailbox, Sources sources, FiguresFeed figures, Inventory inventory, Suspension suspension, CommandLines lines) {
        this.context = context;
        this.mailbox = mailbox;
        this.sources = sources;
        this.tools = new LineTools(
                sources, mailbox, context.directory(), Path.of(context.environment().getOrDefault("HOME", "/")));
        this.figures = figures;
        this.inventory = inventory;
        this.suspension = suspension;
        this.lines = lines;
    }

    /// What can wait until the user sees something.
    void shown() {
        lines.load();
    }

    void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Run(var round) -> run(round);
            case Effect.Follow(var source, var container) -> sources.follow(source, container);
            case Effect.Capture(var source, var words) -> sources.capture(source, words);
            case Effect.Find(var source, var sought, var from, var forwards) -> tools.find(source, sought, from, forwards);
            case Effect.Save(var source, var path) -> tools.save(source, path);
            case Effect.Drop(var source) -> sources.drop(source);
            case Effect.Watch(var containers) -> figures.watch(containers);
            case Effect.Show(var kind) -> inventory.show(kind);
            case Effect.Suspend(var words) -> mailbox.post(new Message.Returned(suspension.lend(words)));
            case Effect.CopyLines(var source, var from, var count) -> tools.take(source, from, count);
            case Effect.Keep(var line) -> lines.keep(line);
            case Effect.Copy _, Effect.Repaint _, Effect.Quit _ -> {
                // the loop's own
            }
        }
    }

    /// Each on its own thread, so many at a time as an engine takes without others having to wait.
    private void run(Round round) {
        var progress = new RoundProgress(round, mailbox);
        var room = new Semaphore(AT_ONCE);
        for (var job : round.jobs()) {
            Thread.ofVirtual().name("operation").start(() -> {
                room.acquireUninterruptibly();
                try {
                    job.operation().run(context.engine(), new Warnings(mailbox));
                    progress.done(job);
                } catch (EngineException e) {
                    progress.failed(job, String.valueOf(e.getMessage()));
                } catch (RuntimeException e) {
                    progress.failed(job, "cannot " + job.operation().title() + ": a defect of davit: " + e);
                } finally {
                    room.release();
                }
            });
        }
    }

    /// Results are seen in the table; warnings are said.
    private record Warnings(Mailbox mailbox) implements Progress {
        @Override
        public void say(String line) {}

        @Override
        public void warn(String sentence) {
            mailbox.post(new Message.Problem(sentence));
        }
    }
}
