package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.ApiVersion;
import dev.davit.engine.remote.server.http.BadRequest;
import dev.davit.engine.remote.server.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request whose handler was found: its names, parameters and document, and docker's ways of answering it.
///
/// Parameters that cannot be are [EngineException.Invalid], which the router answers as 400.
final class Call {
    static final String JSON = "application/json";
    private static final byte[] NOTHING = {};
    /// No document of the API is larger; a container's configuration has some hundred KB at most.
    private static final int MAXIMUM_DOCUMENT = 4 << 20;

    private final Exchange exchange;
    private final ApiVersion version;
    private final Map<String, String> names;
    private final Map<String, List<String>> parameters;

    Call(Exchange exchange, ApiVersion version, Map<String, String> names, Map<String, List<String>> parameters) {
        this.exchange = exchange;
        this.version = version;
        this.names = names;
        this.parameters = parameters;
    }

    Exchange exchange() {
        return exchange;
    }

    /// The version that the client speaks.
    ApiVersion version() {
        return version;
    }

    /// What stands in the path in place of `{name}`, decoded.
    String name(String name) {
        return names.getOrDefault(name, "");
    }

    /// A parameter's first value, or "".
    String text(String parameter) {
        return all(parameter).isEmpty() ? "" : all(parameter).getFirst();
    }

    /// A parameter that was given and is not empty.
    Optional<String> optional(String parameter) {
        return Optional.of(text(parameter)).filter(value -> !value.isEmpty());
    }

    /// A parameter's values, in order.
    List<String> all(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /// Whether a parameter is there at all, empty or not.
    boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    /// A parameter as docker reads truth: everything but nothing, `0`, `no`, `false` and `none`.
    boolean flag(String parameter) {
        String value = text(parameter).strip().toLowerCase(Locale.ROOT);
        return !(value.isEmpty() || value.equals("0") || value.equals("no") || value.equals("false") || value.equals("none"));
    }

    /// The same, for one that counts as true when it is not given.
    boolean flagUnlessDenied(String parameter) {
        return !has(parameter) || flag(parameter);
    }

    /// A whole number, when it was given.
    Optional<Long> number(String parameter) {
        var given = optional(parameter);
        if (given.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Long.parseLong(given.get()));
        } catch (NumberFormatException e) {
            throw invalid("parameter " + parameter + " is no whole number: " + given.get());
        }
    }

    /// `filters`: values by name, each `{"name": {"value": true}}` or, from old clients, `{"name": ["value"]}`.
    Filters filters() {
        var given = optional("filters");
        var filters = Filters.none();
        if (given.isEmpty()) return filters;
        for (var entry : object(given.get(), "filters").members().entrySet()) {
            var values = new ArrayList<String>();
            switch (entry.getValue()) {
                case JsonObject wanted -> wanted.members().forEach((value, on) -> {
                    if (on.equals(Json.of(true))) values.add(value);
                });
                case JsonArray wanted -> values.addAll(wanted.strings());
                default -> throw invalid("invalid filter '" + entry.getKey() + "'");
            }
            for (String value : values) filters = filters.and(entry.getKey(), value);
        }
        return filters;
    }

    /// The request's document; `{}` when there is none, or null.
    JsonObject document() throws IOException {
        byte[] bytes = exchange.wholeBody(MAXIMUM_DOCUMENT);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isBlank() || text.strip().equals("null") ? JsonObject.empty() : object(text, "the request's document");
    }

    /// The members of the request's document.
    ///
    /// @param what its name, for refusals
    Members members(String what) throws IOException {
        return new Members(what, document());
    }

    /// A parameter or a document that has to be an object.
    static JsonObject object(String text, String what) {
        try {
            if (Json.parse(text) instanceof JsonObject object) return object;
        } catch (JsonException e) {
            throw invalid(what + " is no JSON: " + e.getMessage());
        }
        throw invalid(what + " is no JSON object");
    }

    static EngineException invalid(String sentence) {
        return new EngineException.Invalid(sentence);
    }

    /// Answers a status alone.
    void answer(int status) throws IOException {
        exchange.answer(status, "", NOTHING);
    }

    void answer(int status, String json) throws IOException {
        // a document that a daemon wrote ends its line already
        exchange.answer(status, JSON, (json.endsWith("\n") ? json : json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void answer(Json json) throws IOException {
        answer(200, json.text(JsonStyle.WIRE));
    }

    void answer(int status, Json json) throws IOException {
        answer(status, json.text(JsonStyle.WIRE));
    }

    void answer(Document document) throws IOException {
        answer(200, document.json());
    }

    /// Answers a list of documents.
    void answer(List<Document> documents) throws IOException {
        var text = new StringBuilder("[");
        for (var document : documents) {
            if (text.length() > 1) text.append(',');
            text.append(document.json());
        }
        answer(200, text.append(']').toString());
    }

    /// A word of the request line that cannot be.
    static BadRequest bad(String sentence) {
        return new BadRequest(400, sentence);
    }
}
