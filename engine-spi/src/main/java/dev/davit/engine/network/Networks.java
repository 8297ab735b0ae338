package dev.davit.engine.network;

import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.EndpointSpec;
import java.util.List;

/// The networks that containers join.
///
/// Some are there from the start (`bridge`, `host`, `none`) and stay; others are *created*, containers are *connected* to
/// them, by their own specification or later, and *disconnected*, and an empty one is *removed*. A call that takes a
/// [NetworkRef] or a [ContainerRef] throws [dev.davit.engine.EngineException.NotFound] when it means nothing. What only a
/// swarm can do (overlay networks, swarm's scope) is refused by an engine that is in none.
public interface Networks {

    /// The networks that match, in the engine's order.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be
    List<NetworkSummary> list(NetworkQuery query);

    /// One network in full.
    default NetworkDetails inspect(NetworkRef network) {
        return inspect(network, NetworkView.USUAL);
    }

    /// One network in full.
    NetworkDetails inspect(NetworkRef network, NetworkView view);

    /// Creates a network.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when the name is taken
    /// @throws dev.davit.engine.EngineException.Denied when the name is one of those that are there from the start, or its
    ///         addresses are another network's
    /// @throws dev.davit.engine.EngineException.Invalid when the specification contradicts itself, or an address in it
    ///         is none
    /// @throws dev.davit.engine.EngineException.NotFound when there is no such driver or configuration network
    CreatedNetwork create(NetworkSpec spec);

    /// Connects a container, which may be running, to the network that the endpoint names.
    ///
    /// @throws dev.davit.engine.EngineException.Denied when it runs and is connected already, its address is taken, or that
    ///         network takes none by hand
    /// @throws dev.davit.engine.EngineException.Invalid when it wants an address of a network whose addresses the engine chose
    void connect(ContainerRef container, EndpointSpec endpoint);

    /// Disconnects a container.
    ///
    /// @param force also where only the network still knows of the container
    /// @throws dev.davit.engine.EngineException.Denied when it is not connected
    void disconnect(NetworkRef network, ContainerRef container, boolean force);

    /// Removes a network.
    ///
    /// @throws dev.davit.engine.EngineException.Denied when containers are connected, or it is one from the start
    void remove(NetworkRef network);

    /// Removes the networks that no container uses, except those from the start.
    ///
    /// @param filters Docker's: `label`, `label!`, `until`
    /// @return their names
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be; nothing is
    ///         removed then
    List<String> prune(Filters filters);
}
