package dev.davit.engine.system;

import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerId;
import java.util.Set;

/// Live figures of a changing set of containers. A container that ends simply has no further samples; it is sampled again
/// when it starts. One that does not exist has none. With nobody watched the feed stays open and costs nothing.
public interface StatsFeed extends Feed<StatsSample> {

    /// From now on these, and only these. May be called from any thread.
    void watch(Set<ContainerId> containers);
}
