package dev.davit.cli.network;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.network.NetworkRef;

/// The arguments of `network connect` and `network disconnect`.
final class Named {
    private Named() {}

    static NetworkRef network(Invocation typed, int index) {
        return new NetworkRef(given(typed, index, "network"));
    }

    static ContainerRef container(Invocation typed, int index) {
        return new ContainerRef(given(typed, index, "container"));
    }

    private static String given(Invocation typed, int index, String what) {
        String name = typed.argument(index);
        if (!name.isEmpty()) return name;
        throw new UsageException(typed.command().name() + ": the " + what + "'s name is empty", ExitCode.FAILED);
    }
}
