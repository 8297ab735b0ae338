package dev.davit.format.list;

import dev.davit.format.template.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `davit context ls`.
public final class ContextList {
    private static final int LONGEST_ERROR = 45;
    private static final Map<String, String> TITLES = Map.of(
            "Name", "NAME", "Description", "DESCRIPTION", "DockerEndpoint", "DOCKER ENDPOINT", "Error", "ERROR");

    private final Listing listing;

    /// One context.
    ///
    /// @param current whether it is the one in use
    /// @param error why it cannot be used, or empty
    public record Entry(String name, boolean current, String description, String host, String error) {}

    public ContextList(String format, boolean quiet) {
        String table = "{{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}";
        this.listing = Listing.of(new Listing.Kind(TITLES, table, "{{.Name}}", ""), format, quiet);
    }

    /// The whole list, by names, digits in them by their value.
    public String print(List<Entry> entries) {
        var sorted = entries.stream().sorted(Comparator.comparing(Entry::name, ContextList::natural)).toList();
        return listing.print(sorted.stream().map(ContextList::row).toList());
    }

    private static Row row(Entry entry) {
        return new Row("*formatter.clientContextContext")
                .text("Name", entry::name)
                .value("Current", () -> Value.of(entry.current()))
                .text("Description", entry::description)
                .text("DockerEndpoint", entry::host)
                .text("Error", () -> shortened(entry.error()));
    }

    private static String shortened(String error) {
        String line = error.replace('\n', ' ');
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR - 1) + "…" : line;
    }

    private static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int iEnd = digits(a, i);
            int jEnd = digits(b, j);
            if (iEnd > i && jEnd > j) {
                String x = a.substring(i, iEnd).replaceFirst("^0+", "");
                String y = b.substring(j, jEnd).replaceFirst("^0+", "");
                int order = x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
                if (order != 0) return order;
                i = iEnd;
                j = jEnd;
            } else if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end;
    }
}
