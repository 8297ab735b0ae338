package dev.davit.format.list;

import dev.davit.engine.image.SearchResult;
import dev.davit.format.Ellipsis;
import java.util.List;
import java.util.Map;

/// `davit search`.
public final class SearchList {
    private static final int DESCRIPTION = 45;
    private static final Map<String, String> TITLES = Map.of(
            "Name", "NAME",
            "Description", "DESCRIPTION",
            "StarCount", "STARS",
            "IsOfficial", "OFFICIAL",
            "IsAutomated", "AUTOMATED");

    private final Listing listing;
    private final boolean truncate;

    public SearchList(String format, boolean truncate) {
        String table = "{{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}";
        this.listing = Listing.of(new Listing.Kind(TITLES, table, "{{.Name}}", ""), format, false);
        this.truncate = truncate;
    }

    /// The whole list.
    public String print(List<SearchResult> results) {
        return listing.print(results.stream().map(this::row).toList());
    }

    private Row row(SearchResult result) {
        return new Row("*search.searchContext")
                .text("Name", result::name)
                .text("Description", () -> {
                    String line = result.description().replace('\n', ' ').replace('\r', ' ');
                    return truncate ? Ellipsis.cut(line, DESCRIPTION) : line;
                })
                .text("StarCount", () -> Integer.toString(result.stars()))
                .text("IsOfficial", () -> result.official() ? "[OK]" : "")
                .text("IsAutomated", () -> result.automated() ? "[OK]" : "");
    }
}
