package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.terminal.UserTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Joins the user's streams with a session's until the process closes its side or the user detaches.
///
/// With a terminal on both sides the user's goes raw: every key, Ctrl-C too, is the process's.
final class Conversation {

    /// How it ended.
    enum End {
        /// The process closed its output.
        FINISHED,
        /// The user typed the detach keys.
        DETACHED
    }

    private final CommandContext context;
    private final Session session;
    private final boolean tty;
    private final boolean input;
    private final DetachKeys keys;
    private volatile boolean detached;

    /// @param tty whether the process has a terminal
    /// @param input whether the user's input goes to it
    Conversation(CommandContext context, Session session, boolean tty, boolean input, DetachKeys keys) {
        this.context = context;
        this.session = session;
        this.tty = tty;
        this.input = input;
        this.keys = keys;
    }

    End run() {
        var terminal = context.io().terminal().filter(t -> tty);
        try (var _ = raw(terminal);
                var _ = follow(terminal)) {
            if (input) Thread.ofPlatform().daemon().name("stdin").start(this::copyInput);
            copyOutput();
        } catch (IOException e) {
            throw new EngineException.Failed("cannot write what the container says: " + e.getMessage(), e);
        }
        return detached ? End.DETACHED : End.FINISHED;
    }

    private UserTerminal.Mode raw(Optional<UserTerminal> terminal) {
        return terminal.filter(t -> input).map(UserTerminal::raw).orElse(() -> {});
    }

    private UserTerminal.Mode follow(Optional<UserTerminal> terminal) {
        return terminal.map(t -> {
                    var mode = t.onResize(() -> resize(t.size()));
                    resize(t.size());
                    return mode;
                })
                .orElse(() -> {});
    }

    private void resize(TerminalSize size) {
        try {
            session.resize(size);
        } catch (EngineException e) {
            // The process may not have started yet, or has ended: its size does not matter then.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "resize", e);
        }
    }

    private void copyOutput() throws IOException {
        var out = tty ? context.io().out().raw() : context.io().out().cleaned();
        var err = tty ? context.io().out().raw() : context.io().err().cleaned();
        for (OutputChunk chunk : session.output()) {
            OutputStream target = chunk.stream() == StdStream.STDERR ? err : out;
            target.write(chunk.bytes());
            target.flush();
        }
    }

    private void copyInput() {
        InputStream in = context.io().in();
        var buffer = new byte[16 * 1024];
        try {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                var passed = tty ? keys.filter(buffer, count) : new DetachKeys.Passed(java.util.Arrays.copyOf(buffer, count), false);
                session.input().write(passed.bytes());
                session.input().flush();
                if (passed.detached()) {
                    detached = true;
                    session.close();
                    return;
                }
            }
            session.input().close();
        } catch (IOException e) {
            // The process is gone or never read: its output tells the rest.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "standard input", e);
        }
    }
}
