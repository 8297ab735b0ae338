package dev.davit.format.list;

import dev.davit.engine.image.ImageHistoryEntry;
import dev.davit.format.Ellipsis;
import dev.davit.format.Sizes;
import dev.davit.format.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// `davit history`.
public final class HistoryList {
    private static final Map<String, String> TITLES = Map.of(
            "ID", "IMAGE",
            "CreatedSince", "CREATED",
            "CreatedAt", "CREATED AT",
            "CreatedBy", "CREATED BY",
            "Size", "SIZE",
            "Comment", "COMMENT");

    private final Listing listing;
    private final boolean truncate;
    private final boolean human;
    private final Clock clock;

    /// @param human whether ages and sizes are rounded and have units
    public HistoryList(String format, boolean quiet, boolean truncate, boolean human, Clock clock) {
        String when = human ? "{{.CreatedSince}}" : "{{.CreatedAt}}";
        String table = "{{.ID}}\t" + when + "\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}";
        this.listing = Listing.of(new Listing.Kind(TITLES, table, "{{.ID}}", ""), format, quiet);
        this.truncate = truncate;
        this.human = human;
        this.clock = clock;
    }

    /// The whole list.
    public String print(List<ImageHistoryEntry> steps) {
        return listing.print(steps.stream().map(this::row).toList());
    }

    private Row row(ImageHistoryEntry step) {
        return new Row("*formatter.historyContext")
                .text("ID", () -> truncate ? ContainerList.shortId(step.id()) : step.id())
                .text("CreatedAt", () -> Times.rfc3339(step.created(), clock.getZone()))
                .text("CreatedSince", () -> human
                        ? Times.ago(step.created(), clock)
                        : Times.rfc3339(step.created(), clock.getZone()))
                .text("CreatedBy", () -> {
                    String line = step.createdBy().replace('\t', ' ');
                    return truncate ? Ellipsis.cut(line, 45) : line;
                })
                .text("Size", () -> human ? Sizes.decimal(step.size(), 3) : Long.toString(step.size()))
                .text("Comment", step::comment);
    }
}
