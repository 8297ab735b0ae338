package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.server.http.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An answer of JSON values one after another, sent one by one. It begins with the first of them, so that what fails before is an
/// error with a status; what fails behind it is a value as well, as dockerd has it.
final class JsonStream {
    private final Exchange exchange;
    private @Nullable OutputStream out;

    JsonStream(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Sends the head, if it was not sent yet.
    OutputStream begin() throws IOException {
        var begun = out;
        if (begun == null) {
            begun = exchange.begin(200, Call.JSON);
            out = begun;
        }
        return begun;
    }

    void send(JsonObject value) throws IOException {
        begin().write((value.text(JsonStyle.WIRE) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void sendAll(Iterable<JsonObject> values) throws IOException {
        for (var value : values) send(value);
    }

    /// Ends the stream with an error.
    ///
    /// @throws EngineException the error, when nothing was sent yet
    void fail(EngineException e) throws IOException {
        fail(e, OptionalInt.empty());
    }

    /// @param code that the failed command ended with
    void fail(EngineException e, OptionalInt code) throws IOException {
        if (out == null) throw e;
        var detail = JsonObject.builder();
        if (code.isPresent()) detail.put("code", code.getAsInt());
        send(JsonObject.builder()
                .put("errorDetail", (Json) detail.put("message", e.reason()).build())
                .put("error", e.reason())
                .build());
    }
}
