package dev.davit.format.list;

import dev.davit.engine.system.VolumeUsage;
import dev.davit.engine.volume.VolumeSummary;
import dev.davit.format.NaturalOrder;
import dev.davit.format.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `davit volume ls`.
public final class VolumeList {
    private static final String TYPE = "*formatter.volumeContext";
    private static final String UNKNOWN = "N/A";
    static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("Name", "VOLUME NAME"),
            Map.entry("Driver", "DRIVER"),
            Map.entry("Scope", "SCOPE"),
            Map.entry("Mountpoint", "MOUNTPOINT"),
            Map.entry("Labels", "LABELS"),
            Map.entry("Links", "LINKS"),
            Map.entry("Size", "SIZE"),
            Map.entry("Group", "GROUP"),
            Map.entry("Availability", "AVAILABILITY"),
            Map.entry("Status", "STATUS"));
    private static final String RAW = "name: {{.Name}}\ndriver: {{.Driver}}\n";

    private final Listing listing;

    public VolumeList(String format, boolean quiet) {
        this.listing = Listing.of(new Listing.Kind(TITLES, "{{.Driver}}\t{{.Name}}", "{{.Name}}", RAW), format, quiet);
    }

    /// The whole list, in docker's order.
    public String print(List<VolumeSummary> volumes) {
        return listing.print(volumes.stream()
                .sorted(Comparator.comparing(VolumeSummary::name, NaturalOrder.OF_NAMES))
                .map(volume -> row(new VolumeUsage(volume, -1, -1)))
                .toList());
    }

    /// A volume, with what it occupies where that was measured.
    static Row row(VolumeUsage usage) {
        var volume = usage.volume();
        return new Row(TYPE)
                .text("Name", volume::name)
                .text("Driver", volume::driver)
                .text("Scope", volume::scope)
                .text("Mountpoint", volume::mountpoint)
                .text("Labels", () -> ContainerList.labels(volume.labels()))
                .text("Links", () -> usage.containers() < 0 ? UNKNOWN : Long.toString(usage.containers()))
                .text("Size", () -> usage.bytes() < 0 ? UNKNOWN : Sizes.decimal(usage.bytes(), 4))
                // Only a swarm's volumes have these.
                .text("Group", () -> UNKNOWN)
                .text("Availability", () -> UNKNOWN)
                .text("Status", () -> UNKNOWN)
                .labels(volume.labels());
    }
}
