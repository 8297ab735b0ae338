package dev.davit.console.model;

import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.SampleTable;

/// What is known of the outside at a moment, as feeds have brought it.
///
/// @param connection how it stands with the engine
/// @param containers as the engine told last
/// @param samples newest figures
public record World(Connection connection, ContainerTable containers, SampleTable.Snapshot samples) {
    /// Before anything is known.
    static final World UNKNOWN = new World(new Connection.Connecting(), ContainerTable.UNKNOWN, SampleTable.Snapshot.NONE);

    World connected(Connection other) {
        return new World(other, containers, samples);
    }

    World with(ContainerTable table) {
        return new World(connection, table, samples);
    }

    World with(SampleTable.Snapshot newest) {
        return new World(connection, containers, newest);
    }
}
