package dev.davit.format.list;

import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.DiskUsage.Usage;
import dev.davit.format.Sizes;
import java.util.List;
import java.util.Map;

/// `davit system df`: a row per kind of things.
public final class DiskUsageList {
    private static final Map<String, String> TITLES = Map.of(
            "Type", "TYPE", "TotalCount", "TOTAL", "Active", "ACTIVE", "Size", "SIZE", "Reclaimable", "RECLAIMABLE");
    private static final String TABLE = "{{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}";
    private static final String RAW = """
            type: {{.Type}}
            total: {{.TotalCount}}
            active: {{.Active}}
            size: {{.Size}}
            reclaimable: {{.Reclaimable}}
            """;

    private final Listing listing;

    public DiskUsageList(String format) {
        this.listing = Listing.of(new Listing.Kind(TITLES, TABLE, "", RAW), format, false);
    }

    /// The whole list.
    public String print(DiskUsage usage) {
        return listing.print(List.of(
                row("Images", "Images", usage.ofImages(), true),
                row("Containers", "Containers", usage.ofContainers(), true),
                row("Volumes", "Local Volumes", usage.ofVolumes(), true),
                row("Builder", "Build Cache", usage.ofBuildCache(), false)));
    }

    private static Row row(String type, String title, Usage usage, boolean share) {
        return new Row("*formatter.diskUsage" + type + "Context")
                .text("Type", () -> title)
                .text("TotalCount", () -> Integer.toString(usage.count()))
                .text("Active", () -> Integer.toString(usage.active()))
                .text("Size", () -> Sizes.decimal(usage.bytes(), 4))
                .text("Reclaimable", () -> reclaimable(usage, share));
    }

    private static String reclaimable(Usage usage, boolean share) {
        String size = Sizes.decimal(usage.reclaimable(), 4);
        return share && usage.bytes() > 0 ? size + " (" + usage.reclaimable() * 100 / usage.bytes() + "%)" : size;
    }
}
