package dev.davit.console;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What `./bench console` runs: the console under `./davit` on a pseudo-terminal of 160 by 45, before a real daemon; prints
/// rows of a table. Arguments: the launcher, and how many containers to run. The daemon is `DOCKER_HOST`'s, which needs
/// the image `davit-bench`.
public final class ConsoleBench {
    private static final String LONG_LOG = "long-log";
    private static final String LONG_LINE = "long-line";
    private static final int LOG_LINES = 1_000_000;

    private final Path launcher;
    private final List<String> names = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Engine engine;

    private ConsoleBench(Path launcher, Engine engine) {
        this.launcher = launcher;
        this.engine = engine;
    }

    /// @param arguments the launcher; how many containers
    public static void main(String[] arguments) throws Exception {
        var settings = EngineSettings.of(System.getenv());
        try (var engine = EngineChoice.of(Optional.of("docker"), settings).open(settings)) {
            var bench = new ConsoleBench(Path.of(arguments[0]), engine);
            try {
                bench.containers(Integer.parseInt(arguments[1]));
                bench.logs();
                bench.measure();
            } finally {
                bench.remove();
            }
        }
    }

    private void containers(int count) {
        for (int i = 0; i < count; i++) {
            String name = "bench-%03d".formatted(i);
            engine.containers().create(ContainerSpec.of("davit-bench", "sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1; done").named(name));
            names.add(name);
            engine.containers().start(new ContainerRef(name));
        }
    }

    /// A container that has written very much, and one that has written a very long line.
    private void logs() {
        written(LONG_LOG, "seq 1 " + LOG_LINES);
        written(LONG_LINE, "echo begin; head -c 100000 /dev/zero | tr '\\0' x; echo; echo end");
    }

    private void written(String name, String script) {
        var made = engine.containers().create(ContainerSpec.of("davit-bench", "sh", "-c", script).named(name)).id();
        others.add(name);
        try (var exits = engine.containers().exits(ContainerRef.of(made), WaitCondition.NEXT_EXIT)) {
            engine.containers().start(ContainerRef.of(made));
            exits.iterator().next();
        }
    }

    private void remove() {
        for (String name : others) engine.containers().remove(new ContainerRef(name), RemoveOptions.FORCE);
        for (String name : names) engine.containers().remove(new ContainerRef(name), RemoveOptions.FORCE);
    }

    private void measure() throws Exception {
        var starts = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            try (var console = new BenchConsole(launcher)) {
                long shown = firstFrame(console);
                if (i > 1) starts.add(shown);
            }
        }
        System.out.println("| 160 by 45, " + names.size() + " running containers | median ms | worst ms | times | at most | | lazydocker | ctop | dry |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        row("command to the first frame with every visible row", starts, 300, 0, "91", "1016", "115");
        try (var console = new BenchConsole(launcher)) {
            firstFrame(console);
            figures(console);
            // a JVM that has just started compiles what it runs: that is not what looking at it all day costs
            var young = console.idle(20);
            var warm = console.idle(60);
            var quiet = quiet(console);
            keys(console);
            outside(console);
            stops(console);
            logs(console);
            var last = console.idle(1);
            System.out.printf("%n| while nobody types | %% of a core | bytes/s to the terminal | dockerd and containerd, %% of a core | MiB (PSS) | |%n");
            System.out.println("|---|---|---|---|---|---|");
            cost("live figures, 20 s from its start on", young);
            cost("live figures, 60 s after that", warm, warm.cpu() <= 2.5 && warm.terminal() <= 1024 && warm.daemons() <= 11.5);
            cost("a table without figures, 20 s; %d bytes to the daemon".formatted(quiet.other()), quiet,
                    quiet.cpu() <= 0.5 && quiet.terminal() == 0 && quiet.other() == 0);
            cost("after all of it", last, last.pss() <= 80);
        }
        PeerTool.printInstalled();
        System.out.println("""
                | lazydocker | 4.82 | 34971 | 13.10 | 57.1 | |
                | ctop | 2.43 | 279 | 11.51 | 25.9 | |
                | dry's list, without figures | 0.45 | 0 | 0.92 | 26.7 | |
                | dry's monitor | 27.07 | 647 | 10.79 | 45.1 | |

                lazydocker 0.25.2, ctop 0.7.7 and dry (after 0.13.0) were measured before: 2 CPUs, dockerd 20.10.24, 100 running containers, 160 by 45.""");
    }

