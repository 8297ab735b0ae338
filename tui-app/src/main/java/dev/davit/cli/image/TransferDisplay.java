package dev.davit.cli.image;

import dev.davit.cli.Output;
import dev.davit.cli.Picture;
import dev.davit.engine.Feed;
import dev.davit.engine.image.TransferProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows a transfer: on a terminal one line per layer that is drawn anew, with bytes and rate; on a pipe a line whenever a
/// layer comes to another stage.
public final class TransferDisplay {
    private static final Duration FRAME = Duration.ofMillis(100);

    private final Output out;
    private final Clock clock;
    private final Picture picture;
    private final Map<String, LayerLine> layers = new LinkedHashMap<>();
    private Instant drawn = Instant.EPOCH;

    TransferDisplay(Output out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.picture = new Picture(out);
    }

    /// Reads a transfer to its end and shows it.
    ///
    /// @param out where to, or empty for a transfer in silence
    public static void show(Feed<TransferProgress> transfer, Optional<Output> out) {
        if (out.isPresent()) {
            new TransferDisplay(out.get(), Clock.systemUTC()).showAll(transfer);
            return;
        }
        try (transfer) {
            for (var news : transfer) System.getLogger("davit").log(System.Logger.Level.DEBUG, news::toString);
        }
    }

    void showAll(Feed<TransferProgress> transfer) {
        try (transfer) {
            for (var news : transfer) take(news);
        } finally {
            finish();
        }
    }

    void take(TransferProgress news) {
        boolean ofLayer = !news.layer().isEmpty() && !news.status().startsWith("Pulling from");
        if (!ofLayer) {
            said((news.layer().isEmpty() ? "" : news.layer() + ": ") + news.status());
        } else if (out.isTerminal()) {
            var now = clock.instant();
            layers.computeIfAbsent(news.layer(), name -> new LayerLine()).take(news, now);
            if (Duration.between(drawn, now).compareTo(FRAME) >= 0) draw(now);
        } else if (news.current() == 0 && news.total() == 0) {
            // A stage that counts bytes says so again and again: on a pipe, as docker has it, it is passed over.
            var layer = layers.computeIfAbsent(news.layer(), name -> new LayerLine());
            if (layer.isElsewhere(news)) out.line(news.layer() + ": " + news.status());
            layer.take(news, clock.instant());
        }
    }

    /// A line about the whole stands above or below the layers and stays.
    private void said(String line) {
        finish();
        out.line(line);
    }

    /// All layers stay as they are now.
    private void finish() {
        if (!out.isTerminal()) return;
        var now = clock.instant();
        var lines = new ArrayList<String>();
        layers.forEach((name, layer) -> lines.add(layer.text(name, now)));
        layers.clear();
        if (!lines.isEmpty()) picture.settle(lines, List.of());
    }

    /// Where there are more layers than rows, those that are done stay above, and those that have not begun are counted.
    private void draw(Instant now) {
        drawn = now;
        int room = picture.room();
        var staying = new ArrayList<String>();
        if (layers.size() > room) {
            layers.forEach((name, layer) -> {
                if (layer.isDone()) staying.add(layer.text(name, now));
            });
            layers.values().removeIf(LayerLine::isDone);
        }
        var lines = new ArrayList<String>();
        if (layers.size() <= room) {
            layers.forEach((name, layer) -> lines.add(layer.text(name, now)));
        } else {
            var urgent = layers.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getValue().isWaiting())).toList();
            var shown = urgent.subList(0, room - 1);
            var others = urgent.subList(room - 1, urgent.size());
            shown.forEach(entry -> lines.add(entry.getValue().text(entry.getKey(), now)));
            boolean waiting = others.stream().allMatch(entry -> entry.getValue().isWaiting());
            lines.add("and " + others.size() + (waiting ? " more waiting" : " more"));
        }
        picture.settle(staying, lines);
    }
}
