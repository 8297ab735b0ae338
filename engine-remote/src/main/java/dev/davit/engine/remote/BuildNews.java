package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.Vertex;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.document.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a classic builder prints, understood: `Step 3/7 : RUN make` begins a vertex, ` ---> Using cache` and ` ---> 1f7a2a4b1c11` end
/// it, and between ` ---> Running in C` and `Removing intermediate container C` everything is the command's own. Daemons since 23 end
/// it by ` ---> Removed intermediate container C`.
///
/// A command may print such lines itself; so the image's id is taken from what the daemon sends beside the text, and only the end of the
/// container that was announced ends a command's output. buildah's lines (podman) differ in letters and are understood as well.
final class BuildNews {
    private static final Pattern STEP = Pattern.compile("(?:Step|STEP) (\\d+)/(\\d+) ?: (.*)");
    private static final Pattern RUNNING = Pattern.compile(" ---> Running in ([0-9a-f]{12})");
    private static final Pattern REMOVED = Pattern.compile("(?:Removing| ---> Removed) intermediate container ([0-9a-f]{12})");
    private static final Pattern CACHED = Pattern.compile(" ?-{2,3}> Using cache.*");
    private static final Pattern LAYER = Pattern.compile(" ?-{2,3}> ([0-9a-f]{11,12})?");
    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12})");
    private static final Pattern TAGGED = Pattern.compile("Successfully tagged (\\S+)");
    private static final String RED = "\u001b[91m";
    private static final String PLAIN = "\u001b[0m";
    private static final Vertex BEFORE = new Vertex("", "", 0, 0);

    private final String what;
    private final boolean removesContainers;
    private final Consumer<BuildProgress> out;
    private final StringBuilder line = new StringBuilder();
    private Vertex vertex = BEFORE;
    private Optional<String> container = Optional.empty();
    private String image = "";
    private boolean built;

    BuildNews(String what, boolean removesContainers, Consumer<BuildProgress> out) {
        this.what = what;
        this.removesContainers = removesContainers;
        this.out = out;
    }

    /// Takes the next value of the stream.
    ///
    /// @throws EngineException when it is the error that ends the build
    void take(JsonObject news) {
        String error = JsonLines.error(news);
        if (!error.isEmpty()) throw failed(error, news.object("errorDetail").integer("code")).because(JsonLines.words(news));
        String id = news.object("aux").string("ID");
        if (!id.isEmpty()) image = id;
        String text = news.string("stream");
        if (!text.isEmpty()) text(text);
        else if (!news.string("status").isEmpty()) out.accept(new BuildProgress.Fetching(vertex, TransferFeed.transfer(news)));
    }

    /// The stream ended without an error.
    void end() {
        if (!line.isEmpty()) line(line.toString());
        if (image.isEmpty()) throw new EngineException.Failed("cannot " + what + ": the daemon ended without an image");
        if (!built) out.accept(new BuildProgress.Built(image));
    }

    private EngineException failed(String error, long code) {
        if (!vertex.equals(BEFORE)) {
            out.accept(new BuildProgress.Failed(vertex, error, code == 0 ? OptionalInt.empty() : OptionalInt.of((int) code)));
        }
        if (error.contains("requires BuildKit")) {
            return new EngineException.Unsupported(Feature.BUILDKIT, "cannot " + what + ": in " + vertex.name() + ": " + error);
        }
        boolean fetches = vertex.name().startsWith("FROM ") || vertex.name().contains("--from=");
        boolean absent = fetches && (error.contains("not found") || error.contains("manifest unknown"));
        String sentence = "cannot " + what + ": " + error;
        return absent ? new EngineException.NotFound(sentence) : new EngineException.Failed(sentence);
    }

    private void text(String text) {
        if (text.startsWith(RED) && text.endsWith(PLAIN)) {
            String inner = text.substring(RED.length(), text.length() - PLAIN.length());
            out.accept(vertex.equals(BEFORE) ? new BuildProgress.Warning(inner, StdStream.STDERR) : log(StdStream.STDERR, inner));
        } else if (container.isPresent() && !ends(text)) {
            out.accept(log(StdStream.STDOUT, text));
        } else {
            line.append(text);
            int end;
            while ((end = line.indexOf("\n")) >= 0) {
                String complete = line.substring(0, end);
                line.delete(0, end + 1);
                line(complete);
            }
        }
    }

    /// Whether the daemon says this, not the command that runs.
    private boolean ends(String text) {
        if (!text.endsWith("\n")) return false;
        String line = text.substring(0, text.length() - 1);
        return isRemoval(line) || (!removesContainers && LAYER.matcher(line).matches());
    }

    /// Whether this tells that the container that runs is removed.
    private boolean isRemoval(String line) {
        var removed = REMOVED.matcher(line);
        return removed.matches() && container.equals(Optional.of(removed.group(1)));
    }

    private BuildProgress log(StdStream stream, String text) {
        return new BuildProgress.Log(vertex, stream, text.getBytes(StandardCharsets.UTF_8));
    }

    private void line(String text) {
        var step = STEP.matcher(text);
        if (step.matches()) {
            vertex = new Vertex(step.group(1), step.group(3), number(step.group(1)), number(step.group(2)));
            out.accept(new BuildProgress.Started(vertex));
            return;
        }
        var running = RUNNING.matcher(text);
        if (running.matches()) {
            container = Optional.of(running.group(1));
            out.accept(new BuildProgress.Note(vertex, text));
            return;
        }
        if (isRemoval(text)) {
            container = Optional.empty();
            out.accept(new BuildProgress.Note(vertex, text));
            return;
        }
        if (CACHED.matcher(text).matches()) {
            out.accept(new BuildProgress.Cached(vertex));
            return;
        }
        var layer = LAYER.matcher(text);
        if (layer.matches()) {
            container = Optional.empty();
            out.accept(new BuildProgress.Completed(vertex, Optional.ofNullable(layer.group(1))));
            return;
        }
        end(text);
    }

    private void end(String text) {
        var done = BUILT.matcher(text);
        var tagged = TAGGED.matcher(text);
        if (done.matches()) {
            built = true;
            if (image.isEmpty()) image = done.group(1);
            out.accept(new BuildProgress.Built(image));
        } else if (tagged.matches()) {
            out.accept(new BuildProgress.Tagged(tagged.group(1)));
        } else if (text.startsWith("[Warning]")) {
            out.accept(new BuildProgress.Warning(text + "\n", StdStream.STDOUT));
        } else {
            out.accept(log(StdStream.STDOUT, text + "\n"));
        }
    }

    private static int number(String digits) {
        return digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
