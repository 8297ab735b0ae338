package dev.davit.engine.fake;

import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ExecDetails;
import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.document.ExecDocuments;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Attach and exec.
final class FakeSessions implements Sessions {
    private final Client client;
    private final World world;

    FakeSessions(Client client) {
        this.client = client;
        this.world = client.world;
    }

    @Override
    public Session attach(ContainerRef reference, AttachOptions options) {
        String what = "attach to container " + reference;
        return client.call(what, () -> {
            var container = world.resolve(what, reference);
            if (container.state == ContainerState.PAUSED) {
                throw Oops.conflict(what, "container " + reference + " is paused, unpause the container before attach");
            }
            var process = container.spec.process();
            boolean stdin = options.streams().contains(StdStream.STDIN) && process.openStdin();
            var keys = process.tty()
                    ? Optional.of(DetachKeys.of(what, options.detachKeys().or(() -> container.detachKeys)))
                    : Optional.<DetachKeys>empty();
            var session = new FakeSession(
                    client, what, options.streams(), () -> container.process, stdin, process.stdinOnce(), keys);
            if (options.logs()) container.log.entries.forEach(session::replay);
            var running = container.process;
            if (!options.follow()) session.end();
            else if (running != null && running.isRunning()) running.sinks.add(session);
            else container.waiting.add(session);
            world.events.of(container, "attach");
            return session;
        });
    }

    @Override
    public ExecId exec(ContainerRef reference, ExecSpec spec) {
        String what = "run " + String.join(" ", spec.command()) + " in container " + reference;
        return client.call(what, () -> {
            var container = world.resolve(what, reference);
            if (spec.command().isEmpty()) throw Oops.invalid(what, "no exec command specified");
            check(what, container);
            var exec = new FakeExec(container, spec);
            world.execs.put(exec.id.value(), exec);
            world.events.of(container, "exec_create: " + exec.command(), Map.of("execID", exec.id.value()));
            return exec.id;
        });
    }

    private static void check(String what, FakeContainer container) {
        if (container.state == ContainerState.PAUSED) {
            throw Oops.conflict(what, "container " + container.id + " is paused, unpause the container before exec");
        }
        if (!container.isRunning()) throw Oops.conflict(what, "container " + container.id + " is not running");
    }

    private FakeExec find(String what, ExecId id) {
        var exec = world.execs.get(id.value());
        if (exec == null) throw Oops.notFound(what, "no such exec instance: " + id.value());
        return exec;
    }

    private FakeExec begin(String what, ExecId id) {
        var exec = find(what, id);
        if (exec.started) throw Oops.conflict(what, "exec command " + id.value() + " has already run");
        check(what, exec.container);
        exec.started = true;
        return exec;
    }

    @Override
    public Session start(ExecId id, TerminalSize size) {
        String what = "start exec " + id.value();
        return client.call(what, () -> {
            var exec = begin(what, id);
            var process = exec.launch();
            process.size = size.columns() > 0 ? size : exec.spec.size();
            boolean stdin = exec.spec.streams().contains(StdStream.STDIN);
            var keys = exec.spec.tty()
                    ? Optional.of(DetachKeys.of(what, exec.spec.detachKeys()))
                    : Optional.<DetachKeys>empty();
            var session = new FakeSession(client, what, exec.spec.streams(), () -> process, stdin, true, keys);
            process.sinks.add(session);
            var refusal = Programs.refusal(exec.spec.command().getFirst());
            if (refusal.isPresent()) {
                // As docker does: the reason comes as output, the code by inspecting.
                String text = "OCI runtime exec failed: exec failed: " + refusal.get().reason() + "\r\n";
                session.write(new OutputChunk(StdStream.STDOUT, text.getBytes(StandardCharsets.UTF_8)));
                process.end(refusal.get().code());
            } else {
                process.start();
            }
            return session;
        });
    }

    @Override
    public void startDetached(ExecId id) {
        String what = "start exec " + id.value();
        client.run(what, () -> {
            var exec = begin(what, id);
            var process = exec.launch();
            var refusal = Programs.refusal(exec.spec.command().getFirst());
            if (refusal.isPresent()) {
                process.end(refusal.get().code());
                throw Oops.invalid(what, "OCI runtime exec failed: exec failed: " + refusal.get().reason());
            }
            process.start();
        });
    }

    @Override
    public ExecDetails inspect(ExecId id) {
        String what = "inspect exec " + id.value();
        return client.call(what, () -> {
            var exec = find(what, id);
            var process = exec.process;
            int pid = exec.isRunning() && process != null ? process.pid : 0;
            var document = ExecDocuments.of(id, exec.container.id, exec.spec, exec.isRunning(), exec.exitCode, pid);
            return new ExecDetails(id, exec.container.id, exec.isRunning(), exec.exitCode, pid, document);
        });
    }

    @Override
    public void resize(ContainerRef reference, TerminalSize size) {
        String what = "resize the terminal of container " + reference;
        client.run(what, () -> {
            var container = world.resolve(what, reference);
            var process = container.process;
            if (!container.isRunning() || process == null) throw Oops.conflict(what, "container " + container.id + " is not running");
            process.size = size;
            world.events.of(container, "resize", Map.of(
                    "height", Integer.toString(size.rows()), "width", Integer.toString(size.columns())));
        });
    }

    @Override
    public void resize(ExecId id, TerminalSize size) {
        String what = "resize the terminal of exec " + id.value();
        client.run(what, () -> {
            var exec = find(what, id);
            var process = exec.process;
            if (!exec.isRunning() || process == null) throw Oops.conflict(what, "exec " + id.value() + " is not running");
            process.size = size;
        });
    }
}
