package dev.davit.config;

import java.util.List;

/// A part of a configuration file. Scalars are their text: `no` is no truth value and `08` no number.
public sealed interface ConfigNode {

    /// Where it begins.
    Place place();

    /// What it is called in messages.
    String kind();

    /// A place in a file, counted from 1.
    record Place(int line, int column) {}

    record Text(Place place, String text) implements ConfigNode {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /// @param items in order
    record Items(Place place, List<ConfigNode> items) implements ConfigNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// @param entries in order; a name may come twice
    record Mapping(Place place, List<Entry> entries) implements ConfigNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /// @param name what stands before the colon, with its place
    record Entry(Text name, ConfigNode value) {}
}
