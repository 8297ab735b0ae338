package dev.davit.engine.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// An object; its members stay in the order of the text. Of members with the same name the last wins.
///
/// Docker leaves zero values out of many documents, so the typed readers ([#string], [#integer], [#flag], [#object],
/// [#array]) answer the zero value for a member that is absent, null or of another type. [#get] tells them apart.
public record JsonObject(SequencedMap<String, Json> members) implements Json {

    private static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

    public JsonObject {
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    /// `{}`.
    public static JsonObject empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// The text of a string member, or "".
    public String string(String name) {
        return members.get(name) instanceof JsonString(var value) ? value : "";
    }

    /// An integer member, or 0. A number with a fraction or beyond 64 bits is 0 as well.
    public long integer(String name) {
        return members.get(name) instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
    }

    /// A number member, or 0.
    public double decimal(String name) {
        return members.get(name) instanceof JsonNumber number ? number.asDouble() : 0;
    }

    /// A boolean member, or false.
    public boolean flag(String name) {
        return members.get(name) instanceof JsonBoolean(var value) && value;
    }

    /// An object member, or `{}`.
    public JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /// An array member, or `[]`.
    public JsonArray array(String name) {
        return members.get(name) instanceof JsonArray array ? array : JsonArray.empty();
    }

    @Override
    public String toString() {
        return text();
    }

    /// Gathers members in order. A name put twice keeps its first place and takes the last value.
    public static final class Builder {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /// A map of strings as an object, in the map's own order.
        public Builder put(String name, Map<String, String> value) {
            var object = builder();
            value.forEach(object::put);
            return put(name, object.build());
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
