package dev.davit.engine.container;

import java.util.List;

/// A `-v` mount.
///
/// @param source an absolute host path, or a volume's name; empty for a volume without one
/// @param target absolute in the container
/// @param options `ro`, `z`, `rshared`, `nocopy`, …
public record BindSpec(String source, String target, List<String> options) {

    public BindSpec {
        options = List.copyOf(options);
    }

    /// Docker's spelling: `source:target[:options]`, without a source the target alone.
    @Override
    public String toString() {
        return (source.isEmpty() ? "" : source + ":") + target + (options.isEmpty() ? "" : ":" + String.join(",", options));
    }
}
