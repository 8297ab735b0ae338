package dev.davit.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null", "true", "false", "0", "-0", "1.50", "1e5", "1E+10", "-12.5e-3", "18446744073709551615", "\"\"",
                "{}", "[]", "[1,[2,{\"a\":[]}]]", "{\"b\":1,\"a\":2}", "\"ünïcödé 🚢\"", "[\"\\\"\\\\\\b\\f\\n\\r\\t\"]",
            })
    void comesOutAsItWentIn(String text) {
        assertEquals(text, Json.parse(text).text(JsonStyle.WIRE));
        assertEquals(Json.parse(text), Json.parse(" \t\r\n" + text + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "''                 | line 1, column 1: expected a value, found the end",
                "[1,]               | line 1, column 4: expected a value, found ']'",
                "[1 2]              | line 1, column 4: expected ',' or ']', found '2'",
                "{a:1}              | line 1, column 2: expected a member name in quotes, found 'a'",
                "{\"a\" 1}          | line 1, column 6: expected ':' after a member name, found '1'",
                "{\"a\":1,}         | line 1, column 8: expected a member name in quotes, found '}'",
                "01                 | line 1, column 1: malformed number",
                "1.                 | line 1, column 1: malformed number",
                "-                  | line 1, column 1: malformed number",
                "1e                 | line 1, column 1: malformed number",
                "+1                 | line 1, column 1: expected a value, found '+'",
                "NaN                | line 1, column 1: expected a value, found 'N'",
                "nul                | line 1, column 1: expected a value, found 'n'",
                "\"a                | line 1, column 3: a string has no end",
                "\"a\\              | line 1, column 4: a string has no end",
                "\"\\x\"            | line 1, column 3: unknown escape, found 'x'",
                "\"\\u12g4\"        | line 1, column 6: expected four hexadecimal digits, found 'g'",
                "1 1                | line 1, column 3: expected nothing after the value, found '1'",
                "[                  | line 1, column 2: expected a value, found the end",
                "[1                 | line 1, column 3: expected ',' or ']', found the end",
                "'a'                | line 1, column 1: expected a value, found '''",
            })
    void saysWhereTextIsNotJson(String text, String message) {
        var json = text.equals("''") ? "" : text;
        assertThatThrownBy(() -> Json.parse(json))
                .isInstanceOf(JsonException.class)
                .hasMessage("invalid JSON at " + message);
    }

    @Test
    void countsLinesAndNamesControlCharactersByNumber() {
        var error = assertThrows(JsonException.class, () -> Json.parse("{\n  \"a\": 1,\n  \u001b[31m\n}"));
        assertEquals("invalid JSON at line 3, column 3: expected a member name in quotes, found U+001B",
                error.getMessage());
        assertEquals(3, error.line());
        assertEquals(3, error.column());
        assertThatThrownBy(() -> Json.parse("\"a\nb\"")).hasMessageContaining("control character in a string");
    }

    @Test
    void takesThousandLevelsAndNotOneMore() {
        var deep = "[".repeat(1000) + "]".repeat(1000);
        assertEquals(deep, Json.parse(deep).text());
        assertThatThrownBy(() -> Json.parse("[" + deep + "]"))
                .hasMessage("invalid JSON at line 1, column 1001: nested deeper than 1000 levels");
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(1_000_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesTextOverItsLimit() {
        assertThatThrownBy(() -> Json.parse("[1,2,3]", new JsonLimits(10, 6)))
                .isInstanceOf(JsonException.class)
                .hasMessage("JSON of 7 bytes is over the limit of 6");
        assertEquals("[1,2]", Json.parse("[1,2]", new JsonLimits(10, 6)).text());
    }

    @Test
    void lastOfEqualNamesWinsAndKeepsTheFirstPlace() {
        assertEquals("{\"a\":3,\"b\":2}", Json.parse("{\"a\":1,\"b\":2,\"a\":3}").text());
    }

    @Test
    void decodesEscapesAndReplacesHalfPairs() {
        assertEquals(Json.of("\u2028 A/🚢"), Json.parse("\"\\u2028 \\u0041\\/\\ud83d\\uDEA2\""));
        assertEquals(Json.of("\uFFFDx"), Json.parse("\"\\ud83dx\""));
        assertEquals(Json.of("\uFFFDA"), Json.parse("\"\\ud83d\\u0041\""));
        assertEquals(Json.of("\uFFFD"), Json.parse("\"\\udea2\""));
        assertEquals(Json.of("\uFFFDx"), Json.parse("\"\ud83dx\""));
        assertEquals(Json.of("a\uFFFDb"), Json.parse("\"a\u00ffb\"".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void writesAsGoDoes() {
        var value = Json.of("<a&b>\u2028\u2029\u0001\u007f\b\f\ud800");
        assertEquals("\"\\u003ca\\u0026b\\u003e\\u2028\\u2029\\u0001\u007f\\b\\f\\ufffd\"", value.text());
        assertEquals("\"<a&b>\\u2028\\u2029\\u0001\u007f\\b\\f\\ufffd\"", value.text(JsonStyle.WIRE));
    }

    @Test
    void indentsAsDockerInspectDoes() {
        var text = "{\"Id\":\"x\",\"Empty\":{},\"None\":[],\"List\":[1,{\"a\":null}]}";
        var laidOut = """
                {
                    "Id": "x",
                    "Empty": {},
                    "None": [],
                    "List": [
                        1,
                        {
                            "a": null
                        }
                    ]
                }""";
        assertEquals(laidOut, Json.parse(text).text(JsonStyle.INSPECT));
        assertEquals(laidOut, JsonText.indent(text, "    "));
        assertEquals(text, JsonText.compact(laidOut));
    }

    @Test
    void layingOutKeepsTheSendersSpelling() {
        assertEquals("[\n  \"\\u003c \\\" , {\",\n  1.0e0\n]", JsonText.indent("[ \"\\u003c \\\" , {\" , 1.0e0 ]", "  "));
        assertEquals("[\"\\u003c \\\" , {\",1.0e0]", JsonText.compact("[ \"\\u003c \\\" , {\" , 1.0e0 ]"));
    }

    @Test
    void readsMembersWithZeroForAbsent() {
        var object = (JsonObject) Json.parse("""
                {"s":"x","n":9223372036854775807,"f":1.5,"big":18446744073709551615,"b":true,"o":{"k":1},
                 "a":["p",1,"q",{"z":2}],"null":null}""");
        assertEquals("x", object.string("s"));
        assertEquals(Long.MAX_VALUE, object.integer("n"));
        assertEquals(1.5, object.decimal("f"));
        assertEquals(0, object.integer("f"));
        assertEquals(0, object.integer("big"));
        assertThat(object.flag("b")).isTrue();
        assertEquals(1, object.object("o").integer("k"));
        assertEquals(List.of("p", "q"), object.array("a").strings());
        assertEquals(2, object.array("a").objects().getFirst().integer("z"));
        assertThat(object.get("null")).contains(JsonNull.NULL);
        assertThat(object.get("absent")).isEmpty();
        assertEquals("", object.string("absent"));
        assertEquals(JsonObject.empty(), object.object("s"));
        assertEquals(JsonArray.empty(), object.array("absent"));
    }

    @Test
    void buildsInOrder() {
        var object = JsonObject.builder().put("z", "1").put("a", 2).put("m", true).put("z", "3").build();
        assertEquals("{\"z\":\"3\",\"a\":2,\"m\":true}", object.text());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, -0", "1, 1", "100, 100", "1.5, 1.5", "0.1, 0.1", "123456789012, 123456789012", "1e20, 100000000000000000000",
        "1e21, 1e+21", "1.25e22, 1.25e+22", "0.000001, 0.000001", "0.0000001, 1e-7", "-1.5e-9, -1.5e-9",
    })
    void writesFloatsAsGoDoes(double value, String text) {
        assertEquals(text, Json.of(value).text());
    }

    @Test
    void hasNoNumberForNaN() {
        assertThrows(IllegalArgumentException.class, () -> Json.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new JsonNumber("1x"));
        assertThrows(IllegalArgumentException.class, () -> new JsonNumber(""));
    }
}
