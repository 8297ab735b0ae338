package dev.davit.engine.remote.server;

import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNumber;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Further processes in containers: `/containers/{id}/exec` and `/exec`.
final class ExecRoutes {
    private final Sessions sessions;

    ExecRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    void into(Router router) {
        router.on("POST", "/containers/{id}/exec", this::create)
                .on("POST", "/exec/{id}/start", this::start)
                .on("POST", "/exec/{id}/resize", this::resize)
                .on("GET", "/exec/{id}/json", this::inspect);
    }

    private static ExecId exec(Call call) {
        return new ExecId(call.name("id"));
    }

    private void create(Call call) throws IOException {
        var document = call.members("exec");
        var command = document.words("Cmd").orElse(List.of());
        if (command.isEmpty()) throw Call.invalid("No exec command specified");
        var spec = new ExecSpec(
                command,
                document.texts("Env"),
                document.text("User"),
                document.text("WorkingDir"),
                document.flag("Privileged"),
                document.flag("Tty"),
                streams(document),
                document.text("DetachKeys"),
                size(document));
        var id = sessions.exec(ContainerRoutes.container(call), spec);
        call.answer(201, JsonObject.builder().put("Id", id.value()).build());
    }

    private static Set<StdStream> streams(Members document) {
        var streams = EnumSet.noneOf(StdStream.class);
        if (document.flag("AttachStdin")) streams.add(StdStream.STDIN);
        if (document.flag("AttachStdout")) streams.add(StdStream.STDOUT);
        if (document.flag("AttachStderr")) streams.add(StdStream.STDERR);
        return streams;
    }

    /// Rows and columns; unknown where there is no terminal or nothing was said.
    private static TerminalSize size(Members document) {
        var given = document.get("ConsoleSize").filter(size -> !size.equals(JsonArray.empty()));
        if (!document.flag("Tty") || given.isEmpty()) return TerminalSize.UNKNOWN;
        if (!(given.get() instanceof JsonArray size) || size.size() != 2) throw Call.invalid("invalid ConsoleSize: it is rows and columns");
        return new TerminalSize(cells(size.items().getLast()), cells(size.items().getFirst()));
    }

    private static int cells(Json told) {
        long cells = told instanceof JsonNumber number ? number.asLong().orElse(-1) : -1;
        if (cells < 0 || cells > AttachRoutes.MOST_CELLS) throw Call.invalid("invalid ConsoleSize: it is rows and columns");
        return (int) cells;
    }

    /// Docker's commands say of a terminal by `Tty` how they will read: whether in frames is theirs to choose, not the process's.
    private void start(Call call) throws IOException {
        var document = call.members("exec");
        if (document.flag("Detach")) {
            sessions.startDetached(exec(call));
            call.answer(200);
            return;
        }
        var format = OutputFormat.of(document.flag("Tty"));
        try (var session = sessions.start(exec(call), size(document))) {
            Dialogue.between(Peer.of(call.exchange().hijack(format.type(call.version()))), session, format);
        }
    }

    private void resize(Call call) throws IOException {
        sessions.resize(exec(call), AttachRoutes.size(call));
        call.answer(200);
    }

    private void inspect(Call call) throws IOException {
        call.answer(sessions.inspect(exec(call)).document());
    }
}
