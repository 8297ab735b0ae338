package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.EndpointSpec;
import java.util.Optional;

/// Connects a container to the network that the endpoint names.
public record ConnectNetwork(ContainerRef container, EndpointSpec endpoint) implements Operation {

    @Override
    public String title() {
        return "connect container " + container + " to network " + endpoint.network();
    }

    @Override
    public String command() {
        var line = CommandLine.of("network connect").option("--ip", endpoint.ipv4Address()).option("--ip6", endpoint.ipv6Address());
        endpoint.aliases().forEach(alias -> line.option("--alias", Optional.of(alias)));
        endpoint.links().forEach(link -> line.option("--link", Optional.of(link)));
        endpoint.linkLocalAddresses().forEach(address -> line.option("--link-local-ip", Optional.of(address)));
        line.pairs("--driver-opt", endpoint.driverOptions());
        int priority = endpoint.gatewayPriority();
        if (priority != 0) line.option("--gw-priority", Optional.of(Integer.toString(priority)));
        return line.argument(endpoint.network()).argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.networks().connect(container, endpoint);
    }
}
