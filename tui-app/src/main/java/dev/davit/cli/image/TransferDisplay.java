package dev.davit.cli.image;

import dev.davit.cli.Output;
import dev.davit.engine.Feed;
import dev.davit.engine.image.TransferProgress;
import dev.davit.format.SafeText;
import dev.davit.format.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Shows a transfer: on a terminal one line per layer that is drawn anew, with bytes and rate; on a pipe a line whenever a
/// layer comes to another stage.
public final class TransferDisplay {
    private static final Duration FRAME = Duration.ofMillis(100);

    // DECAWM: a line that is wider than the terminal must stay one line, or the next frame would miss its place
    private static final String LINES_END_AT_THE_EDGE = "\u001b[?7l";
    private static final String LINES_WRAP = "\u001b[?7h";

    private final Output out;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private Instant drawn = Instant.EPOCH;
    private int lines;

    private static final class Layer {
        private String status = "";
        private long current;
        private long total;
        private Instant stageBegan = Instant.EPOCH;

        void take(TransferProgress news, Instant now) {
            if (!news.status().equals(status)) {
                stageBegan = now;
                current = 0;
                total = 0;
            }
            status = news.status();
            if (news.total() > 0) total = news.total();
            current = news.current();
        }

        String text(String name, Instant now) {
            var text = new StringBuilder(name).append(": ").append(status);
            if (current <= 0) return text.toString();
            text.append("  ").append(Sizes.decimal(current, 4));
            if (total > 0) text.append(" of ").append(Sizes.decimal(total, 4));
            double seconds = Duration.between(stageBegan, now).toMillis() / 1000.0;
            if (seconds > 0.2) text.append("  ").append(Sizes.decimal((long) (current / seconds), 3)).append("/s");
            return text.toString();
        }
    }

    private TransferDisplay(Output out) {
        this.out = out;
    }

    /// Reads a transfer to its end and shows it.
    ///
    /// @param out where to, or empty for a transfer in silence
    public static void show(Feed<TransferProgress> transfer, Optional<Output> out) {
        try (transfer) {
            if (out.isEmpty()) {
                for (var news : transfer) System.getLogger("davit").log(System.Logger.Level.DEBUG, news::toString);
            } else {
                var display = new TransferDisplay(out.get());
                try {
                    for (var news : transfer) display.take(news);
                } finally {
                    display.draw(Instant.now());
                }
            }
        }
    }

    private void take(TransferProgress news) {
        boolean ofLayer = !news.layer().isEmpty() && !news.status().startsWith("Pulling from");
        if (!ofLayer) {
            said((news.layer().isEmpty() ? "" : news.layer() + ": ") + news.status());
        } else if (out.isTerminal()) {
            var now = Instant.now();
            layers.computeIfAbsent(news.layer(), name -> new Layer()).take(news, now);
            if (Duration.between(drawn, now).compareTo(FRAME) >= 0) draw(now);
        } else if (news.current() == 0 && news.total() == 0) {
            // A stage that counts bytes says so again and again: on a pipe, as docker has it, it is passed over.
            var layer = layers.computeIfAbsent(news.layer(), name -> new Layer());
            if (!layer.status.equals(news.status())) out.line(news.layer() + ": " + news.status());
            layer.status = news.status();
        }
    }

    /// A line about the whole stands above or below the layers and stays.
    private void said(String line) {
        if (out.isTerminal()) draw(Instant.now());
        out.line(line);
        if (lines > 0) {
            layers.clear();
            lines = 0;
        }
    }

    private void draw(Instant now) {
        if (!out.isTerminal() || layers.isEmpty()) return;
        var frame = new StringBuilder(LINES_END_AT_THE_EDGE);
        if (lines > 0) frame.append("\u001b[").append(lines).append('A');
        layers.forEach((name, layer) ->
                frame.append('\r').append(SafeText.line(layer.text(name, now))).append("\u001b[K\n"));
        lines = layers.size();
        drawn = now;
        out.text(frame.append(LINES_WRAP).toString());
    }
}
