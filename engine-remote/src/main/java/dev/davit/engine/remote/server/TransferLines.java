package dev.davit.engine.remote.server;

import dev.davit.engine.Feed;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.EngineException;
import dev.davit.engine.remote.server.http.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// News of transfers as the values that dockerd streams: what is about a layer has `progressDetail`, empty where nothing is counted;
/// what is about the whole has none, and a terminal begins a new picture behind it.
final class TransferLines {
    private static final Pattern PUSHED = Pattern.compile("(\\S+): digest: (\\S+) size: (\\d{1,18})");

    private TransferLines() {}

    /// How one kind of transfer writes its news.
    @FunctionalInterface
    interface Writer {
        List<JsonObject> write(TransferProgress news);
    }

    /// Answers with all news of a transfer, and closes it.
    static void answer(Exchange exchange, Feed<TransferProgress> feed, Writer writer) throws IOException {
        answer(exchange, new JsonStream(exchange), feed, writer);
    }

    static void answer(Exchange exchange, JsonStream out, Feed<TransferProgress> feed, Writer writer) throws IOException {
        try (feed) {
            exchange.whenGone(feed::close);
            for (var news : feed) out.sendAll(writer.write(news));
            out.begin();
        } catch (EngineException e) {
            out.fail(e);
        }
    }

    /// News of a pull or an import.
    static List<JsonObject> plain(TransferProgress news) {
        return List.of(line(news));
    }

    /// News of a push: what was pushed is told once more, in a form for programs.
    static List<JsonObject> push(TransferProgress news) {
        var pushed = PUSHED.matcher(news.status());
        if (!news.layer().isEmpty() || !pushed.matches()) return plain(news);
        var aux = JsonObject.builder()
                .put("Tag", pushed.group(1))
                .put("Digest", pushed.group(2))
                .put("Size", Long.parseLong(pushed.group(3)))
                .build();
        return List.of(
                line(news),
                JsonObject.builder().put("progressDetail", (Json) JsonObject.empty()).put("aux", (Json) aux).build());
    }

    /// News of a load: what is about the whole is text.
    static List<JsonObject> load(TransferProgress news) {
        return news.layer().isEmpty() && news.total() == 0
                ? List.of(JsonObject.builder().put("stream", news.status() + "\n").build())
                : plain(news);
    }

    static JsonObject line(TransferProgress news) {
        var line = JsonObject.builder().put("status", news.status());
        boolean counts = news.current() > 0 || news.total() > 0;
        if (counts || (!news.layer().isEmpty() && !news.status().startsWith("Pulling from "))) {
            var detail = JsonObject.builder();
            if (news.current() > 0) detail.put("current", news.current());
            if (news.total() > 0) detail.put("total", news.total());
            line.put("progressDetail", (Json) detail.build());
        }
        if (!news.layer().isEmpty()) line.put("id", news.layer());
        return line.build();
    }
}
