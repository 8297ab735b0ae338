package dev.davit.console.store;

import java.util.List;
import java.util.OptionalDouble;

/// A series as it is drawn.
///
/// @param columns the newest last; empty where nothing is known
/// @param now the newest value
/// @param min of all values in the columns
/// @param max of all values in the columns
public record Curve(List<OptionalDouble> columns, OptionalDouble now, OptionalDouble min, OptionalDouble max) {
    public Curve {
        columns = List.copyOf(columns);
    }
}
