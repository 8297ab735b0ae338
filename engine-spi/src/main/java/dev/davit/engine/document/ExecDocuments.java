package dev.davit.engine.document;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.StdStream;
import java.util.OptionalInt;

/// What inspecting an exec shows, for engines that have no text of their own. Source: the Docker Engine API, `ExecInspect`.
public final class ExecDocuments {
    private ExecDocuments() {}

    /// One exec's.
    ///
    /// @param running whether it runs
    /// @param exitCode once it has ended
    /// @param pid on the engine's host, 0 when not running
    public static Document of(
            ExecId id, ContainerId container, ExecSpec spec, boolean running, OptionalInt exitCode, int pid) {
        var process = JsonObject.builder()
                .put("tty", spec.tty())
                .put("entrypoint", spec.command().getFirst())
                .put("arguments", JsonArray.ofStrings(spec.command().subList(1, spec.command().size())))
                .put("privileged", spec.privileged());
        spec.user().ifPresent(user -> process.put("user", user));
        return new Document(JsonObject.builder()
                .put("ID", id.value())
                .put("Running", running)
                .put("ExitCode", exitCode.isPresent() ? Json.of(exitCode.getAsInt()) : JsonNull.NULL)
                .put("ProcessConfig", process.build())
                .put("OpenStdin", spec.streams().contains(StdStream.STDIN))
                .put("OpenStderr", spec.streams().contains(StdStream.STDERR))
                .put("OpenStdout", spec.streams().contains(StdStream.STDOUT))
                .put("CanRemove", exitCode.isPresent())
                .put("ContainerID", container.value())
                .put("DetachKeys", spec.detachKeys().orElse(""))
                .put("Pid", pid)
                .build()
                .text(JsonStyle.WIRE));
    }
}
