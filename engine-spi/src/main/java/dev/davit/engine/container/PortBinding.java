package dev.davit.engine.container;

/// A port of a container, and where on the host it is published, if it is.
///
/// @param port the port inside
/// @param hostAddress the host's address it listens on (`0.0.0.0`, `::`), empty for any
/// @param hostPort the host's port as text: empty when not published or to be chosen, a number, or a range `8000-8010`
public record PortBinding(ContainerPort port, String hostAddress, String hostPort) {

    /// Whether a host port is known.
    public boolean isPublished() {
        return !hostPort.isEmpty();
    }
}
