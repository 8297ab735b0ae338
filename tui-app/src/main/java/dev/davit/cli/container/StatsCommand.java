package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.StatsSample;
import dev.davit.format.list.StatsList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `davit stats`: figures that stay, drawn anew on a terminal, or once.
public final class StatsCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also containers that do not run");
    private static final Flag<Boolean> NO_STREAM = Flag.toggle("no-stream", "Show the figures once");

    /// A container on the list.
    private record Watched(ContainerId id, String name, boolean running) {}

    private final CommandContext context;
    private final Engine engine;
    private final StatsList list;
    private final boolean all;
    private final boolean named;
    private final Map<ContainerId, Watched> watched = new LinkedHashMap<>();
    private final Map<ContainerId, StatsSample> samples = new LinkedHashMap<>();

    private StatsCommand(Invocation typed, CommandContext context) {
        this.context = context;
        this.engine = context.engine();
        this.list = new StatsList(ListFlags.format(typed, context, "stats"), !typed.get(ListFlags.NO_TRUNC));
        this.all = typed.get(ALL);
        this.named = !typed.arguments().isEmpty();
    }

    public static CommandSpec spec() {
        return CommandSpec.named("stats", "[OPTIONS] [CONTAINER...]", "Show what containers use, as it changes")
                .flags(ALL, ListFlags.FORMAT, NO_STREAM, ListFlags.NO_TRUNC)
                .arguments(0, Integer.MAX_VALUE)
                .runs((typed, context) -> new StatsCommand(typed, context).run(typed));
    }

    private int run(Invocation typed) {
        if (typed.get(NO_STREAM)) {
            gather(typed.arguments());
            try (var feed = engine.telemetry().stats(new StatsOptions(running(), true))) {
                for (var sample : feed) samples.put(sample.container(), sample);
            }
            context.print(text());
            return ExitCode.OK;
        }
        return follow(typed.arguments());
    }

    /// Events first, then the list, so that no container is missed between the two.
    private int follow(List<String> names) {
        var query = EventQuery.live().with(Filters.of("type", "container"));
        try (var events = engine.telemetry().events(query)) {
            gather(names);
            try (var feed = engine.telemetry().stats(new StatsOptions(running(), false))) {
                if (!named) Thread.ofVirtual().name("events").start(() -> track(events, feed));
                var round = new HashSet<ContainerId>();
                draw();
                for (var sample : feed) {
                    synchronized (this) {
                        boolean known = watched.containsKey(sample.container());
                        if (known) samples.put(sample.container(), sample);
                        boolean complete = !round.add(sample.container()) || round.containsAll(running());
                        if (!complete) continue;
                    }
                    round.clear();
                    draw();
                }
            }
        }
        return ExitCode.OK;
    }

    private synchronized void gather(List<String> names) {
        if (names.isEmpty()) {
            var query = all ? ContainerQuery.everything() : ContainerQuery.running();
            for (var c : engine.containers().list(query)) add(new Watched(c.id(), c.name(), c.state().isRunning()));
            return;
        }
        for (String name : names) {
            var c = engine.containers().inspect(new ContainerRef(name));
            add(new Watched(c.id(), c.name(), c.state().isRunning()));
        }
    }

    private void add(Watched one) {
        watched.put(one.id(), one);
    }

    private synchronized Set<ContainerId> running() {
        var ids = new HashSet<ContainerId>();
        for (var one : watched.values()) if (one.running()) ids.add(one.id());
        return ids;
    }

    private void track(Iterable<Event> events, StatsFeed feed) {
        try {
            for (var event : events) {
                if (change(event)) feed.watch(running());
            }
        } catch (EngineException e) {
            // The figures break for the same reason, and their reader says it.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "events", e);
        }
    }

    private synchronized boolean change(Event event) {
        var id = new ContainerId(event.actorId());
        String name = event.attributes().getOrDefault("name", id.abbreviated());
        switch (event.action()) {
            case "start" -> add(new Watched(id, name, true));
            case "die" -> {
                samples.remove(id);
                if (all) add(new Watched(id, name, false));
                else watched.remove(id);
            }
            case "destroy" -> watched.remove(id);
            case "create" -> {
                if (all) add(new Watched(id, name, ContainerState.CREATED.isRunning()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private synchronized String text() {
        var rows = new ArrayList<StatsList.Figures>();
        for (var one : watched.values()) {
            rows.add(new StatsList.Figures(one.id(), one.name(), Optional.ofNullable(samples.get(one.id())), one.running()));
        }
        return list.print(rows);
    }

    /// On a terminal each round is drawn over the one before.
    private void draw() {
        String text = text();
        boolean over = context.io().out().isTerminal() && list.isTable();
        if (!over) {
            context.print(text);
            return;
        }
        String lines = dev.davit.format.SafeText.lines(text).replace("\n", "\u001b[K\n");
        // a row that is wider than the terminal ends at its edge (DECAWM), so that rows stay below each other
        context.io().out().text("\u001b[?7l\u001b[H" + lines + "\u001b[J\u001b[?7h");
    }
}
