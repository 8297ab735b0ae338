package dev.davit.engine.remote.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Header fields in order; names are compared without case.
public final class Headers {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /// Adds one; returns this.
    ///
    /// @throws IllegalArgumentException when the value would break out of its line
    public Headers add(String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("header " + name + " cannot hold a line break");
        }
        names.add(name);
        values.add(value);
        return this;
    }

    /// The first value of that name.
    public Optional<String> get(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) return Optional.of(values.get(i));
        }
        return Optional.empty();
    }

    /// All values of that name, in order.
    public List<String> all(String name) {
        var all = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) all.add(values.get(i));
        }
        return all;
    }

    /// Adds them to a head, a line each.
    public void writeTo(StringBuilder out) {
        for (int i = 0; i < names.size(); i++) {
            out.append(names.get(i)).append(": ").append(values.get(i)).append("\r\n");
        }
    }

    /// How many there are.
    public int size() {
        return names.size();
    }
}
