package dev.davit.cli.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The comma-separated `name=value` fields of `--mount`, `--network` and `--gpus`: one line of CSV, where a field in double
/// quotes may hold commas and a doubled quote is a quote. Source: RFC 4180.
final class Fields {

    /// One field.
    ///
    /// @param name in lower case
    /// @param value what follows the first `=`, or empty
    /// @param hasValue whether there was one
    record Field(String name, String value, boolean hasValue) {}

    private Fields() {}

    static List<Field> of(String text) {
        var fields = new ArrayList<Field>();
        for (String cell : cells(text)) {
            int equals = cell.indexOf('=');
            String name = equals < 0 ? cell : cell.substring(0, equals);
            fields.add(new Field(
                    name.strip().toLowerCase(Locale.ROOT), equals < 0 ? "" : cell.substring(equals + 1), equals >= 0));
        }
        return fields;
    }

    private static List<String> cells(String text) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) throw new IllegalArgumentException("a double quote is not closed");
        cells.add(cell.toString());
        return cells;
    }
}
