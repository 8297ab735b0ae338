package dev.davit.engine.system;

import dev.davit.engine.container.ContainerId;
import java.util.Set;

/// Whose figures, and how often.
///
/// @param containers at first; [StatsFeed#watch] changes it
/// @param once one sample of each, then the end; else about one a second for as long as the feed is open
public record StatsOptions(Set<ContainerId> containers, boolean once) {

    public StatsOptions {
        containers = Set.copyOf(containers);
    }
}
