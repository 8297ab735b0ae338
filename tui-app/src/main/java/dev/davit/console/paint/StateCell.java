package dev.davit.console.paint;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerRow.Health;
import org.jspecify.annotations.Nullable;

/// A container's state: a sign, a word, a colour, of which each says it alone.
///
/// @param ink its colour
/// @param sign one column
/// @param words what it says
record StateCell(Ink ink, String sign, String words) {

    /// @param busy what is being done to it (`stopping web`), if anything is
    static StateCell of(ContainerRow row, @Nullable String busy, Signs signs) {
        if (busy != null) {
            int space = busy.indexOf(' ');
            return new StateCell(Ink.BUSY, signs.busy(), space < 0 ? busy : busy.substring(0, space));
        }
        return switch (row.state()) {
            case RUNNING -> running(row.health(), signs);
            case PAUSED -> new StateCell(Ink.PAUSED, signs.paused(), "paused");
            case RESTARTING -> new StateCell(Ink.FAILED, signs.busy(), "restarting");
            case CREATED -> new StateCell(Ink.ENDED, signs.created(), "created");
            case REMOVING -> new StateCell(Ink.BUSY, signs.busy(), "removing");
            case DEAD -> new StateCell(Ink.FAILED, signs.failed(), "dead");
            case EXITED -> row.exitCode() == 0
                    ? new StateCell(Ink.ENDED, signs.ended(), "exited 0")
                    : new StateCell(Ink.FAILED, signs.failed(), "exited " + row.exitCode());
        };
    }

    private static StateCell running(Health health, Signs signs) {
        return switch (health) {
            case NONE -> new StateCell(Ink.RUNNING, signs.running(), "running");
            case HEALTHY -> new StateCell(Ink.RUNNING, signs.running(), "healthy");
            case STARTING -> new StateCell(Ink.PAUSED, signs.running(), "starting");
            case UNHEALTHY -> new StateCell(Ink.FAILED, signs.failed(), "unhealthy");
        };
    }
}
