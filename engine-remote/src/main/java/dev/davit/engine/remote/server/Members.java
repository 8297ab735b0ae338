package dev.davit.engine.remote.server;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonBoolean;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonNumber;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The members of a client's document, each read as the type that it must have.
///
/// Clients in Go send every member there is, so absent, null and the type's zero mean the same unless said otherwise. A member
/// of another type is refused as dockerd refuses it: passed over, a limit or a restriction would silently not hold.
///
/// The letters of a name may be capital or small, and of several such members the last holds, as in Go's `encoding/json`. The keys
/// of a map ([#map], [#forEach], [#only]) are the client's own words, and stay what they are.
///
/// @param what the document's name: `HostConfig`
/// @param object the document
record Members(String what, JsonObject object) {

    private <T> Optional<T> value(String name, String kind, Function<Json, Optional<T>> read) {
        var value = get(name);
        if (value.isEmpty()) return Optional.empty();
        return Optional.of(read.apply(value.get()).orElseThrow(() -> wrong(name, kind)));
    }

    private RuntimeException wrong(String name, String kind) {
        return Call.invalid("invalid " + what + ": " + name + " is no " + kind);
    }

    /// Whether it was given, be it zero.
    boolean has(String name) {
        return get(name).isPresent();
    }

    /// A member of any type that was given and is not null.
    Optional<Json> get(String name) {
        Json last = JsonNull.NULL;
        for (var member : object.members().entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) last = member.getValue();
        }
        return last == JsonNull.NULL ? Optional.empty() : Optional.of(last);
    }

    /// A text, or "".
    String string(String name) {
        return value(name, "text", Members::string).orElse("");
    }

    private static Optional<String> string(Json json) {
        return json instanceof JsonString(var text) ? Optional.of(text) : Optional.empty();
    }

    /// A text that says something.
    Optional<String> text(String name) {
        return Optional.of(string(name)).filter(text -> !text.isEmpty());
    }

    boolean flag(String name) {
        return told(name).orElse(false);
    }

    /// A truth that was told, be it false.
    Optional<Boolean> told(String name) {
        return value(name, "truth", json -> json instanceof JsonBoolean(var truth) ? Optional.of(truth) : Optional.empty());
    }

    /// A whole number that was given, be it zero.
    OptionalLong given(String name) {
        Optional<Long> value = value(name, "whole number", json -> json instanceof JsonNumber number && number.asLong().isPresent()
                ? Optional.of(number.asLong().getAsLong())
                : Optional.empty());
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    /// The same for one of 32 bits.
    OptionalInt givenInt(String name) {
        var value = given(name);
        return value.isPresent() ? OptionalInt.of(narrow(name, value.getAsLong())) : OptionalInt.empty();
    }

    /// A whole number other than zero.
    OptionalLong number(String name) {
        var value = given(name);
        return value.orElse(0) == 0 ? OptionalLong.empty() : value;
    }

    /// The same for one of 32 bits.
    OptionalInt numberInt(String name) {
        var value = number(name);
        return value.isPresent() ? OptionalInt.of(narrow(name, value.getAsLong())) : OptionalInt.empty();
    }

    private int narrow(String name, long value) {
        if (value != (int) value) throw Call.invalid("invalid " + what + ": " + name + " is out of range: " + value);
        return (int) value;
    }

    /// Texts, or none.
    List<String> texts(String name) {
        return given(name, "list of texts").orElse(List.of());
    }

    /// Texts that were given, be they none. One text alone is a list as well, as dockerd reads commands.
    Optional<List<String>> words(String name) {
        if (get(name).orElse(JsonNull.NULL) instanceof JsonString(var word)) return Optional.of(List.of(word));
        return given(name, "list of texts");
    }

    private Optional<List<String>> given(String name, String kind) {
        return array(name, kind).map(array -> array.items().stream().map(item -> string(item).orElseThrow(() -> wrong(name, kind))).toList());
    }

    private Optional<JsonArray> array(String name, String kind) {
        return value(name, kind, json -> json instanceof JsonArray array ? Optional.of(array) : Optional.empty());
    }

    /// What is made of each of a list of objects.
    <T> List<T> each(String name, Function<Members, T> make) {
        String kind = "list of objects";
        return array(name, kind).orElse(JsonArray.empty()).items().stream()
                .map(item -> {
                    if (!(item instanceof JsonObject each)) throw wrong(name, kind);
                    return make.apply(new Members(name, each));
                })
                .toList();
    }

    /// An object, or an empty one.
    Members object(String name) {
        return optionalObject(name).orElse(new Members(name, JsonObject.empty()));
    }

    /// An object that was given, be it empty.
    Optional<Members> optionalObject(String name) {
        return value(name, "object", json -> json instanceof JsonObject given ? Optional.of(new Members(name, given)) : Optional.empty());
    }

    /// Walks through an object's members; one that is null counts as empty.
    void forEach(BiConsumer<String, Members> each) {
        for (String name : object.members().keySet()) each.accept(name, only(name).object(name));
    }

    /// One member of a map, whose key is not to be taken for another that differs in the size of letters.
    Members only(String key) {
        return new Members(what, JsonObject.builder().put(key, object.members().getOrDefault(key, JsonNull.NULL)).build());
    }

    /// An object of texts, in its order.
    Map<String, String> map(String name) {
        return object(name).texts();
    }

    /// All members as a map of texts, in their order.
    Map<String, String> texts() {
        var map = new LinkedHashMap<String, String>();
        for (String key : object.members().keySet()) map.put(key, only(key).string(key));
        return map;
    }
}
