package dev.davit.engine.container;

/// A container's identity: 64 hexadecimal digits, given by the engine, never reused.
///
/// @param value the whole id
public record ContainerId(String value) implements Comparable<ContainerId> {

    public ContainerId {
        if (value.isEmpty()) throw new IllegalArgumentException("a container id cannot be empty");
    }

    /// The first 12 digits, as docker shows them.
    public String abbreviated() {
        return value.length() > 12 ? value.substring(0, 12) : value;
    }

    /// By hand, as [#hashCode]: a record's own are linked anew at every start, which no AOT cache keeps.
    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ContainerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
