package dev.davit.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Conditions on a list, in Docker's form: values of one name are alternatives, different names must all hold.
/// (`label` is the exception: all its values must hold.)
///
/// @param values the wanted values by name, in the order given
public record Filters(Map<String, List<String>> values) {
    private static final Filters NONE = new Filters(Map.of());

    public Filters {
        var copy = new LinkedHashMap<String, List<String>>();
        for (var entry : values.entrySet()) copy.put(entry.getKey(), List.copyOf(entry.getValue()));
        values = Collections.unmodifiableMap(copy);
    }

    /// No condition.
    public static Filters none() {
        return NONE;
    }

    /// One condition.
    public static Filters of(String name, String value) {
        return NONE.and(name, value);
    }

    /// These conditions and one more.
    public Filters and(String name, String value) {
        var more = new LinkedHashMap<>(values);
        var list = new ArrayList<>(more.getOrDefault(name, List.of()));
        list.add(value);
        more.put(name, list);
        return new Filters(more);
    }

    /// The values wanted under a name, empty when nothing was said.
    public List<String> get(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Whether nothing was said.
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
