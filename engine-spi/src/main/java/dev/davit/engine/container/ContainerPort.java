package dev.davit.engine.container;

/// A port inside a container.
///
/// @param number 1 to 65535
/// @param protocol which
public record ContainerPort(int number, TransportProtocol protocol) implements Comparable<ContainerPort> {

    public ContainerPort {
        if (number < 0 || number > 65535) throw new IllegalArgumentException("port " + number + " is not in 0 to 65535");
    }

    @Override
    public int compareTo(ContainerPort other) {
        return number != other.number ? Integer.compare(number, other.number) : protocol.compareTo(other.protocol);
    }

    /// Docker's spelling: `80/tcp`.
    @Override
    public String toString() {
        return number + "/" + protocol.word();
    }
}
