package dev.davit.console.model;

import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.Details;
import dev.davit.console.store.Kind;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.Thing;
import dev.davit.console.store.ThingTable;
import dev.davit.console.store.VolumeSizes;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is known of the outside at a moment, as feeds have brought it.
///
/// @param connection how it stands with the engine
/// @param containers as the engine told last
/// @param samples newest figures
/// @param things what was listed last of each kind that somebody has looked at
/// @param volumes how large volumes are, as far as the user has asked
/// @param details of what has the cursor, or had it last
public record World(
        Connection connection, ContainerTable containers, SampleTable.Snapshot samples, Map<Kind, ThingTable> things, VolumeSizes volumes, Details details) {
    /// Before anything is known.
    static final World UNKNOWN = new World(new Connection.Connecting(), ContainerTable.UNKNOWN, SampleTable.Snapshot.NONE, Map.of(), VolumeSizes.UNKNOWN, Details.NONE);

    public World {
        things = Map.copyOf(things);
    }

    /// All things of a kind.
    public ThingTable things(Kind kind) {
        return things.getOrDefault(kind, ThingTable.UNKNOWN);
    }

    World connected(Connection other) {
        return new World(other, containers, samples, things, volumes, details);
    }

    World with(ContainerTable table) {
        return new World(connection, table, samples, things, volumes, details);
    }

    World with(SampleTable.Snapshot newest) {
        return new World(connection, containers, newest, things, volumes, details);
    }

    World with(Details newest) {
        return new World(connection, containers, samples, things, volumes, newest);
    }

    World with(VolumeSizes sizes) {
        return new World(connection, containers, samples, things, sizes, details);
    }

    World with(Kind kind, ThingTable table) {
        var more = new EnumMap<Kind, ThingTable>(Kind.class);
        more.putAll(things);
        more.put(kind, table);
        var sizes = kind == Kind.VOLUMES ? volumes.only(table.rows().stream().map(Thing::name).collect(Collectors.toSet())) : volumes;
        return new World(connection, containers, samples, more, sizes, details);
    }
}
