package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecDetails;
import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.ExecDocument;
import java.util.OptionalInt;

/// Attach and exec: connections taken over for a conversation.
final class RemoteSessions implements Sessions {
    private final Daemon daemon;

    RemoteSessions(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public Session attach(ContainerRef container, AttachOptions options) {
        String what = "attach to container " + container;
        var config = RemoteContainers.document(daemon, what, container).config();
        boolean stdin = options.streams().contains(StdStream.STDIN) && config.openStdin();
        var target = Query.of("/containers/", container.bare(), "/attach")
                .flag("stream", options.follow())
                .flag("logs", options.logs())
                .flag("stdin", stdin)
                .flag("stdout", options.streams().contains(StdStream.STDOUT))
                .flag("stderr", options.streams().contains(StdStream.STDERR))
                .with("detachKeys", options.detachKeys());
        var conversation = daemon.hijack(what, target, Body.NONE);
        return new RemoteSession(
                daemon, what, conversation, config.tty(), stdin, size -> resize(container, size));
    }

    @Override
    public ExecId exec(ContainerRef container, ExecSpec spec) {
        String what = "run " + String.join(" ", spec.command()) + " in container " + container;
        var body = JsonObject.builder()
                .put("AttachStdin", spec.streams().contains(StdStream.STDIN))
                .put("AttachStdout", spec.streams().contains(StdStream.STDOUT))
                .put("AttachStderr", spec.streams().contains(StdStream.STDERR))
                .put("Tty", spec.tty())
                .put("Privileged", spec.privileged())
                .put("Cmd", JsonArray.ofStrings(spec.command()))
                .put("Env", JsonArray.ofStrings(spec.environment()));
        spec.user().ifPresent(user -> body.put("User", user));
        spec.workingDirectory().ifPresent(directory -> body.put("WorkingDir", directory));
        spec.detachKeys().ifPresent(keys -> body.put("DetachKeys", keys));
        if (spec.tty()) sized(body, spec.size());
        String answer = daemon.text(
                what,
                "POST",
                Query.of("/containers/", container.bare(), "/exec"),
                Body.json(body.build().text(JsonStyle.WIRE)));
        if (Json.parse(answer) instanceof JsonObject created && !created.string("Id").isEmpty()) {
            return new ExecId(created.string("Id"));
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon named no id");
    }

    @Override
    public Session start(ExecId exec, TerminalSize size) {
        String what = "start exec " + exec.value();
        var document = document(exec, what);
        if (document.running() || hasEnded(document)) {
            // The daemon would say so on the stream, as if the process had written it.
            throw new EngineException.Conflict("cannot " + what + ": exec command " + exec.value() + " has already run");
        }
        var process = document.process();
        boolean tty = process != null && process.tty();
        var body = JsonObject.builder().put("Detach", false).put("Tty", tty);
        boolean sized = tty && sized(body, size);
        var conversation =
                daemon.hijack(what, Query.of("/exec/", exec.value(), "/start"), Body.json(body.build().text(JsonStyle.WIRE)));
        var session = new RemoteSession(daemon, what, conversation, tty, true, changed -> resize(exec, changed));
        if (tty && !sized && isKnown(size)) session.resize(size);
        return session;
    }

    /// Says a terminal's size in a document, to a daemon that reads it there.
    ///
    /// @return whether it was said
    private boolean sized(JsonObject.Builder body, TerminalSize size) {
        if (!isKnown(size) || !daemon.version().atLeast(42)) return false;
        body.put("ConsoleSize", JsonArray.of(Json.of(size.rows()), Json.of(size.columns())));
        return true;
    }

    private static boolean isKnown(TerminalSize size) {
        return size.columns() > 0 && size.rows() > 0;
    }

    @Override
    public void startDetached(ExecId exec) {
        var body = JsonObject.builder().put("Detach", true).build().text(JsonStyle.WIRE);
        daemon.text("start exec " + exec.value(), "POST", Query.of("/exec/", exec.value(), "/start"), Body.json(body));
    }

    @Override
    public ExecDetails inspect(ExecId exec) {
        String what = "inspect exec " + exec.value();
        String text = daemon.get(what, Query.of("/exec/", exec.value(), "/json"));
        var document = WireJson.read(ExecDocument.class, text, what);
        Integer code = document.exitCode();
        return new ExecDetails(
                exec,
                new ContainerId(document.containerId()),
                document.running(),
                document.running() || code == null || !hasEnded(document) ? OptionalInt.empty() : OptionalInt.of(code),
                document.pid(),
                new Document(text));
    }

    /// Podman tells a code of what has not run yet too, and of what has ended that it can be removed.
    private boolean hasEnded(ExecDocument document) {
        return daemon.isPodman() ? document.canRemove() : document.exitCode() != null;
    }

    private ExecDocument document(ExecId exec, String what) {
        return WireJson.read(ExecDocument.class, daemon.get(what, Query.of("/exec/", exec.value(), "/json")), what);
    }

    @Override
    public void resize(ContainerRef container, TerminalSize size) {
        daemon.post(
                "resize the terminal of container " + container,
                sized(Query.of("/containers/", container.bare(), "/resize"), size));
    }

    @Override
    public void resize(ExecId exec, TerminalSize size) {
        daemon.post(
                "resize the terminal of exec " + exec.value(), sized(Query.of("/exec/", exec.value(), "/resize"), size));
    }

    private static Query sized(Query target, TerminalSize size) {
        return target.with("h", Integer.toString(size.rows())).with("w", Integer.toString(size.columns()));
    }
}
