package dev.davit.engine.contract;

import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.RemoveOptions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A container that runs while a contract class is tested, for tests that only look: starting one for each costs too much.
final class Standing implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private final EngineUnderTest subject;
    private @Nullable ContainerRef container;

    Standing(EngineUnderTest subject) {
        this.subject = subject;
    }

    /// A name that nothing has had before.
    static String freshName() {
        return "contract-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
    }

    /// What containers of the contract have in common: a fresh name, and no network, which takes time to make.
    static ContainerSpec spec(EngineUnderTest subject, String... command) {
        return ContainerSpec.of(subject.busybox(), command)
                .named(freshName())
                .with(spec -> spec.network = NetworkSpec.none().with(network -> network.mode = Optional.of("none")));
    }

    ContainerRef container() {
        var known = container;
        if (known != null) return known;
        var containers = subject.engine().containers();
        var made = ContainerRef.of(containers.create(spec(subject, "sleep", "1000")).id());
        container = made;
        containers.start(made);
        return made;
    }

    @Override
    public void close() {
        if (container != null) subject.engine().containers().remove(container, RemoveOptions.FORCE);
    }
}
