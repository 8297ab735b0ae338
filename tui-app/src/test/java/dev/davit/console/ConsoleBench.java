package dev.davit.console;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.terminal.Pty;
import dev.davit.testing.SharedMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What `./bench console` runs: the console under `./davit` on a pseudo-terminal of 160 by 45, before a real daemon; prints
/// rows of a table. Arguments: the launcher, and how many containers to run. The daemon is `DOCKER_HOST`'s, which needs
/// the image `davit-bench`.
public final class ConsoleBench {
    private static final String FRAME_ENDS = "\u001b[?2026l";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path launcher;
    private static final String LONG_LOG = "long-log";
    private static final String LONG_LINE = "long-line";
    private static final int LOG_LINES = 1_000_000;

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

    /// A screen that is looked at frame by frame.
    private static final class Watched {
        private final VirtualScreen screen = new VirtualScreen(160, 45);
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private String text = "";
        private long bytes;
        /// When its last bytes came: what this program then does with them is not the console's time.
        private long frame;

        synchronized void take(byte[] some) {
            long came = System.nanoTime();
            bytes += some.length;
            begun.writeBytes(some);
            // a character for each byte: a frame's end is found wherever the pieces were cut
            int end = begun.toString(StandardCharsets.ISO_8859_1).lastIndexOf(FRAME_ENDS);
            if (end < 0) return;
            byte[] all = begun.toByteArray();
            screen.write(Arrays.copyOf(all, end + FRAME_ENDS.length()));
            begun.reset();
            begun.write(all, end + FRAME_ENDS.length(), all.length - end - FRAME_ENDS.length());
            text = screen.text();
            frame = came;
            notifyAll();
        }

