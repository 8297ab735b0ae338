package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.remote.http.Response;
import java.io.IOException;
import java.util.Optional;

/// The news of a pull, push, load or import as they come. An error inside the stream ends it as an exception.
final class TransferFeed extends StreamFeed<TransferProgress> {
    private final String what;
    private final JsonLines lines;

    TransferFeed(Daemon daemon, String what, Response response) {
        super(daemon, what, response);
        this.what = what;
        this.lines = new JsonLines(response.body());
    }

    @Override
    Optional<TransferProgress> read() throws IOException {
        while (true) {
            var line = lines.next();
            if (line.isEmpty()) return Optional.empty();
            var news = JsonLines.object(line.get(), what);
            // A push also tells what it pushed in a form for programs, which its last words say as well.
            if (news.get("aux").isEmpty()) return Optional.of(progress(news));
        }
    }

    private TransferProgress progress(JsonObject news) {
        String error = JsonLines.error(news);
        if (!error.isEmpty()) throw failure(error).because(JsonLines.words(news));
        return transfer(news);
    }

    /// What one value of a stream says of a transfer.
    static TransferProgress transfer(JsonObject news) {
        var detail = news.object("progressDetail");
        String status = news.string("status");
        if (status.isEmpty()) status = news.string("stream").stripTrailing();
        return new TransferProgress(news.string("id"), status, detail.integer("current"), detail.integer("total"));
    }

    private EngineException failure(String error) {
        String sentence = "cannot " + what + ": " + error;
        boolean missing = error.contains("not found") || error.contains("manifest unknown") || error.contains("does not exist");
        if (missing) return new EngineException.NotFound(sentence);
        boolean refused = error.contains("unauthorized") || error.contains("access denied") || error.contains("no basic auth");
        return refused ? new EngineException.Denied(sentence) : new EngineException.Failed(sentence);
    }
}
