package dev.davit.engine.container;

import java.util.Locale;

/// Where a container stands in its life, in Docker's words.
public enum ContainerState {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD;

    /// Docker's spelling: `running`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of that spelling (podman's words for the same states included).
    ///
    /// @throws IllegalArgumentException for a word that is no state
    public static ContainerState of(String word) {
        return switch (word) {
            case "created", "configured", "initialized" -> CREATED;
            case "running" -> RUNNING;
            case "paused" -> PAUSED;
            case "restarting" -> RESTARTING;
            case "removing", "stopping" -> REMOVING;
            case "exited", "stopped" -> EXITED;
            case "dead" -> DEAD;
            default -> throw new IllegalArgumentException("no container state is called " + word);
        };
    }

    /// Whether `start` makes sense.
    public boolean canStart() {
        return this == CREATED || this == EXITED || this == DEAD;
    }

    /// Whether there is something to stop or kill.
    public boolean canStop() {
        return this == RUNNING || this == PAUSED || this == RESTARTING;
    }

    /// Whether processes run in it, so that exec, top and stats make sense.
    public boolean isRunning() {
        return this == RUNNING || this == PAUSED;
    }
}
