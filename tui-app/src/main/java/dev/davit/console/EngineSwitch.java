package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.EngineDoor;
import dev.davit.cli.EngineTarget;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The engine that the console talks to, until the user turns to another.
final class EngineSwitch implements AutoCloseable {
    private final CommandContext first;
    private final Function<CommandContext, List<EngineTarget>> known;
    private CommandContext current;
    private @Nullable EngineDoor opened;

    /// @param first the context that the console was begun with; its engine is its owner's to close
    /// @param known where one can turn to
    EngineSwitch(CommandContext first, Function<CommandContext, List<EngineTarget>> known) {
        this.first = first;
        this.known = known;
        this.current = first;
    }

    /// The world with the engine of now.
    synchronized CommandContext context() {
        return current;
    }

    /// Where one can turn to.
    List<EngineTarget> targets() {
        return known.apply(first);
    }

    /// From now on another engine. What the one before is still doing ends with its connections.
    ///
    /// @param turned what is done then: whoever waits for the engine before to be opened has to leave it before it can be closed
    void turn(EngineTarget target, Runnable turned) {
        var door = target.door().get();
        EngineDoor before;
        synchronized (this) {
            before = opened;
            opened = door;
            current = first.with(door);
        }
        turned.run();
        if (before != null) before.close();
    }

    @Override
    public synchronized void close() {
        var last = opened;
        if (last != null) last.close();
    }
}
