package dev.davit.cli.container;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.terminal.Signals;
import java.util.ArrayList;
import java.util.List;

/// Passes the signals that this process gets on to a container, so that `kill` of `davit run` means the container.
final class SignalProxy implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP", "USR2", "ALRM", "CONT", "TSTP");

    private final List<Signals.Registration> registrations = new ArrayList<>();

    /// @param on whether to do so at all
    SignalProxy(Engine engine, ContainerRef container, boolean on) {
        if (!on) return;
        for (String name : SIGNALS) {
            Signals.on(name, () -> pass(engine, container, name)).ifPresent(registrations::add);
        }
    }

    private static void pass(Engine engine, ContainerRef container, String name) {
        try {
            engine.containers().kill(container, name);
        } catch (EngineException e) {
            // It has ended by itself meanwhile, which is what the signal asked for; or the engine is lost, and whoever reads from
            // the container says so.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "signal " + name, e);
        }
    }

    @Override
    public void close() {
        registrations.forEach(Signals.Registration::close);
    }
}
