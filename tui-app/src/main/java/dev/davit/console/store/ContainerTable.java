package dev.davit.console.store;

import dev.davit.engine.container.ContainerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All containers at one moment, those that run first, then by name.
public final class ContainerTable {
    /// Before the first list.
    public static final ContainerTable UNKNOWN = new ContainerTable(List.of(), false);

    private final List<ContainerRow> rows;
    private final Map<ContainerId, ContainerRow> byId;
    private final boolean known;

    private ContainerTable(Collection<ContainerRow> rows, boolean known) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(ContainerTable::order);
        this.rows = Collections.unmodifiableList(sorted);
        this.known = known;
        this.byId = HashMap.newHashMap(rows.size());
        for (var row : this.rows) byId.put(row.id(), row);
    }

    private static int order(ContainerRow one, ContainerRow other) {
        boolean runs = one.state().canStop();
        if (runs != other.state().canStop()) return runs ? -1 : 1;
        int byName = one.name().compareTo(other.name());
        return byName != 0 ? byName : one.id().compareTo(other.id());
    }

    /// A table of these.
    public static ContainerTable of(Collection<ContainerRow> rows) {
        return new ContainerTable(rows, true);
    }

    /// Whether an engine has been asked yet.
    public boolean isKnown() {
        return known;
    }

    /// All of them, in order.
    public List<ContainerRow> rows() {
        return rows;
    }

    /// One of them.
    public Optional<ContainerRow> find(ContainerId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
