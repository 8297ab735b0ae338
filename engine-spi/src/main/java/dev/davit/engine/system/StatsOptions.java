package dev.davit.engine.system;

import dev.davit.engine.container.ContainerId;
import java.util.Set;

/// Whose figures, and how often.
///
/// @param containers at first; [StatsFeed#watch] changes it
/// @param once one sample of each, then the end; else about one a second for as long as the feed is open
/// @param unprimed with `once`: at once, with no reading before to compare with, where the engine can
public record StatsOptions(Set<ContainerId> containers, boolean once, boolean unprimed) {

    public StatsOptions {
        containers = Set.copyOf(containers);
    }

    /// Samples that can be compared with one before.
    public StatsOptions(Set<ContainerId> containers, boolean once) {
        this(containers, once, false);
    }
}
