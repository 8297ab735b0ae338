package dev.davit.format.list;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonText;
import dev.davit.format.DockerFunctions;
import dev.davit.format.template.GoType;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.ValueJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Documents as `inspect` prints them: all in one indented array, or each by a template or as JSON on a line of its own.
public final class InspectPrinter {
    private static final String INDENT = "    ";

    private final String format;
    private final Optional<Template> template;
    private final Map<Kind, GoType> types = new HashMap<>();

    /// What a document is about.
    public enum Kind {
        CONTAINER("container.InspectResponse"),
        IMAGE("image.InspectResponse"),
        NETWORK("network.Inspect"),
        VOLUME("volume.Volume"),
        CONTEXT("context.contextWithTLSListing");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /// An engine's answer.
    ///
    /// @param json as the engine wrote it
    public record Found(Kind kind, String json) {}

    /// @param format empty, `json`, or a template
    public InspectPrinter(String format) {
        this.format = format;
        boolean own = !format.isEmpty() && !format.equals("json");
        this.template = own ? Optional.of(parse(format)) : Optional.empty();
    }

    private static Template parse(String format) {
        try {
            return Template.parse(format, DockerFunctions.ALL);
        } catch (TemplateException e) {
            throw new TemplateException("template parsing error: " + e.getMessage());
        }
    }

    /// The text with its line ends. Strings and numbers keep the engine's own spelling.
    public String print(List<Found> documents) {
        if (template.isPresent()) {
            var out = new StringBuilder();
            for (var document : documents) out.append(one(document)).append('\n');
            return out.isEmpty() ? "\n" : out.toString();
        }
        var joined = "[" + String.join(",", documents.stream().map(Found::json).toList()) + "]";
        return (format.isEmpty() ? JsonText.indent(joined, INDENT) : JsonText.compact(joined)) + "\n";
    }

    /// First as docker's own types see the document, then, for what these do not know, as plain maps.
    private String one(Found document) {
        var json = Json.parse(document.json());
        var typed = ValueJson.typed(json, types.computeIfAbsent(document.kind(), kind -> DocumentTypes.of(kind.type)));
        if (typed.isPresent()) {
            try {
                return template.orElseThrow().execute(typed.get());
            } catch (TemplateException unknownToTheTypes) {
                return untyped(json);
            }
        }
        return untyped(json);
    }

    private String untyped(Json json) {
        try {
            return template.orElseThrow().strict().execute(ValueJson.untyped(json));
        } catch (TemplateException e) {
            throw new TemplateException("template parsing error: " + e.getMessage());
        }
    }
}
