package dev.davit.format.list;

import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.format.Ellipsis;
import dev.davit.format.GoText;
import dev.davit.format.Sizes;
import dev.davit.format.Times;
import dev.davit.format.template.Value;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `davit ps`.
public final class ContainerList {
    private static final String TYPE = "*formatter.ContainerContext";
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("ID", "CONTAINER ID"),
            Map.entry("Names", "NAMES"),
            Map.entry("Image", "IMAGE"),
            Map.entry("Command", "COMMAND"),
            Map.entry("CreatedAt", "CREATED AT"),
            Map.entry("RunningFor", "CREATED"),
            Map.entry("Ports", "PORTS"),
            Map.entry("State", "STATE"),
            Map.entry("Status", "STATUS"),
            Map.entry("Size", "SIZE"),
            Map.entry("Labels", "LABELS"),
            Map.entry("LocalVolumes", "LOCAL VOLUMES"),
            Map.entry("Mounts", "MOUNTS"),
            Map.entry("Networks", "NETWORKS"),
            Map.entry("Platform", "PLATFORM"));
    private static final String TABLE =
            "{{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}";
    private static final String RAW = """
            container_id: {{.ID}}
            image: {{.Image}}
            command: {{.Command}}
            created_at: {{.CreatedAt}}
            state: {{- pad .State 1 0}}
            status: {{- pad .Status 1 0}}
            names: {{.Names}}
            labels: {{- pad .Labels 1 0}}
            ports: {{- pad .Ports 1 0}}
            """;

    private final Listing listing;
    private final boolean truncate;
    private final Clock clock;

    /// @param format a `--format`, empty for the usual table
    /// @param truncate whether ids, commands and the like are cut
    /// @param sizes whether sizes were measured and belong into the table
    /// @param clock now, and the user's time zone
    public ContainerList(String format, boolean quiet, boolean truncate, boolean sizes, Clock clock) {
        String size = sizes ? "\t{{.Size}}" : "";
        String rawSize = sizes ? "size: {{.Size}}\n" : "";
        this.listing = Listing.of(new Listing.Kind(TITLES, TABLE + size, "{{.ID}}", RAW + rawSize), format, quiet);
        this.truncate = truncate;
        this.clock = clock;
    }

    /// Whether a format needs the sizes, which are slow to measure.
    public static boolean needsSizes(String format) {
        return format.contains(".Size") || format.contains("json .}") || format.contains("json . }");
    }

    /// The whole list.
    public String print(List<ContainerSummary> containers) {
        return listing.print(rows(containers));
    }

    List<Row> rows(List<ContainerSummary> containers) {
        return containers.stream().map(this::row).toList();
    }

    private Row row(ContainerSummary c) {
        return new Row(TYPE)
                .text("ID", () -> truncate ? c.id().abbreviated() : c.id().value())
                .text("Names", () -> names(c))
                .text("Image", () -> image(c))
                .text("Command", () -> GoText.quote(truncate ? Ellipsis.cut(c.command(), 20) : c.command()))
                .text("CreatedAt", () -> Times.goString(c.created(), clock.getZone()))
                .text("RunningFor", () -> Times.ago(c.created(), clock))
                .text("Ports", () -> PortText.of(c.ports()))
                .text("State", () -> c.state().word())
                .text("Status", c::status)
                .text("Size", () -> size(c))
                .text("Labels", () -> labels(c.labels()))
                .text("LocalVolumes", () -> Long.toString(
                        c.mounts().stream().filter(mount -> mount.driver().equals("local")).count()))
                .text("Mounts", () -> mounts(c.mounts()))
                .text("Networks", () -> String.join(",", c.networks().stream().map(NetworkAttachment::network).sorted().toList()))
                .value("Platform", () -> new Value.Boxed(null))
                .labels(c.labels());
    }

    /// The names that links gave are left out of the short list.
    private String names(ContainerSummary c) {
        if (!truncate) return String.join(",", c.names());
        return c.names().stream().filter(name -> !name.contains("/")).findFirst().orElseGet(() -> String.join(",", c.names()));
    }

    private String image(ContainerSummary c) {
        if (c.image().isEmpty()) return "<no image>";
        if (!truncate) return c.image();
        String id = shortId(c.imageId());
        if (id.equals(shortId(c.image()))) return id;
        int digest = c.image().indexOf('@');
        boolean tagged = digest > 0 && c.image().lastIndexOf(':', digest) > c.image().lastIndexOf('/', digest);
        return tagged ? c.image().substring(0, digest) : c.image();
    }

    static String shortId(String id) {
        String digits = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return digits.length() > 12 ? digits.substring(0, 12) : digits;
    }

    private static String size(ContainerSummary c) {
        String own = Sizes.decimal(c.sizeRw().orElse(0), 3);
        long all = c.sizeRootFs().orElse(0);
        return all > 0 ? own + " (virtual " + Sizes.decimal(all, 3) + ")" : own;
    }

    static String labels(Map<String, String> labels) {
        return String.join(
                ",", new TreeMap<>(labels).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    private String mounts(List<MountPoint> mounts) {
        return String.join(",", mounts.stream()
                .map(mount -> mount.name().isEmpty() ? mount.source() : mount.name())
                .map(name -> truncate ? Ellipsis.cut(name, 15) : name)
                .toList());
    }
}