        /// When the frame came that shows it.
        synchronized long when(String what, Predicate<String> shown) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!shown.test(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) throw new IllegalStateException("never showed " + what + ":\n" + text);
                wait(left);
            }
            return frame;
        }

        synchronized long bytes() {
            return bytes;
        }

        /// A container's row, or nothing. The name may stand above the rows too, as what they are filtered by, and below, as
        /// what was stopped.
        static String row(String text, String name) {
            return text.lines()
                    .filter(line -> line.startsWith("▌ ") || line.startsWith("  "))
                    .filter(line -> line.contains(name))
                    .findFirst()
                    .orElse("");
        }

        static boolean chosen(String text, String name) {
            return row(text, name).startsWith("▌");
        }

        /// Its row says so, or is out of sight, where those go that have ended.
        static boolean ended(String text, String name) {
            String row = row(text, name);
            return row.isEmpty() || row.contains("exited");
        }
    }

    private void measure() throws Exception {
        var starts = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            try (var sitting = new Sitting()) {
                if (i > 1) starts.add(sitting.firstFrame);
            }
        }
        row("command to the first frame with every visible row", starts);
        try (var sitting = new Sitting()) {
            sitting.figures();
            // a JVM that has just started compiles what it runs: that is not what looking at it all day costs
            String young = "With live figures, from its start on" + sitting.idle(20);
            String idle = "With live figures, then" + sitting.idle(60);
            String quiet = sitting.quiet();
            sitting.keys();
            sitting.outside();
            sitting.stops();
            sitting.logs();
            System.out.println("\n" + young + "\n" + idle + "\n" + quiet + "\n" + sitting.memory());
        }
    }

    private static void row(String what, List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        System.out.printf("| %s | %.1f | %.1f | %d |%n", what, sorted.get(sorted.size() / 2) / 1e6, sorted.getLast() / 1e6, sorted.size());
    }

    /// The console from its start to its end.
    private final class Sitting implements AutoCloseable {
        private final Watched watched = new Watched();
        private final Pty pty = Pty.open(160, 45, watched::take);
        private final Process program;
        private final long firstFrame;

        Sitting() throws IOException, InterruptedException {
            var environment = new HashMap<>(System.getenv());
            environment.put("LANG", "C.UTF-8");
            long began = System.nanoTime();
            program = pty.start(environment, List.of(launcher.toString()));
            int visible = Math.min(36, names.size());
            firstFrame = watched.when("its rows", text -> text.lines().filter(line -> line.contains("bench-")).count() >= visible) - began;
        }

        void figures() throws InterruptedException {
            long from = System.nanoTime();
            long until = watched.when("figures", text -> text.lines().filter(line -> line.contains("bench-") && line.contains("iB")).count()
                    >= Math.min(36, names.size()));
            row("first frame to figures in every visible row", List.of(Math.max(0, until - from)));
        }

        void keys() throws InterruptedException {
            var times = new ArrayList<Long>();
            for (int i = 1; i < Math.min(30, names.size()); i++) {
                String next = names.get(i);
                long typed = System.nanoTime();
                pty.type("j");
                times.add(watched.when("the next row chosen", text -> Watched.chosen(text, next)) - typed);
            }
            row("`j` to its frame", times);
            pty.type("g");
            watched.when("the first row chosen", text -> Watched.chosen(text, names.getFirst()));
            long bytes = watched.bytes();
            long typed = System.nanoTime();
            pty.type("j".repeat(names.size() - 1));
            long shown = watched.when("the last row chosen", text -> Watched.chosen(text, names.getLast()));
            row((names.size() - 1) + " `j` in a burst to the last one's frame (" + (watched.bytes() - bytes) + " bytes)", List.of(shown - typed));
            pty.type("g");
            watched.when("the first row chosen", text -> Watched.chosen(text, names.getFirst()));
        }

        /// Containers that somebody else kills: among many, what has ended goes out of sight.
        void outside() throws Exception {
            var times = new ArrayList<Long>();
            try (var deaths = new Deaths()) {
                for (int i = 1; i < 8 && i < names.size(); i++) {
                    String name = names.get(i);
                    engine.containers().kill(new ContainerRef(name), "KILL");
                    long shown = watched.when("its end", text -> Watched.ended(text, name));
                    times.add(shown - deaths.of(name));
                }
            }
            row("a `die` event from outside to its row", times);
            for (int i = 1; i < 8 && i < names.size(); i++) engine.containers().start(new ContainerRef(names.get(i)));
            watched.when("they run", text -> names.stream().limit(8).allMatch(name -> Watched.row(text, name).contains("running")));
        }

        /// Containers that are stopped by key.
        void stops() throws Exception {
            var times = new ArrayList<Long>();
            try (var deaths = new Deaths()) {
                for (int i = 0; i < 5 && i < names.size(); i++) {
                    String name = names.get(i);
                    watched.when("the row chosen", text -> Watched.chosen(text, name));
                    pty.type("s");
                    long shown = watched.when("its end", text -> Watched.ended(text, name));
                    times.add(shown - deaths.of(name));
                    pty.type("g");
                }
            }
            row("stopped by key: the `die` event to its row", times);
        }

        /// What it costs while nobody types, in a sentence.
        String idle(int span) throws IOException, InterruptedException {
            long java = java();
            var daemons = daemons();
            long bytes = watched.bytes();
            long ticks = ticks(java);
            long theirs = ticks(daemons);
            long from = System.nanoTime();
            TimeUnit.SECONDS.sleep(span);
            double seconds = (System.nanoTime() - from) / 1e9;
            return ", over %.0f s: %.2f %% of a core, %.0f bytes a second to the terminal; dockerd and containerd together %.2f %% of a core.".formatted(
                    seconds, (ticks(java) - ticks) / seconds, (watched.bytes() - bytes) / seconds, (ticks(daemons) - theirs) / seconds);
        }

        /// The same where no figures are seen.
        String quiet() throws IOException, InterruptedException {
            pty.type("2");
            watched.when("the images", text -> text.contains("USED BY") && text.contains("davit-bench"));
            String cost = idle(20);
            pty.type("1");
            watched.when("the containers", text -> text.contains("CPU"));
            return "A table without figures" + cost;
        }

        String memory() throws IOException {
            return "After all of it %.1f MiB (PSS).".formatted(SharedMemory.pss(java()) / 1024.0);
        }

        private long java() {
            return program.descendants().filter(child -> child.info().command().orElse("").endsWith("/java")).findFirst().orElse(program.toHandle()).pid();
        }

        /// The daemon that was started for this, if one was; else all on this machine.
        private static List<Long> daemons() {
            var own = daemons(ProcessHandle.current().parent().stream().flatMap(ProcessHandle::descendants));
            return own.isEmpty() ? daemons(ProcessHandle.allProcesses()) : own;
        }

        private static List<Long> daemons(Stream<ProcessHandle> among) {
            return among.filter(process -> process.info().command().filter(command -> command.endsWith("/dockerd") || command.endsWith("/containerd")).isPresent())
                    .map(ProcessHandle::pid)
                    .toList();
        }

        /// A log of very many lines, and one with a very long line.
        void logs() throws InterruptedException {
            open(LONG_LOG);
            long typed = System.nanoTime();
            pty.type("l");
            long shown = watched.when("its last line", text -> text.lines().anyMatch(line -> line.strip().equals(Integer.toString(LOG_LINES))));
            row("a log of " + LOG_LINES + " lines, `l` to its last line", List.of(shown - typed));
            pty.type("q");
            open(LONG_LINE);
            pty.type("l");
            watched.when("the last line", text -> text.lines().anyMatch(line -> line.strip().equals("end")));
            pty.type("W");
            watched.when("the line wrapped", text -> text.contains("x".repeat(150) + "\n x"));
            pty.type("g");
            var times = new ArrayList<Long>();
            for (int i = 0; i < 10; i++) {
                boolean wrapped = i % 2 == 0;
                watched.when("the first line", text -> text.lines().anyMatch(line -> line.strip().equals("begin")));
                long pressed = System.nanoTime();
                pty.type("W");
                long drawn = watched.when("its other shape", text -> text.contains("\n end") == wrapped);
                times.add(drawn - pressed);
            }
            row("a key with a line of 100,000 characters in sight", times);
            pty.type("q");
        }

        private void open(String name) throws InterruptedException {
            watched.when("the containers", text -> text.contains("CPU"));
            pty.type("/\u0015" + name + "\r"); // ctrl-u: without what was filtered by before
            watched.when("the row chosen", text -> Watched.chosen(text, name));
        }

        private static long ticks(List<Long> processes) throws IOException {
            long all = 0;
            for (long pid : processes) all += ticks(pid);
            return all;
        }

        /// The hundredths of a second that a process has used: fields 14 and 15 of /proc/pid/stat, proc(5).
        private static long ticks(long pid) throws IOException {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        }

        @Override
        public void close() {
            pty.type("q");
            try {
                if (!program.waitFor(10, TimeUnit.SECONDS)) System.err.println("bench: the console did not quit by its key");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pty.close();
        }
    }

    /// When the daemon told of each container's end.
    private final class Deaths implements AutoCloseable {
        private final Map<String, Long> times = new ConcurrentHashMap<>();
        private final dev.davit.engine.Feed<Event> events = engine.telemetry().events(EventQuery.live());
        private final Thread reader = Thread.ofVirtual().start(this::read);

        private void read() {
            for (var event : events) {
                if (event.action().equals("die")) times.put(event.attributes().getOrDefault("name", ""), System.nanoTime());
            }
        }

        long of(String name) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
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
