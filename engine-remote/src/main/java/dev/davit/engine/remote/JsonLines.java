package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.remote.http.HttpProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// JSON values one after another, each on its line, as a daemon streams them.
final class JsonLines {
    private static final int MAXIMUM_LINE = 8 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int start;
    private int end;

    JsonLines(InputStream in) {
        this.in = in;
    }

    /// The next line that is not empty; empty at the end.
    Optional<String> next() throws IOException {
        var line = new ByteArrayOutputStream(512);
        while (true) {
            if (start == end) {
                int count = in.read(buffer);
                if (count < 0) return line.size() == 0 ? Optional.empty() : Optional.of(text(line));
                start = 0;
                end = count;
            }
            int at = start;
            while (at < end && buffer[at] != '\n') at++;
            line.write(buffer, start, at - start);
            boolean complete = at < end;
            start = complete ? at + 1 : at;
            if (line.size() > MAXIMUM_LINE) throw new HttpProtocolException("sent a JSON value of more than 8 MiB");
            if (complete) {
                String text = text(line);
                if (!text.isBlank()) return Optional.of(text);
                line.reset();
            }
        }
    }

    /// One of the lines as the object that a daemon's news are.
    ///
    /// @param what is being tried, for the sentence when it is none
    static JsonObject object(String line, String what) {
        try {
            if (Json.parse(line) instanceof JsonObject object) return object;
            throw new EngineException.Failed("cannot " + what + ": the daemon's news are no JSON object");
        } catch (JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's news make no sense (" + e.getMessage() + ")", e);
        }
    }

    /// The error that ends a stream of news, on one line; empty when this is other news.
    static String error(JsonObject news) {
        return words(news).replaceAll("[\\r\\n]+", " ").strip();
    }

    /// That error as the daemon wrote it.
    static String words(JsonObject news) {
        String error = news.object("errorDetail").string("message");
        return error.isEmpty() ? news.string("error") : error;
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8);
    }
}
