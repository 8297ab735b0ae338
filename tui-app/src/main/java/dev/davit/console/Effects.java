package dev.davit.console;

import dev.davit.cli.EngineTarget;
import dev.davit.cli.FileNames;
import dev.davit.console.model.Effect;
import dev.davit.console.model.Message;
import dev.davit.console.model.Round;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.DocumentTree;
import dev.davit.console.store.Span;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.document.Json;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.system.VolumeUsage;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.operation.CommandLine;
import dev.davit.operation.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Does what the console wants done outside. Nothing here waits for an engine, except a command that has the terminal.
final class Effects {
    private static final int AT_ONCE = 8;

    private final EngineSwitch engines;
    private final EngineLink link;
    private final Mailbox mailbox;
    private final Sources sources;
    private final LineTools tools;
    private final FiguresFeed figures;
    private final Inventory inventory;
    private final DetailsFeed details;
    private final Suspension suspension;
    private final Kept kept;
    private final Browser browser;

    /// What stays from one day to the next.
    record Kept(Arrangements arrangements, CommandLines lines, SavedViews views) {}

    Effects(
            EngineSwitch engines, EngineLink link, Mailbox mailbox, Sources sources, FiguresFeed figures, Inventory inventory, DetailsFeed details,
            Suspension suspension, Kept kept) {
        this.engines = engines;
        this.link = link;
        this.mailbox = mailbox;
        this.sources = sources;
        this.tools = new LineTools(
                sources, mailbox, engines.context().directory(), Path.of(engines.context().environment().getOrDefault("HOME", "/")));
        this.figures = figures;
        this.inventory = inventory;
        this.details = details;
        this.suspension = suspension;
        this.kept = kept;
        this.browser = new Browser(engines.context().environment(), System.getProperty("os.name", "").startsWith("Mac"), mailbox);
    }

    /// What can wait until the user sees something.
    void shown() {
        kept.lines().load();
        kept.views().load();
    }

    void carryOut(Effect effect) {
        // those that the first frame waits for go before the switch, which is linked anew at every start
        if (effect instanceof Effect.Watch(var containers)) figures.watch(containers);
        else if (effect instanceof Effect.Recall(var engine)) kept.arrangements().recall(engine);
        else anyOther(effect);
    }

    private void anyOther(Effect effect) {
        switch (effect) {
            case Effect.Run(var round) -> run(round);
            case Effect.Follow(var source, var writers, var span) -> sources.follow(source, writers, span);
            case Effect.Resume(var source, var container) -> sources.resume(source, container);
            case Effect.Precede(var source) -> sources.precede(source);
            case Effect.Limit(var source, var typed) -> mailbox.post(limited(source, typed));
            case Effect.Capture(var source, var words) -> sources.capture(source, words);
            case Effect.Find(var source, var sought, var from, var forwards) -> tools.find(source, sought, from, forwards);
            case Effect.Sift(var source, var sieve, var top) -> sources.sift(source, sieve, top);
            case Effect.Save(var source, var path) -> tools.save(source, path);
            case Effect.Drop(var source) -> sources.drop(source);
            case Effect.Watch(var containers) -> figures.watch(containers);
            case Effect.Tell(var subject) -> details.tell(subject);
            case Effect.Show(var kind) -> inventory.show(kind);
            case Effect.ListFiles(var line, var begun) -> elsewhere("files", () -> mailbox.post(new Message.Files(line, files(begun))));
            case Effect.Inspect inspect -> elsewhere("inspect", () -> mailbox.post(inspected(inspect)));
            case Effect.Recall(var engine) -> kept.arrangements().recall(engine);
            case Effect.Keep(var arrangement) -> kept.arrangements().keep(arrangement);
            case Effect.ListViews _ -> kept.views().list();
            case Effect.KeepView(var view) -> kept.views().keep(view);
            case Effect.ForgetView(var name) -> kept.views().forget(name);
            case Effect.Measure(var engine) -> elsewhere("measure", () -> mailbox.post(measured(engine)));
            case Effect.ListEngines _ -> elsewhere("engines", () -> mailbox.post(new Message.Engines(names())));
            case Effect.Turn(var name) -> elsewhere("turn", () -> turn(name));
            case Effect.Suspend(var words) -> mailbox.post(suspension.lend(words));
            case Effect.SuspendForSystem(var command) -> mailbox.post(suspension.lendToSystem(command));
            case Effect.CopyLines(var source, var from, var count) -> tools.take(source, from, count);
            case Effect.KeepLine(var line) -> kept.lines().keep(line);
            case Effect.Browse(var url) -> browser.open(url);
            case Effect.TurnMouse _ -> mailbox.post(new Message.Told(
                    suspension.turnMouse() ? "the mouse scrolls, and selects rows" : "the mouse is the terminal's: it selects text"));
            case Effect.Copy _, Effect.Point _, Effect.Repaint _, Effect.Quit _ -> {
                // the loop's own
            }
        }
    }

    /// Reads files, or opens connections.
    private void elsewhere(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (EngineException e) {
                mailbox.post(new Message.Problem(String.valueOf(e.getMessage())));
            }
        });
    }

    private Message inspected(Effect.Inspect asked) {
        var engine = engines.context().engine();
        String it = asked.reference();
        var document = asked.kind().map(kind -> switch (kind) {
            case IMAGES -> engine.images().inspect(new ImageRef(it)).document();
            case NETWORKS -> engine.networks().inspect(new NetworkRef(it)).document();
            case VOLUMES -> engine.volumes().inspect(new VolumeRef(it)).document();
        }).orElseGet(() -> engine.containers().inspect(new ContainerRef(it), false).document());
        return new Message.Inspected(asked.title(), DocumentTree.of(Json.parse(document.json())));
    }

    private Message measured(String engine) {
        try {
            var volumes = engines.context().engine().system().diskUsage().volumes().stream().filter(usage -> usage.bytes() >= 0);
            return new Message.Measured(engine, volumes.collect(Collectors.toMap(usage -> usage.volume().name(), VolumeUsage::bytes, (one, _) -> one)), "");
        } catch (EngineException e) {
            return new Message.Measured(engine, Map.of(), String.valueOf(e.getMessage()));
        }
    }

    /// Only who knows the time and the user's zone can.
    private Message limited(SourceId source, String typed) {
        try {
            return new Message.Limited(source, Span.parse(typed, engines.context().clock()));
        } catch (IllegalArgumentException e) {
            return new Message.Problem(String.valueOf(e.getMessage()));
        }
    }

    /// Those alone that a line can hold as they are.
    private List<String> files(String begun) {
        return FileNames.of(begun, engines.context().directory()).stream().filter(path -> CommandLine.quoted(path).equals(path)).toList();
    }

    private List<Message.Engines.Named> names() {
        return engines.targets().stream().map(target -> new Message.Engines.Named(target.name(), target.address(), target.description())).toList();
    }

    private void turn(String name) {
        var targets = engines.targets();
        var target = targets.stream().filter(each -> each.name().equals(name)).findFirst();
        if (target.isEmpty()) {
            String known = targets.stream().map(EngineTarget::name).collect(Collectors.joining(", "));
            mailbox.post(new Message.Problem("there is no engine or context \"" + name + "\"; there are " + known));
            return;
        }
        mailbox.post(new Message.Turned(name));
        engines.turn(target.get(), link::turn);
    }

    /// Each on its own thread, so many at a time as an engine takes without others having to wait.
    private void run(Round round) {
        var progress = new RoundProgress(round, mailbox);
        var room = new Semaphore(AT_ONCE);
        var context = engines.context();
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
