package dev.davit.format.template;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonBoolean;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonNumber;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.document.JsonStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Between JSON and values, as Go's `encoding/json` does it.
public final class ValueJson {
    private ValueJson() {}

    /// A document without types: maps and slices of `interface {}`, numbers as `json.Number`.
    public static Value untyped(Json json) {
        return switch (json) {
            case JsonNull _ -> new Value.Boxed(null);
            case JsonBoolean(var truth) -> Value.of(truth);
            case JsonNumber(var number) -> new Value.Text(number, GoType.JSON_NUMBER);
            case JsonString(var text) -> Value.of(text);
            case JsonArray(var items) -> {
                List<Value> boxed = new ArrayList<>();
                for (var item : items) boxed.add(boxed(item));
                yield new Value.Items(boxed, GoType.ANY_SLICE, false);
            }
            case JsonObject(var members) -> {
                var entries = new TreeMap<String, Value>(GoOrder.BYTES);
                members.forEach((key, member) -> entries.put(key, boxed(member)));
                yield new Value.Entries(entries, GoType.ANY_MAP, false);
            }
        };
    }

    private static Value boxed(Json json) {
        return untyped(json) instanceof Value.Boxed nil ? nil : new Value.Boxed(untyped(json));
    }

    /// A document as a value of that type: what the type does not know is dropped, what is absent is zero.
    ///
    /// @return nothing where a member is not what the type says
    public static Optional<Value> typed(Json json, GoType type) {
        try {
            return Optional.of(decode(json, type));
        } catch (MismatchException mismatch) {
            return Optional.empty();
        }
    }

    private static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Value decode(Json json, GoType type) {
        if (json instanceof JsonNull) return Value.zero(type);
        return switch (type) {
            case GoType.Basic basic -> basic(json, basic);
            case GoType.Any _ -> boxed(json);
            case GoType.Slice slice -> slice(json, slice);
            case GoType.Mapping mapping -> {
                if (!(json instanceof JsonObject(var members))) throw new MismatchException();
                var entries = new TreeMap<String, Value>(GoOrder.BYTES);
                members.forEach((key, member) -> entries.put(key, decode(member, mapping.element())));
                yield new Value.Entries(entries, mapping, false);
            }
            case GoType.Pointer pointer -> new Value.Reference(decode(json, pointer.target()), pointer);
            case GoType.Struct struct -> {
                if (!(json instanceof JsonObject object)) throw new MismatchException();
                yield structure(object, struct);
            }
            case GoType.Opaque _ -> throw new MismatchException();
        };
    }

    private static Value basic(Json json, GoType.Basic type) {
        return switch (json) {
            case JsonBoolean(var truth) when type.kind() == GoType.Kind.BOOL -> new Value.Truth(truth, type);
            case JsonString(var text) when type.kind() == GoType.Kind.STRING -> new Value.Text(text, type);
            case JsonNumber number when type.kind() == GoType.Kind.FLOAT -> new Value.Decimal(number.asDouble(), type);
            case JsonNumber number when type.kind() == GoType.Kind.INT ->
                new Value.Whole(number.asLong().orElseThrow(MismatchException::new), type);
            case JsonNumber(var text) when type.kind() == GoType.Kind.UINT -> {
                try {
                    yield new Value.Whole(Long.parseUnsignedLong(text), type);
                } catch (NumberFormatException negativeOrTooLarge) {
                    throw new MismatchException();
                }
            }
            default -> throw new MismatchException();
        };
    }

    private static Value slice(Json json, GoType.Slice type) {
        if (!(json instanceof JsonArray(var items))) throw new MismatchException();
        List<Value> values = new ArrayList<>();
        for (var item : items) values.add(decode(item, type.element()));
        if (type.isArray() && Value.zero(type) instanceof Value.Items(var zeros, var _, var _)) {
            for (int i = values.size(); i < zeros.size(); i++) values.add(zeros.get(i));
            values = values.subList(0, zeros.size());
        }
        return new Value.Items(values, type, false);
    }

    private static Value.Structure structure(JsonObject object, GoType.Struct type) {
        List<Value> values = new ArrayList<>();
        for (var field : type.fields()) {
            if (field.isEmbedded()) {
                values.add(decode(object, field.type()));
            } else {
                values.add(decode(member(object, field.json()), field.type()));
            }
        }
        return new Value.Structure(values, type);
    }

    private static Json member(JsonObject object, String name) {
        return object.get(name)
                .or(() -> object.members().entrySet().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(JsonNull.NULL);
    }

    /// As the template function `json` prints it: on one line, `<`, `>` and `&` as they are.
    public static String text(Value value) {
        return json(value).text(JsonStyle.WIRE);
    }

    /// The value as JSON; maps and rows with their keys in order.
    public static Json json(Value value) {
        return switch (value) {
            case Value.None _ -> JsonNull.NULL;
            case Value.Boxed(var content) -> content == null ? JsonNull.NULL : json(content);
            case Value.Truth(var truth, var _) -> Json.of(truth);
            case Value.Whole whole -> new JsonNumber(whole.digits(10));
            case Value.Decimal(var number, var _) -> Json.of(number);
            case Value.Text(var text, var type) ->
                type.equals(GoType.JSON_NUMBER) ? new JsonNumber(text.isEmpty() ? "0" : text) : Json.of(text);
            case Value.Items(var items, var _, var isNil) ->
                isNil ? JsonNull.NULL : new JsonArray(items.stream().map(ValueJson::json).toList());
            case Value.Entries(var entries, var _, var isNil) -> {
                var object = JsonObject.builder();
                entries.forEach((key, entry) -> object.put(key, json(entry)));
                yield isNil ? JsonNull.NULL : object.build();
            }
            case Value.Structure structure -> {
                var object = JsonObject.builder();
                fields(structure, object);
                yield object.build();
            }
            case Value.Reference(var target, var _) -> target == null ? JsonNull.NULL : json(target);
            case Value.Receiver(var methods) -> {
                var object = JsonObject.builder();
                new TreeMap<>(methods.fields()).forEach((name, field) -> object.put(name, json(field)));
                yield object.build();
            }
        };
    }

    private static void fields(Value.Structure structure, JsonObject.Builder object) {
        for (int i = 0; i < structure.values().size(); i++) {
            var field = structure.type().fields().get(i);
            var value = structure.values().get(i);
            if (field.isEmbedded()) {
                if (value.target() instanceof Value.Structure embedded) fields(embedded, object);
            } else if (!(field.omitEmpty() && isEmpty(value))) {
                object.put(field.json(), json(value));
            }
        }
    }

    private static boolean isEmpty(Value value) {
        return switch (value) {
            case Value.Structure _ -> false;
            case Value.Text(var text, var type) -> !type.equals(GoType.TIME) && text.isEmpty();
            default -> !value.isTrue();
        };
    }
}
