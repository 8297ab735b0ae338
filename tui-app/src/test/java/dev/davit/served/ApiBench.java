package dev.davit.served;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogOptions;
import dev.davit.testing.SharedMemory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What `./bench api` runs: the same calls on a daemon and on davit's server before it, taking turns in one warm process; prints rows
/// of a table, and what the server holds while a crowd of clients is there. Arguments: the daemon's URL, the server's, how many rounds, and
/// the server's process.
public final class ApiBench {
    private static final int CONTAINERS = 20;
    private static final int WARM = 300;
    private static final int CROWD = 500;
    private static final int LISTS = 10;

    /// One kind of call.
    private interface Work {
        void run(Engine engine);
    }

    private final Engine direct;
    private final Engine served;
    private final List<ContainerRef> standing = new ArrayList<>();

    private ApiBench(Engine direct, Engine served) {
        this.direct = direct;
        this.served = served;
    }

    /// @param arguments the daemon's URL; the server's URL; rounds; the server's process id
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var settings = EngineSettings.of(System.getenv());
        try (var direct = EngineChoice.of(Optional.of(arguments[0]), settings).open(settings);
                var served = EngineChoice.of(Optional.of(arguments[1]), settings).open(settings)) {
            var bench = new ApiBench(direct, served);
            try {
                bench.prepare();
                bench.measure(Integer.parseInt(arguments[2]));
                bench.crowd(Long.parseLong(arguments[3]));
            } finally {
                bench.remove();
            }
        }
    }

    private static ContainerSpec spec(String... command) {
        return ContainerSpec.of("davit-bench", command)
                .with(spec -> spec.network = NetworkSpec.none().with(network -> network.mode = Optional.of("none")));
    }

    private void prepare() {
        for (int i = 0; i < CONTAINERS; i++) {
            var id = direct.containers().create(spec("sh", "-c", "i=0; while [ $i -lt 100 ]; do echo line $i; i=$((i+1)); done")).id();
            standing.add(ContainerRef.of(id));
            run(direct, ContainerRef.of(id));
        }
    }

    private static void run(Engine engine, ContainerRef container) {
        try (var exit = engine.containers().exits(container, WaitCondition.NEXT_EXIT)) {
            engine.containers().start(container);
            exit.iterator().next();
        }
    }

    private void measure(int rounds) {
        var one = standing.getFirst();
        row("list of " + CONTAINERS + " containers", rounds * 20, engine -> engine.containers().list(ContainerQuery.everything()));
        row("inspect", rounds * 20, engine -> engine.containers().inspect(one));
        row("a log of 100 lines", rounds * 5, engine -> {
            try (var log = engine.telemetry().logs(one, LogOptions.all())) {
                for (var chunk : log) if (chunk.bytes().length == 0) throw new IllegalStateException("an empty piece");
            }
        });
        var past = new EventQuery(Optional.of(Instant.now().minusSeconds(3600)), Optional.of(Instant.now()), Filters.of("container", one.text()));
        row("events of the past", rounds * 5, engine -> {
            try (var events = engine.telemetry().events(past)) {
                for (var event : events) if (event.type().isEmpty()) throw new IllegalStateException("an event of nothing");
            }
        });
        row("create, start, wait, remove", rounds, engine -> {
            var made = ContainerRef.of(engine.containers().create(spec("sh", "-c", ":")).id());
            run(engine, made);
            engine.containers().remove(made, RemoveOptions.FORCE);
        });
    }

    /// Both by turns, so that what else happens on the machine happens to both.
    private void row(String what, int count, Work work) {
        for (int i = 0; i < Math.min(WARM, count); i++) {
            work.run(direct);
            work.run(served);
        }
        var directly = new long[count];
        var through = new long[count];
        for (int i = 0; i < count; i++) {
            directly[i] = timed(work, direct);
            through[i] = timed(work, served);
        }
        Arrays.sort(directly);
        Arrays.sort(through);
        double before = directly[count / 2] / 1e6;
        double after = through[count / 2] / 1e6;
        System.out.printf(
                Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |%n", what, before, after, after - before,
                through[count * 99 / 100] / 1e6, 1000 / before, 1000 / after);
    }

    /// Each client follows the events on a connection of its own, and meanwhile asks for the list.
    private void crowd(long server) throws IOException, InterruptedException {
        List<Feed<Event>> following = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) following.add(served.telemetry().events(EventQuery.live()));
            var asking = new ArrayList<Thread>();
            var answers = new ConcurrentLinkedQueue<Long>();
            for (int i = 0; i < CROWD; i++) {
                asking.add(Thread.ofVirtual().start(() -> {
                    for (int times = 0; times < LISTS; times++) {
                        answers.add(timed(engine -> engine.containers().list(ContainerQuery.everything()), served));
                    }
                }));
            }
            for (var thread : asking) thread.join();
            if (answers.size() != CROWD * LISTS) throw new IllegalStateException("only " + answers.size() + " lists came");
            var sorted = answers.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT, "%n%d clients follow the events and ask for the list %d times each, all at once: %.0f ms at the median, %.0f at most;"
                            + " the server then holds %d MB (PSS).%n",
                    CROWD, LISTS, sorted.get(sorted.size() / 2) / 1e6, sorted.getLast() / 1e6, SharedMemory.pss(server) / 1024);
        } finally {
            for (var feed : following) feed.close();
        }
    }

    private static long timed(Work work, Engine engine) {
        long start = System.nanoTime();
        work.run(engine);
        return System.nanoTime() - start;
    }

    private void remove() {
        for (var container : standing) direct.containers().remove(container, RemoveOptions.FORCE);
    }
}
