package dev.davit.format.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.format.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What `docker inspect --format` 28.2.2 made of one container, template by template, errors included.
final class TemplatesTest {

    @TestFactory
    Stream<DynamicTest> aTemplateSaysWhatItSaysToDocker() throws IOException {
        var reference = reference();
        var container = new InspectPrinter.Found(
                InspectPrinter.Kind.CONTAINER, reference.object("container").text(JsonStyle.WIRE));
        return reference.array("cases").objects().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.string("template"), () -> check(expected, container)));
    }

    private static void check(JsonObject expected, InspectPrinter.Found container) {
        String template = expected.string("template");
        if (expected.get("error").isEmpty()) {
            assertThat(new InspectPrinter(template).print(List.of(container))).isEqualTo(expected.string("out") + "\n");
        } else {
            assertThatThrownBy(() -> new InspectPrinter(template).print(List.of(container)))
                    .isInstanceOf(TemplateException.class)
                    .hasMessage("template parsing error: " + expected.string("error"));
        }
    }

    private static JsonObject reference() throws IOException {
        try (var in = TemplatesTest.class.getResourceAsStream("/reference/templates.json")) {
            assertThat(in).isNotNull();
            return (JsonObject) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
