package dev.davit.cli.build;

import dev.davit.cli.Output;
import dev.davit.cli.Picture;
import dev.davit.cli.image.LayerLine;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.Vertex;
import dev.davit.format.SafeText;
import dev.davit.format.Sizes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A build on a terminal: a line for each step with its time, below the running one the last lines that it wrote, drawn anew as they come
/// and twice a second for the clock.
final class LiveBuild implements BuildDisplay {
    private static final Duration FRAME = Duration.ofMillis(100);
    private static final int SHOWN_LINES = 6;
    private static final int KEPT_LINES = 60;

    private final Output out;
    private final Clock clock;
    private final Picture picture;
    private final Instant begun;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("build clock").factory());
    private final Deque<String> log = new ArrayDeque<>();
    private final StringBuilder partial = new StringBuilder();
    private final Map<String, LayerLine> layers = new LinkedHashMap<>();
    private @Nullable Vertex running;
    private Instant started;
    private boolean cached;
    private boolean sending;
    private long sent;
    private Instant drawn = Instant.EPOCH;

    LiveBuild(Output out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.picture = new Picture(out);
        this.begun = clock.instant();
        this.started = begun;
        // A picture that cannot be drawn is told by the next line that is written.
        var _ = ticker.scheduleAtFixedRate(this::tick, 500, 500, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        draw();
    }

    @Override
    public synchronized void take(BuildProgress news) {
        switch (news) {
            case BuildProgress.ContextSent(long bytes, boolean complete) -> {
                sent = bytes;
                sending = !complete;
                if (complete) settle(contextLine());
            }
            case BuildProgress.Started(var vertex) -> start(vertex);
            case BuildProgress.Cached hit -> cached = true;
            case BuildProgress.Completed done -> {
                settle(stepLine(cached ? "CACHED" : ""));
                forget();
            }
            case BuildProgress.Failed failed -> fail();
            case BuildProgress.Log(var vertex, var stream, var bytes) -> log(new String(bytes, StandardCharsets.UTF_8));
            case BuildProgress.Note note -> {}
            case BuildProgress.Fetching(var vertex, var progress) ->
                layers.computeIfAbsent(progress.layer(), name -> new LayerLine()).take(progress, clock.instant());
            case BuildProgress.Warning(String text, var stream) -> text.lines().forEach(this::settle);
            case BuildProgress.Built(String image) -> settle("built " + ShortId.of(image) + " in " + time(begun));
            case BuildProgress.Tagged(String name) -> settle("tagged " + name);
        }
        if (Duration.between(drawn, clock.instant()).compareTo(FRAME) >= 0) draw();
    }

    private void start(Vertex vertex) {
        running = vertex;
        started = clock.instant();
        draw();
    }

    private void forget() {
        running = null;
        cached = false;
        log.clear();
        layers.clear();
        partial.setLength(0);
    }

    /// What the step that failed wrote stays on the screen.
    private void fail() {
        settle(stepLine("FAILED"));
        if (!partial.isEmpty()) log.add(partial.toString());
        List.copyOf(log).forEach(line -> settle("    " + line));
        forget();
    }

    private void log(String text) {
        partial.append(text);
        int end;
        while ((end = partial.indexOf("\n")) >= 0) {
            String line = partial.substring(0, end);
            partial.delete(0, end + 1);
            log.add(lastDrawn(line));
            if (log.size() > KEPT_LINES) log.remove();
        }
        if (partial.length() > 4096) partial.delete(0, partial.length() - 4096);
    }

    /// A program that draws a line anew means the last drawing.
    private static String lastDrawn(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return text.substring(text.lastIndexOf('\r') + 1);
    }

    private String contextLine() {
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        String rate = seconds > 0.2 ? "  " + Sizes.decimal((long) (sent / seconds), 3) + "/s" : "";
        return "context  " + Sizes.decimal(sent, 4) + rate;
    }

    private String stepLine(String state) {
        var vertex = running;
        if (vertex == null) return state;
        String end = "  " + (state.isEmpty() ? "" : state + " ") + time(started);
        String step = "[" + vertex.step() + "/" + vertex.steps() + "] " + SafeText.line(vertex.name());
        // The name gives way to the time.
        return cut(step, out.size().columns() - end.length()) + end;
    }

    private String time(Instant since) {
        return String.format(Locale.ROOT, "%.1fs", Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    /// A line that stays, above what is still drawn anew.
    private void settle(String line) {
        picture.settle(List.of(fitting(line)), lines());
        drawn = clock.instant();
    }

    private void draw() {
        picture.draw(lines());
        drawn = clock.instant();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        if (sending) lines.add(contextLine());
        if (running != null) {
            lines.add(stepLine(""));
            layers.forEach((name, layer) -> lines.add("    " + layer.text(name, clock.instant())));
            var shown = new ArrayList<>(log);
            if (!partial.isEmpty()) shown.add(lastDrawn(partial.toString()));
            shown.subList(Math.max(0, shown.size() - SHOWN_LINES), shown.size()).forEach(line -> lines.add("    " + line));
        }
        return lines.stream().map(this::fitting).toList();
    }

    private String fitting(String line) {
        return cut(SafeText.line(line), out.size().columns());
    }

    private static String cut(String text, int columns) {
        return columns <= 0 || text.length() < columns ? text : text.substring(0, Math.max(0, columns - 2)) + "…";
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        synchronized (this) {
            picture.draw(List.of());
        }
    }
}
