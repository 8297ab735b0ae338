package dev.davit.cli;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An engine that is chosen and opened when it is first asked for, and stays open until this is closed.
public final class EngineDoor implements AutoCloseable {
    private final Supplier<EngineChoice.Choice> choosing;
    private final EngineSettings settings;
    private EngineChoice.@Nullable Choice choice;
    private @Nullable Engine engine;

    /// @param choosing chooses it; asked again after it has failed
    public EngineDoor(Supplier<EngineChoice.Choice> choosing, EngineSettings settings) {
        this.choosing = choosing;
        this.settings = settings;
    }

    /// What the user said about it.
    EngineSettings settings() {
        return settings;
    }

    private synchronized EngineChoice.Choice choice() {
        var known = choice;
        if (known != null) return known;
        var found = choosing.get();
        choice = found;
        return found;
    }

    /// Which it is and why.
    public String reason() {
        return choice().reason();
    }

    /// The engine; opened by the first call.
    public synchronized Engine engine() {
        var known = engine;
        if (known != null) return known;
        var opened = choice().open(settings);
        engine = opened;
        return opened;
    }

    @Override
    public synchronized void close() {
        var opened = engine;
        if (opened != null) opened.close();
    }
}
