package dev.davit.format.list;

import dev.davit.engine.image.ImageSummary;
import dev.davit.format.Sizes;
import dev.davit.format.Times;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `davit images`: a row per name of each image.
public final class ImageList {
    private static final String TYPE = "*formatter.imageContext";
    private static final String NONE = "<none>";
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("ID", "IMAGE ID"),
            Map.entry("Repository", "REPOSITORY"),
            Map.entry("Tag", "TAG"),
            Map.entry("Digest", "DIGEST"),
            Map.entry("CreatedSince", "CREATED"),
            Map.entry("CreatedAt", "CREATED AT"),
            Map.entry("Size", "SIZE"),
            Map.entry("Containers", "CONTAINERS"),
            Map.entry("VirtualSize", "SIZE"),
            Map.entry("SharedSize", "SHARED SIZE"),
            Map.entry("UniqueSize", "UNIQUE SIZE"));

    private final Listing listing;
    private final boolean truncate;
    private final boolean digests;
    private final boolean digestRows;
    private final Clock clock;

    /// One row: an image under one of its names.
    private record Named(ImageSummary image, String repository, String tag, String digest) {}

    /// @param digests whether digests are shown, each in a row of its own
    public ImageList(String format, boolean quiet, boolean truncate, boolean digests, Clock clock) {
        String table = digests
                ? "{{.Repository}}\t{{.Tag}}\t{{.Digest}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}"
                : "{{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}";
        String raw = "repository: {{.Repository}}\n" + (digests ? "tag: {{.Tag}}\ndigest: {{.Digest}}\n" : "tag: {{.Tag}}\n")
                + "image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n";
        this.listing = Listing.of(new Listing.Kind(TITLES, table, "{{.ID}}", raw), format, quiet);
        this.truncate = truncate;
        this.digestRows = digests;
        this.digests = digests || format.contains(".Digest");
        this.clock = clock;
    }

    /// The whole list.
    public String print(List<ImageSummary> images) {
        return listing.print(rows(images));
    }

    List<Row> rows(List<ImageSummary> images) {
        var rows = new ArrayList<Row>();
        for (var image : images) {
            for (var named : names(image)) rows.add(row(named));
        }
        return rows;
    }

    private List<Named> names(ImageSummary image) {
        var rows = new ArrayList<Named>();
        for (String name : image.tags()) {
            int colon = name.lastIndexOf(':');
            String repository = name.substring(0, colon);
            var own = image.digests().stream().filter(d -> d.startsWith(repository + "@")).toList();
            if (!digests || own.isEmpty()) {
                rows.add(new Named(image, repository, name.substring(colon + 1), NONE));
            } else {
                for (String digest : own) {
                    rows.add(new Named(image, repository, name.substring(colon + 1), digest.substring(digest.indexOf('@') + 1)));
                }
            }
        }
        var tagged = rows.stream().map(Named::repository).toList();
        var alone = image.digests().stream().filter(digest -> !tagged.contains(digest.substring(0, digest.indexOf('@')))).toList();
        for (String digest : alone) {
            int at = digest.indexOf('@');
            var row = new Named(image, digest.substring(0, at), NONE, digestRows ? digest.substring(at + 1) : "");
            if (!rows.contains(row)) rows.add(row);
        }
        return rows.isEmpty() ? List.of(new Named(image, NONE, NONE, NONE)) : rows;
    }

    private Row row(Named named) {
        var image = named.image();
        return new Row(TYPE)
                .text("ID", () -> truncate ? ContainerList.shortId(image.id()) : image.id())
                .text("Repository", named::repository)
                .text("Tag", named::tag)
                .text("Digest", named::digest)
                .text("CreatedSince", () -> Times.ago(image.created(), clock))
                .text("CreatedAt", () -> Times.goString(image.created(), clock.getZone()))
                .text("Size", () -> Sizes.decimal(image.size(), 3))
                .text("Containers", () -> image.containers() < 0 ? "N/A" : Long.toString(image.containers()))
                .text("VirtualSize", () -> Sizes.decimal(image.size(), 4))
                .text("SharedSize", () -> image.sharedSize() < 0 ? "N/A" : Sizes.decimal(image.sharedSize(), 4))
                .text("UniqueSize", () -> image.sharedSize() < 0 ? "N/A" : Sizes.decimal(image.size() - image.sharedSize(), 4));
    }
}
