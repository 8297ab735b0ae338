package dev.davit.format.list;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonStyle;
import dev.davit.format.DockerFunctions;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.ValueJson;
import java.util.List;
import java.util.Optional;

/// Documents as `inspect` prints them: all in one indented array, or each by a template or as JSON on a line of its own.
public final class InspectPrinter {
    private final String format;
    private final Optional<Template> template;

    /// @param format empty, `json`, or a template
    public InspectPrinter(String format) {
        this.format = format;
        boolean own = !format.isEmpty() && !format.equals("json");
        this.template = own ? Optional.of(parse(format)) : Optional.empty();
    }

    private static Template parse(String format) {
        try {
            return Template.parse(format, DockerFunctions.ALL).strict();
        } catch (TemplateException e) {
            throw new TemplateException("template parsing error: " + e.getMessage());
        }
    }

    /// The text with its line ends.
    public String print(List<Json> documents) {
        if (format.isEmpty()) return new JsonArray(documents).text(JsonStyle.INSPECT) + "\n";
        if (format.equals("json")) return new JsonArray(documents).text(JsonStyle.COMPACT) + "\n";
        var out = new StringBuilder();
        for (var document : documents) out.append(one(document)).append('\n');
        return out.toString();
    }

    private String one(Json document) {
        try {
            return template.orElseThrow().execute(ValueJson.untyped(document));
        } catch (TemplateException e) {
            throw new TemplateException("template parsing error: " + e.getMessage());
        }
    }
}
