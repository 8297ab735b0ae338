package dev.davit.format.list;

import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.system.CacheRecord;
import dev.davit.engine.system.DiskUsage;
import dev.davit.format.DockerFunctions;
import dev.davit.format.Sizes;
import dev.davit.format.Times;
import dev.davit.format.template.GoType;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.Value;
import dev.davit.format.template.ValueJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `davit system df -v`: a table per kind, a row per thing, or a template over all of them at once.
public final class DiskUsageTables {
    private static final String IMAGES =
            "table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}";
    private static final String CONTAINERS =
            "table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}";
    private static final String VOLUMES = "table {{.Name}}\t{{.Links}}\t{{.Size}}";
    private static final String CACHE =
            "table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}";
    private static final Map<String, String> CACHE_TITLES = Map.ofEntries(
            Map.entry("ID", "CACHE ID"),
            Map.entry("Parent", "PARENT"),
            Map.entry("CacheType", "CACHE TYPE"),
            Map.entry("Size", "SIZE"),
            Map.entry("CreatedSince", "CREATED"),
            Map.entry("LastUsedSince", "LAST USED"),
            Map.entry("UsageCount", "USAGE"),
            Map.entry("InUse", "IN USE"),
            Map.entry("Shared", "SHARED"));

    private final String format;
    private final Clock clock;

    /// @param format empty or `table`: the four tables; else `json` or a template
    public DiskUsageTables(String format, Clock clock) {
        this.format = format.strip();
        this.clock = clock;
    }

    /// The whole text.
    public String print(DiskUsage usage) {
        boolean tables = format.isEmpty() || format.equals("table");
        return tables ? tables(usage) : all(usage);
    }

    private String tables(DiskUsage usage) {
        var images = new ImageList(IMAGES, false, true, false, clock);
        var containers = containers(CONTAINERS, true);
        var volumes = Listing.of(new Listing.Kind(VolumeList.TITLES, "", "", ""), VOLUMES, false);
        var cache = Listing.of(new Listing.Kind(CACHE_TITLES, "", "", ""), CACHE, false);
        return "Images space usage:\n\n"
                + images.print(once(usage.images()))
                + "\nContainers space usage:\n\n"
                + containers.print(own(usage.containers()))
                + "\nLocal Volumes space usage:\n\n"
                + volumes.print(usage.volumes().stream().map(VolumeList::row).toList())
                + "\nBuild cache usage: " + Sizes.decimal(usage.ofBuildCache().bytes(), 4) + "\n\n"
                + cache.print(cache(usage, true));
    }

    private ContainerList containers(String table, boolean truncate) {
        return new ContainerList(table, false, truncate, true, clock);
    }

    /// What of a container's size is its image's stands with the images.
    private static List<ContainerSummary> own(List<ContainerSummary> containers) {
        return containers.stream().map(ContainerSummary::withoutRootSize).toList();
    }

    /// An image is there once, under its first name.
    private static List<ImageSummary> once(List<ImageSummary> images) {
        return images.stream().map(ImageSummary::withoutFurtherNames).toList();
    }

    /// Digests are not asked for here.
    private List<Row> images(DiskUsage usage) {
        var rows = new ImageList("json", false, false, false, clock).rows(once(usage.images()));
        rows.forEach(row -> row.text("Digest", () -> ""));
        return rows;
    }

    /// As docker has it: without a line end, and ids in full.
    private String all(DiskUsage usage) {
        var everything = new Row("*formatter.diskUsageContext")
                .value("Images", () -> rows(() -> images(usage)))
                .value("Containers", () -> rows(() -> containers("json", false).rows(own(usage.containers()))))
                .value("Volumes", () -> rows(() -> usage.volumes().stream().map(VolumeList::row).toList()))
                .value("BuildCache", () -> rows(() -> cache(usage, false)));
        if (format.equals("json")) {
            return "{" + member("Images", everything) + "," + member("Containers", everything) + "," + member("Volumes", everything)
                    + "," + member("BuildCache", everything) + "}";
        }
        String text = format.startsWith("table") ? format.substring("table".length()).strip() : format;
        return Template.parse(text.replace("\\t", "\t").replace("\\n", "\n"), DockerFunctions.ALL).execute(everything.asValue());
    }

    private static String member(String name, Row everything) {
        var value = everything.fields().get(name);
        if (value == null) throw new TemplateException("there is no " + name);
        return '"' + name + "\":" + ValueJson.json(value).text(JsonStyle.COMPACT);
    }

    private static Value rows(Supplier<List<Row>> rows) {
        return new Value.Items(rows.get().stream().map(Row::asValue).toList(), GoType.Slice.of(GoType.ANY), false);
    }

    private List<Row> cache(DiskUsage usage, boolean truncate) {
        var rows = new ArrayList<Row>();
        var order = Comparator.<CacheRecord, Boolean>comparing(item -> item.lastUsed().isPresent())
                .thenComparing(item -> item.lastUsed().orElse(Instant.EPOCH), Comparator.reverseOrder());
        for (var item : usage.buildCache().stream().sorted(order).toList()) {
            rows.add(new Row("*formatter.buildCacheContext")
                    .text("ID", () -> (truncate ? ContainerList.shortId(item.id()) : item.id()) + (item.inUse() ? "*" : ""))
                    .text("Parent", () -> truncate ? ContainerList.shortId(item.parent()) : item.parent())
                    .text("CacheType", item::type)
                    .text("Size", () -> Sizes.decimal(item.bytes(), 3))
                    .text("CreatedSince", () -> item.created().map(time -> Times.ago(time, clock)).orElse(""))
                    .text("LastUsedSince", () -> item.lastUsed().map(time -> Times.ago(time, clock)).orElse(""))
                    .text("UsageCount", () -> Long.toString(item.uses()))
                    .text("InUse", () -> Boolean.toString(item.inUse()))
                    .text("Shared", () -> Boolean.toString(item.shared())));
        }
        return rows;
    }
}
