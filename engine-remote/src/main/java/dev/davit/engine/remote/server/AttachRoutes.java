package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.remote.ApiVersion;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/// Talking with containers' first processes: `/containers/{id}/attach`, `…/attach/ws`, `…/resize`.
final class AttachRoutes {
    /// Before it a web socket had all streams, whatever was asked for.
    private static final ApiVersion CHOOSES_STREAMS = new ApiVersion(1, 42);

    /// What the kernel can count.
    static final int MOST_CELLS = 0xffff;

    private final Containers containers;
    private final Sessions sessions;

    AttachRoutes(Engine engine) {
        this.containers = engine.containers();
        this.sessions = engine.sessions();
    }

    void into(Router router) {
        router.on("POST", "/containers/{id}/attach", this::attach)
                .on("GET", "/containers/{id}/attach/ws", this::webSocket)
                .on("POST", "/containers/{id}/resize", this::resize);
    }

    private void attach(Call call) throws IOException {
        call.document();
        var container = ContainerRoutes.container(call);
        var format = OutputFormat.of(containers.inspect(container).tty());
        try (var session = sessions.attach(container, options(call, streams(call)))) {
            Dialogue.between(Peer.of(call.exchange().hijack(format.type(call.version()))), session, format);
        }
    }

    private void webSocket(Call call) throws IOException {
        var handshake = WebSocketHandshake.of(call.exchange());
        var streams = call.version().compareTo(CHOOSES_STREAMS) < 0 ? Set.of(StdStream.values()) : streams(call);
        try (var session = sessions.attach(ContainerRoutes.container(call), options(call, streams))) {
            Dialogue.between(WebSocket.of(handshake.accept(call.exchange()), call.version()), session, OutputFormat.RAW);
        }
    }

    private static AttachOptions options(Call call, Set<StdStream> streams) {
        return new AttachOptions(streams, call.flag("logs"), call.flag("stream"), call.optional("detachKeys"));
    }

    private static Set<StdStream> streams(Call call) {
        var streams = EnumSet.noneOf(StdStream.class);
        if (call.flag("stdin")) streams.add(StdStream.STDIN);
        if (call.flag("stdout")) streams.add(StdStream.STDOUT);
        if (call.flag("stderr")) streams.add(StdStream.STDERR);
        return streams;
    }

    private void resize(Call call) throws IOException {
        sessions.resize(ContainerRoutes.container(call), size(call));
        call.answer(200);
    }

    /// The size that `h` and `w` tell.
    static TerminalSize size(Call call) {
        return new TerminalSize(cells(call, "w"), cells(call, "h"));
    }

    private static int cells(Call call, String parameter) {
        long cells = call.number(parameter).orElseThrow(() -> Call.invalid("parameter " + parameter + " is missing"));
        if (cells < 0 || cells > MOST_CELLS) throw Call.invalid("no terminal is " + cells + " cells long or wide");
        return (int) cells;
    }
}
