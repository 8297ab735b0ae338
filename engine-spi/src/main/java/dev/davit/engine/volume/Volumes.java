package dev.davit.engine.volume;

import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import java.util.List;

/// Volumes: directories that containers mount and that outlive them.
///
/// A volume is *created* under a name, or with a container that asks for it, mounted by any number of containers, and
/// *removed* when none has it any more. A [VolumeRef] that means none is [dev.davit.engine.EngineException.NotFound].
public interface Volumes {

    /// The volumes that match, in the order of their names.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be
    List<VolumeSummary> list(VolumeQuery query);

    /// One volume in full.
    VolumeDetails inspect(VolumeRef volume);

    /// Creates a volume; one of that name and driver is left as it is and no error.
    ///
    /// @return its name
    /// @throws dev.davit.engine.EngineException.Conflict when another driver has one of that name
    /// @throws dev.davit.engine.EngineException.Invalid when the name or an option cannot be
    /// @throws dev.davit.engine.EngineException.NotFound when there is no such driver
    String create(VolumeSpec spec);

    /// Changes a cluster volume, the only kind that can be changed.
    ///
    /// @throws dev.davit.engine.EngineException.Unsupported without [dev.davit.engine.Feature#SWARM]
    /// @throws dev.davit.engine.EngineException.Invalid when it is no cluster volume
    void update(VolumeRef volume, VolumeUpdate change);

    /// Removes a volume and what is in it.
    ///
    /// @param force also when it is gone already, or its driver
    /// @throws dev.davit.engine.EngineException.Conflict when a container has it, forced or not
    void remove(VolumeRef volume, boolean force);

    /// Removes local volumes that no container has: those without a name of their own, or, with `all=true`, any. An engine
    /// before API 1.42 removes any and knows no `all`.
    ///
    /// @param filters Docker's: `label`, `label!`, `all`
    /// @return their names
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be; nothing is
    ///         removed then
    Pruned<String> prune(Filters filters);
}