    /// Prints a row of the table of times.
    ///
    /// @param median the most that its median may be, in milliseconds; 0: whatever it is
    /// @param worst the most that its worst may be, the same way
    private static void row(String what, List<Long> nanos, int median, int worst, String... peers) {
        var sorted = nanos.stream().sorted().toList();
        double middle = sorted.get(sorted.size() / 2) / 1e6;
        double last = sorted.getLast() / 1e6;
        var limits = new ArrayList<String>();
        if (median > 0) limits.add(Integer.toString(median));
        if (worst > 0) limits.add("worst " + worst);
        String verdict = (median > 0 && middle > median) || (worst > 0 && last > worst) ? "missed" : "kept";
        System.out.printf(
                "| %s | %.1f | %.1f | %d | %s | %s | %s |%n",
                what, middle, last, sorted.size(), String.join(", ", limits), limits.isEmpty() ? "" : verdict, String.join(" | ", peers));
    }

    private static void row(String what, List<Long> nanos) {
        row(what, nanos, 0, 0, "", "", "");
    }

    /// Prints a row of the table of costs.
    static void cost(String what, Cost cost) {
        cost(what, cost, "");
    }

    private static void cost(String what, Cost cost, boolean kept) {
        cost(what, cost, kept ? "kept" : "missed");
    }

    private static void cost(String what, Cost cost, String verdict) {
        System.out.printf("| %s | %.2f | %.0f | %.2f | %.1f | %s |%n", what, cost.cpu(), cost.terminal(), cost.daemons(), cost.pss(), verdict);
    }

    private int visible() {
        return Math.min(36, names.size());
    }

    private long firstFrame(BenchConsole console) throws InterruptedException {
        return console.when("its rows", text -> text.lines().filter(line -> line.contains("bench-")).count() >= visible()) - console.began();
    }

    private void figures(BenchConsole console) throws InterruptedException {
        long from = System.nanoTime();
        long until = console.when("figures", text -> text.lines().filter(line -> line.contains("bench-") && line.contains("iB")).count()
                >= visible());
        row("first frame to figures in every visible row", List.of(Math.max(0, until - from)));
    }

    private void keys(BenchConsole console) throws InterruptedException {
        var times = new ArrayList<Long>();
        for (int i = 1; i < Math.min(30, names.size()); i++) {
            String next = names.get(i);
            long typed = console.type("j");
            times.add(console.when("the next row chosen", text -> WatchedScreen.chosen(text, next)) - typed);
        }
        row("`j` to its frame", times, 5, 25, "11.7, worst 70.2", "9.6, worst 19.3", "13.2, worst 21.6");
        console.type("g");
        console.when("the first row chosen", text -> WatchedScreen.chosen(text, names.getFirst()));
        long bytes = console.screen().bytes();
        long typed = console.type("j".repeat(names.size() - 1));
        long shown = console.when("the last row chosen", text -> WatchedScreen.chosen(text, names.getLast()));
        long written = console.screen().bytes() - bytes;
        row((names.size() - 1) + " `j` in a burst to the last one's frame (" + written + " bytes, at most 50000)", List.of(shown - typed), 50, 0,
                "10 (45040 bytes)", "614 (2112903 bytes)", "454 (20758 bytes)");
        console.type("g");
        console.when("the first row chosen", text -> WatchedScreen.chosen(text, names.getFirst()));
    }

