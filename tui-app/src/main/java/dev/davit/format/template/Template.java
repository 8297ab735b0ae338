package dev.davit.format.template;

import java.util.HashMap;
import java.util.Map;

/// A parsed template. Immutable; may be carried out any number of times, by several threads.
public final class Template {
    private final String text;
    private final Map<String, Node.Body> templates;
    private final Map<String, Function> functions;
    private final boolean strict;

    private Template(
            String text, Map<String, Node.Body> templates, Map<String, Function> functions, boolean strict) {
        this.text = text;
        this.templates = templates;
        this.functions = functions;
        this.strict = strict;
    }

    /// Reads a template that may call Go's own functions and these.
    ///
    /// @throws TemplateException where it is not one
    public static Template parse(String text, Map<String, Function> functions) {
        var all = new HashMap<>(Builtins.FUNCTIONS);
        all.putAll(functions);
        return new Template(text, Parser.parse(text, all.keySet()), Map.copyOf(all), false);
    }

    /// The same template with other functions in place of those of the same names.
    public Template with(Map<String, Function> others) {
        var all = new HashMap<>(functions);
        all.putAll(others);
        return new Template(text, templates, Map.copyOf(all), strict);
    }

    /// The same template where a missing key of a map is an error and not `<no value>` (Go's `missingkey=error`).
    public Template strict() {
        return new Template(text, templates, functions, true);
    }

    /// What the template says of this value.
    ///
    /// @throws TemplateException where it asks for what the value does not have
    public String execute(Value data) {
        return new Execution(text, templates, functions, strict).run(data);
    }
}
