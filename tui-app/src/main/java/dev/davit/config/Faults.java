package dev.davit.config;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with configuration files: gathered, so that the user is told everything at once.
public final class Faults {
    private final List<String> told = new ArrayList<>();

    /// Notes one.
    ///
    /// @param file as the user knows it
    /// @param sentence without its place and without a full stop
    public void add(String file, ConfigNode.Place place, String sentence) {
        told.add(file + ", line " + place.line() + ", column " + place.column() + ": " + sentence);
    }

    /// In the order of their finding.
    public List<String> told() {
        return List.copyOf(told);
    }

    /// Ends the reading when there was anything.
    ///
    /// @throws ConfigException with all of them
    public void check() {
        if (!told.isEmpty()) throw new ConfigException(told);
    }
}
