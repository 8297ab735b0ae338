package dev.davit.console.store;

import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.volume.VolumeSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All things of one kind at one moment, by name.
///
/// @param rows in order
/// @param isKnown whether an engine has been asked yet
public record ThingTable(List<Thing> rows, boolean isKnown) {
    /// Before the first list.
    public static final ThingTable UNKNOWN = new ThingTable(List.of(), false);

    // those without a name last
    private static final Comparator<Thing> ORDER = Comparator.comparing((Thing thing) -> thing.name().isEmpty())
            .thenComparing(Thing::name)
            .thenComparing(Thing::key);

    public ThingTable {
        rows = List.copyOf(rows);
    }

    private static ThingTable of(List<Thing> rows) {
        return new ThingTable(rows.stream().sorted(ORDER).toList(), true);
    }

    /// A row for each name of an image, and one for an image without any.
    public static ThingTable ofImages(List<ImageSummary> images) {
        var rows = new ArrayList<Thing>();
        for (var image : images) {
            if (image.tags().isEmpty()) rows.add(new Thing.Image(image, ""));
            for (String tag : image.tags()) rows.add(new Thing.Image(image, tag));
        }
        return of(rows);
    }

    /// A row for each network.
    public static ThingTable ofNetworks(List<NetworkSummary> networks) {
        return of(networks.stream().<Thing>map(Thing.Network::new).toList());
    }

    /// A row for each volume.
    public static ThingTable ofVolumes(List<VolumeSummary> volumes) {
        return of(volumes.stream().<Thing>map(Thing.Volume::new).toList());
    }

    /// One of them.
    public Optional<Thing> find(String key) {
        return rows.stream().filter(thing -> thing.key().equals(key)).findFirst();
    }
}
