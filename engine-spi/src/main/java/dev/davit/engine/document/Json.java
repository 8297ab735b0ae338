package dev.davit.engine.document;

import java.nio.charset.StandardCharsets;

/// One JSON value, immutable. Documents of a daemon are kept as this tree, so fields that no record knows survive.
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /// Parses exactly one value; white space around it is allowed, nothing else.
    ///
    /// @throws JsonException where the text is not JSON by RFC 8259, or exceeds [JsonLimits#STANDARD]
    static Json parse(String text) {
        return parse(text, JsonLimits.STANDARD);
    }

    /// As [#parse(String)] with limits of one's own.
    static Json parse(String text, JsonLimits limits) {
        return new JsonParser(text, limits).document();
    }

    /// Parses UTF-8; malformed bytes become U+FFFD, as in Go.
    static Json parse(byte[] utf8) {
        if (utf8.length > JsonLimits.STANDARD.bytes()) {
            throw JsonException.tooLarge(utf8.length, JsonLimits.STANDARD.bytes());
        }
        return parse(new String(utf8, StandardCharsets.UTF_8));
    }

    /// A string value.
    static Json of(String value) {
        return new JsonString(value);
    }

    /// An integer value.
    static Json of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// A floating-point value, written as Go writes a float64.
    ///
    /// @throws IllegalArgumentException for NaN and the infinities, which JSON cannot say
    static Json of(double value) {
        return JsonNumber.of(value);
    }

    /// A boolean value.
    static Json of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /// This value as text in the given style.
    default String text(JsonStyle style) {
        var out = new StringBuilder();
        new JsonWriter(out, style).write(this);
        return out.toString();
    }

    /// This value on one line, with `<`, `>` and `&` escaped: what Go's `json.Marshal` prints.
    default String text() {
        return text(JsonStyle.COMPACT);
    }
}
