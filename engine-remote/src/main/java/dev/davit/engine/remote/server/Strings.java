package dev.davit.engine.remote.server;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Members of a client's document as the values that specifications are made of.
final class Strings {
    private Strings() {}

    /// A text that says something.
    static Optional<String> given(JsonObject object, String name) {
        return Optional.of(object.string(name)).filter(text -> !text.isEmpty());
    }

    /// A truth that was told: absent and null are neither.
    static Optional<Boolean> told(JsonObject object, String name) {
        return object.get(name).filter(value -> value != JsonNull.NULL).map(value -> value.equals(Json.of(true)));
    }

    /// An object of texts, in its order; what is no text in it is refused.
    static Map<String, String> map(JsonObject object, String name) {
        return texts(object.object(name), name);
    }

    /// The members of an object of texts.
    ///
    /// @param name what it is, for the refusal
    static Map<String, String> texts(JsonObject object, String name) {
        var map = new LinkedHashMap<String, String>();
        object.members().forEach((key, value) -> {
            if (!(value instanceof JsonString(var text))) throw Call.invalid("invalid " + name + ": the value of \"" + key + "\" is no text");
            map.put(key, text);
        });
        return map;
    }
}
