package dev.davit.engine.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// An array.
public record JsonArray(List<Json> items) implements Json {

    private static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        items = List.copyOf(items);
    }

    /// `[]`.
    public static JsonArray empty() {
        return EMPTY;
    }

    public static JsonArray of(Json... items) {
        return new JsonArray(Arrays.asList(items));
    }

    public static JsonArray ofStrings(Collection<String> values) {
        return new JsonArray(values.stream().map(Json::of).toList());
    }

    public int size() {
        return items.size();
    }

    /// The items that are strings, in order; others are left out.
    public List<String> strings() {
        return items.stream().filter(JsonString.class::isInstance).map(item -> ((JsonString) item).value()).toList();
    }

    /// The items that are objects, in order; others are left out.
    public List<JsonObject> objects() {
        return items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
