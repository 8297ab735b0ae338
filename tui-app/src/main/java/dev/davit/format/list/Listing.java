package dev.davit.format.list;

import dev.davit.engine.document.JsonStyle;
import dev.davit.format.DockerFunctions;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prints rows in one of docker's forms: a table (docker's or one of the user's columns), a JSON object per line, or a
/// template's text per line.
public final class Listing {
    private final Form form;
    private final Optional<Template> template;
    private final Map<String, String> titles;

    private enum Form {
        TABLE,
        JSON,
        TEMPLATE
    }

    private Listing(Form form, Optional<Template> template, Map<String, String> titles) {
        this.form = form;
        this.template = template;
        this.titles = titles;
    }

    /// What a kind of list is made of.
    ///
    /// @param titles column titles by field
    /// @param table the template of its usual table
    /// @param quiet the template of `-q`
    /// @param raw the template of `raw`, empty where docker has none
    record Kind(Map<String, String> titles, String table, String quiet, String raw) {}

    /// Reads a `--format`.
    ///
    /// @param format empty means the usual table
    /// @throws TemplateException where it is no template
    static Listing of(Kind kind, String format, boolean quiet) {
        String text = format.strip();
        if (quiet) {
            return template(Form.TEMPLATE, kind.quiet(), kind);
        }
        if (text.isEmpty() || text.equals("table")) return template(Form.TABLE, kind.table(), kind);
        if (text.equals("json")) return new Listing(Form.JSON, Optional.empty(), kind.titles());
        if (text.equals("raw") && !kind.raw().isEmpty()) return template(Form.TEMPLATE, kind.raw(), kind);
        if (text.startsWith("table")) return template(Form.TABLE, text.substring("table".length()).strip(), kind);
        return template(Form.TEMPLATE, text, kind);
    }

    private static Listing template(Form form, String text, Kind kind) {
        String written = text.replace("\\t", "\t").replace("\\n", "\n");
        try {
            return new Listing(form, Optional.of(Template.parse(written, DockerFunctions.ALL)), kind.titles());
        } catch (TemplateException e) {
            throw new TemplateException("failed to parse template: " + e.getMessage());
        }
    }

    /// Whether a table is printed.
    public boolean isTable() {
        return form == Form.TABLE;
    }

    /// All rows, and a table's titles above them.
    String print(List<Row> rows) {
        var out = new StringBuilder();
        if (form == Form.TABLE) {
            var titled = template.orElseThrow().with(DockerFunctions.OF_TITLES);
            out.append(execute(titled, new Header(titles).asValue())).append('\n');
        }
        for (var row : rows) out.append(line(row)).append('\n');
        return form == Form.TABLE ? TabWriter.align(out.toString()) : out.toString();
    }

    /// One row without its line end, tabs as they are.
    String line(Row row) {
        if (form == Form.JSON) return ValueJson.json(row.asValue()).text(JsonStyle.COMPACT);
        return execute(template.orElseThrow(), row.asValue());
    }

    private static String execute(Template template, dev.davit.format.template.Value value) {
        try {
            return template.execute(value);
        } catch (TemplateException e) {
            throw new TemplateException("failed to execute template: " + e.getMessage());
        }
    }
}
