package dev.davit.cli.image;

import dev.davit.engine.image.TransferProgress;
import dev.davit.format.SafeText;
import dev.davit.format.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// A layer on its way, as one line: its stage, and within the stage its bytes and their rate.
public final class LayerLine {
    private static final Set<String> AT_REST =
            Set.of("Pull complete", "Already exists", "Pushed", "Layer already exists", "Skipped foreign layer");
    private static final Set<String> NOT_BEGUN = Set.of("", "Waiting", "Pulling fs layer", "Preparing");

    private String status = "";
    private long current;
    private long total;
    private Instant stageBegan = Instant.EPOCH;

    /// Takes what is said of this layer.
    public void take(TransferProgress news, Instant now) {
        if (isElsewhere(news)) {
            stageBegan = now;
            current = 0;
            total = 0;
        }
        status = news.status();
        if (news.total() > 0) total = news.total();
        current = news.current();
    }

    /// Whether the layer comes to another stage.
    boolean isElsewhere(TransferProgress news) {
        return !news.status().equals(status);
    }

    /// Whether nothing more comes of it.
    boolean isDone() {
        return AT_REST.contains(status) || status.startsWith("Mounted from ") || (status.equals("Loading layer") && total > 0 && current >= total);
    }

    boolean isWaiting() {
        return NOT_BEGUN.contains(status);
    }

    /// The line, without control characters.
    public String text(String name, Instant now) {
        var text = new StringBuilder(SafeText.line(name + ": " + status));
        if (current <= 0) return text.toString();
        text.append("  ").append(Sizes.decimal(current, 4));
        if (total > 0) text.append(" of ").append(Sizes.decimal(total, 4));
        double seconds = Duration.between(stageBegan, now).toMillis() / 1000.0;
        if (seconds > 0.2) text.append("  ").append(Sizes.decimal((long) (current / seconds), 3)).append("/s");
        return text.toString();
    }
}
