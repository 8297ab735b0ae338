package dev.davit.engine.container;

/// Something mounted into a container, as the engine reports it.
///
/// @param type `bind`, `volume`, `tmpfs`, …
/// @param name the volume's name, empty for others
/// @param source the path on the host
/// @param destination the path in the container
/// @param driver the volume's driver, empty for others
/// @param mode the options as given (`ro`, `z`)
/// @param writable whether it can be written
/// @param propagation `rprivate` and its kin, or empty
public record MountPoint(
        String type,
        String name,
        String source,
        String destination,
        String driver,
        String mode,
        boolean writable,
        String propagation) {}
