package dev.davit.console.model;

import dev.davit.console.store.Kind;
import java.util.EnumMap;
import java.util.Map;

/// How the user has arranged the tables. It stays while one goes from table to table.
///
/// @param all whether containers that do not run are shown
/// @param order of the containers
/// @param orders of other things, where it is not the usual one
public record Arrangement(boolean all, Order order, Map<Kind, Order> orders) {
    /// Before the user has said anything.
    public static final Arrangement START = new Arrangement(true, Order.GIVEN, Map.of());

    public Arrangement {
        orders = Map.copyOf(orders);
    }

    /// Of the things of a kind.
    public Order order(Kind kind) {
        return orders.getOrDefault(kind, Order.GIVEN);
    }

    Arrangement showingAll(boolean yes) {
        return new Arrangement(yes, order, orders);
    }

    Arrangement ordered(Order other) {
        return new Arrangement(all, other, orders);
    }

    Arrangement ordered(Kind kind, Order other) {
        var more = new EnumMap<Kind, Order>(Kind.class);
        more.putAll(orders);
        if (other.equals(Order.GIVEN)) more.remove(kind);
        else more.put(kind, other);
        return new Arrangement(all, order, more);
    }
}
