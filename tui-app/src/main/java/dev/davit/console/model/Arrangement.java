package dev.davit.console.model;

import dev.davit.console.model.Order.Column;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How the user has arranged the tables. It stays while one goes from table to table, and from one day to the next.
///
/// @param engine whose things they show, as the header says it; empty before it is known
/// @param all whether containers that do not run are shown
/// @param details whether details of what has the cursor are shown beside or below the tables
/// @param unit of CPU use, in the table and where one container's is shown
/// @param columns of the containers that are shown where there is room, from left to right
/// @param order of the containers
/// @param orders of other things, where it is not the usual one
public record Arrangement(String engine, boolean all, boolean details, CpuUnit unit, List<Column> columns, Order order, Map<Kind, Order> orders) {
    /// Before the user has said anything.
    public static final Arrangement START = new Arrangement("", true, false, CpuUnit.CORE, Column.usual(), Order.GIVEN, Map.of());

    /// Names are always among the columns, and what is not shown orders nothing.
    public Arrangement {
        var given = columns;
        columns = Column.ofContainers().stream().filter(column -> column == Column.NAME || given.contains(column)).toList();
        if (order.column().isPresent() && !columns.contains(order.column().get())) order = Order.GIVEN;
        orders = Map.copyOf(orders);
    }

    /// By hand, as [#hashCode]: a record's own are linked anew at every start, which no AOT cache keeps.
    @Override
    public boolean equals(Object other) {
        if (other == this) return true;
        return other instanceof Arrangement that && all == that.all && details == that.details && unit == that.unit && engine.equals(that.engine)
                && columns.equals(that.columns) && order.equals(that.order) && orders.equals(that.orders);
    }

    @Override
    public int hashCode() {
        return Objects.hash(engine, all, details, unit, columns, order, orders);
    }

    /// Of the things of a kind.
    public Order order(Kind kind) {
        return orders.getOrDefault(kind, Order.GIVEN);
    }

    /// Whether a column of the containers is shown where there is room.
    public boolean shows(Column column) {
        return columns.contains(column);
    }

    Arrangement of(String name) {
        return new Arrangement(name, all, details, unit, columns, order, orders);
    }

    /// What was kept, and above it what the user has said before that was read.
    Arrangement over(Arrangement kept) {
        return new Arrangement(
                engine, all == START.all ? kept.all : all, details || kept.details, unit == START.unit ? kept.unit : unit,
                columns.equals(START.columns) ? kept.columns : columns,
                order.equals(START.order) ? kept.order : order, orders.isEmpty() ? kept.orders : orders);
    }

    Arrangement showingAll(boolean yes) {
        return new Arrangement(engine, yes, details, unit, columns, order, orders);
    }

    Arrangement withDetails(boolean yes) {
        return new Arrangement(engine, all, yes, unit, columns, order, orders);
    }

    Arrangement telling(CpuUnit other) {
        return new Arrangement(engine, all, details, other, columns, order, orders);
    }

    /// With a column shown that was not, or the other way round.
    Arrangement toggled(Column column) {
        var others = Column.ofContainers().stream().filter(each -> shows(each) != (each == column)).toList();
        return new Arrangement(engine, all, details, unit, others, order, orders);
    }

    /// With these columns shown, and no others.
    Arrangement with(List<Column> others) {
        return new Arrangement(engine, all, details, unit, others, order, orders);
    }

    Arrangement ordered(Order other) {
        return new Arrangement(engine, all, details, unit, columns, other, orders);
    }

    Arrangement ordered(Kind kind, Order other) {
        var more = new EnumMap<Kind, Order>(Kind.class);
        more.putAll(orders);
        if (other.equals(Order.GIVEN)) more.remove(kind);
        else more.put(kind, other);
        return new Arrangement(engine, all, details, unit, columns, order, more);
    }
}
