package dev.davit.engine.container;

import java.util.Optional;

/// A change to a container that exists.
///
/// @param resources limits to set; what is empty stays
/// @param restart the new restart policy
public record ContainerUpdate(Resources resources, Optional<RestartPolicy> restart) {}
