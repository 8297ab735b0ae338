package dev.davit.console.store;

import dev.davit.engine.container.ContainerId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All containers at one moment, those that run first, then by name.
public final class ContainerTable {
    private static final Comparator<ContainerRow> ORDER =
            Comparator.comparing((ContainerRow row) -> !row.state().canStop())
                    .thenComparing(ContainerRow::name)
                    .thenComparing(ContainerRow::id);

    /// Before the first list; after the order, which it uses.
    public static final ContainerTable UNKNOWN = new ContainerTable(List.of(), false);

    private final List<ContainerRow> rows;
    private final Map<ContainerId, ContainerRow> byId;
    private final boolean known;

    private ContainerTable(Collection<ContainerRow> rows, boolean known) {
        this.rows = rows.stream().sorted(ORDER).toList();
        this.known = known;
        this.byId = HashMap.newHashMap(rows.size());
        for (var row : this.rows) byId.put(row.id(), row);
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
