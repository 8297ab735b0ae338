package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkSpec;
import java.util.Optional;

/// Creates a network.
public record CreateNetwork(NetworkSpec spec) implements Operation {

    @Override
    public String title() {
        return "create network " + spec.name();
    }

    @Override
    public String command() {
        var line = CommandLine.of("network create")
                .option("-d", Optional.of(spec.driver()).filter(driver -> !driver.equals("bridge")))
                .flag("--internal", spec.internal())
                .flag("--attachable", spec.attachable())
                .flag("--ingress", spec.ingress())
                .flag("--config-only", spec.configOnly())
                .option("--config-from", spec.configFrom())
                .option("--scope", spec.scope());
        spec.ipv4().ifPresent(on -> line.flag("--ipv4=" + on, true));
        spec.ipv6().ifPresent(on -> line.flag("--ipv6=" + on, true));
        for (var pool : spec.pools()) pool(line, pool);
        line.option("--ipam-driver", Optional.of(spec.addressDriver()).filter(driver -> !driver.equals("default")));
        line.pairs("--ipam-opt", spec.addressOptions());
        line.pairs("-o", spec.options());
        line.pairs("--label", spec.labels());
        return line.argument(spec.name()).toString();
    }

    private static void pool(CommandLine line, AddressPool pool) {
        line.option("--subnet", pool.subnet()).option("--ip-range", pool.range()).option("--gateway", pool.gateway());
        line.pairs("--aux-address", pool.reserved());
    }

    @Override
    public void run(Engine engine, Progress progress) {
        var created = engine.networks().create(spec);
        if (!created.warning().isEmpty()) progress.warn("WARNING: " + created.warning());
        progress.say(created.id());
    }
}