    /// Containers that somebody else kills: among many, what has ended goes out of sight.
    private void outside(BenchConsole console) throws Exception {
        var times = new ArrayList<Long>();
        try (var deaths = new Deaths()) {
            for (int i = 1; i < 8 && i < names.size(); i++) {
                String name = names.get(i);
                engine.containers().kill(new ContainerRef(name), "KILL");
                long shown = console.when("its end", text -> WatchedScreen.ended(text, name));
                times.add(shown - deaths.of(name));
            }
        }
        row("a `die` event from outside to its row", times, 50, 0, "37 to 43", "957 to 959", "never");
        for (int i = 1; i < 8 && i < names.size(); i++) engine.containers().start(new ContainerRef(names.get(i)));
        console.when("they run", text -> names.stream().limit(8).allMatch(name -> WatchedScreen.row(text, name).contains("running")));
    }

    /// Containers that are stopped by key.
    private void stops(BenchConsole console) throws Exception {
        var times = new ArrayList<Long>();
        try (var deaths = new Deaths()) {
            for (int i = 0; i < 5 && i < names.size(); i++) {
                String name = names.get(i);
                console.when("the row chosen", text -> WatchedScreen.chosen(text, name));
                console.type("s");
                long shown = console.when("its end", text -> WatchedScreen.ended(text, name));
                times.add(shown - deaths.of(name));
                console.type("g");
            }
        }
        row("stopped by key: the `die` event to its row", times);
    }

    /// What it costs where no figures are seen.
    private static Cost quiet(BenchConsole console) throws IOException, InterruptedException {
        console.type("2");
        console.when("the images", text -> text.contains("USED BY") && text.contains("davit-bench"));
        var cost = console.idle(20);
        console.type("1");
        console.when("the containers", text -> text.contains("CPU"));
        return cost;
    }

    /// A log of very many lines, and one with a very long line.
    private void logs(BenchConsole console) throws InterruptedException {
        open(console, LONG_LOG);
        long typed = console.type("l");
        long shown = console.when("its last line", text -> text.lines().anyMatch(line -> line.strip().equals(Integer.toString(LOG_LINES))));
        row("a log of " + LOG_LINES + " lines, `l` to its last line", List.of(shown - typed), 300, 0, "over 45 s, of 200000 lines", "", "");
        console.type("q");
        open(console, LONG_LINE);
        console.type("l");
        console.when("the last line", text -> text.lines().anyMatch(line -> line.strip().equals("end")));
        console.type("W");
        console.when("the line wrapped", text -> text.contains("x".repeat(150) + "\n x"));
        console.type("g");
        var times = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            boolean wrapped = i % 2 == 0;
            console.when("the first line", text -> text.lines().anyMatch(line -> line.strip().equals("begin")));
            long pressed = console.type("W");
            long drawn = console.when("its other shape", text -> text.contains("\n end") == wrapped);
            times.add(drawn - pressed);
        }
        row("a key with a line of 100,000 characters in sight", times, 0, 50, "", "", "");
        console.type("q");
    }

    private static void open(BenchConsole console, String name) throws InterruptedException {
        console.when("the containers", text -> text.contains("CPU"));
        console.type("/\u0015" + name + "\r"); // ctrl-u: without what was filtered by before
        console.when("the row chosen", text -> WatchedScreen.chosen(text, name));
    }

    /// When the daemon told of each container's end.
    private final class Deaths implements AutoCloseable {
        private final Map<String, Long> times = new ConcurrentHashMap<>();
        private final Feed<Event> events = engine.telemetry().events(EventQuery.live());
        private final Thread reader = Thread.ofVirtual().start(this::read);

        private void read() {
            for (var event : events) {
                if (event.action().equals("die")) times.put(event.attributes().getOrDefault("name", ""), System.nanoTime());
            }
        }

        long of(String name) throws InterruptedException {
            long end = System.nanoTime() + WatchedScreen.PATIENCE.toNanos();
            while (!times.containsKey(name)) {
                if (System.nanoTime() > end) throw new IllegalStateException("no event of " + name);
                Thread.onSpinWait();
            }
            return times.get(name);
        }

        @Override
        public void close() {
            events.close();
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
