package dev.davit.engine.fake;

import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import dev.davit.engine.system.ProcessTable;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.Telemetry;
import java.util.ArrayList;
import java.util.List;

/// Events, logs, statistics and processes.
final class FakeTelemetry implements Telemetry {
    private final Client client;
    private final World world;

    FakeTelemetry(Client client) {
        this.client = client;
        this.world = client.world;
    }

    @Override
    public Feed<Event> events(EventQuery query) {
        return client.call("follow events", () -> world.events.open(client, query));
    }

    @Override
    public Feed<LogChunk> logs(ContainerRef reference, LogOptions options) {
        String what = "read the log of container " + reference;
        return client.call(what, () -> {
            var container = world.resolve(what, reference);
            if (!options.stdout() && !options.stderr()) {
                throw Oops.invalid(what, "neither standard output nor standard error is wanted");
            }
            return new FakeLogs(client, what, container, options);
        });
    }

    @Override
    public StatsFeed stats(StatsOptions options) {
        client.need(Feature.STATS, "read statistics");
        return client.call("read statistics", () -> new FakeStatsFeed(client, options));
    }

    @Override
    public ProcessTable processes(ContainerRef reference, List<String> psArguments) {
        String what = "list the processes of container " + reference;
        return client.call(what, () -> {
            var container = world.resolve(what, reference);
            var process = container.process;
            if (!container.isRunning() || process == null) throw Oops.conflict(what, "container " + container.id + " is not running");
            var rows = new ArrayList<List<String>>();
            rows.add(row(process.pid, String.join(" ", container.command)));
            for (var exec : world.execs.values()) {
                var beside = exec.process;
                if (exec.container == container && exec.isRunning() && beside != null) rows.add(row(beside.pid, exec.command()));
            }
            world.events.of(container, "top");
            return new ProcessTable(List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"), rows);
        });
    }

    private static List<String> row(int pid, String command) {
        return List.of("root", Integer.toString(pid), "1", "0", "00:00", "?", "00:00:00", command);
    }
}
