package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.Session;
import dev.davit.engine.container.StdStream;
import dev.davit.terminal.UserTerminal;
import dev.davit.terminal.UserTerminal.TerminalInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
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

    private static final int SIZE_ATTEMPTS = 10;

    private final CommandContext context;
    private final Session session;
    private final boolean tty;
    private final boolean input;
    private final DetachKeys keys;
    private volatile boolean detached;
    private volatile boolean over;

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
        var terminal = context.io().terminal();
        try (var _ = raw(terminal);
                var _ = follow(terminal);
                var _ = listen(terminal)) {
            copyOutput();
        } catch (IOException e) {
            throw new EngineException.Failed("cannot write what the container says: " + e.getMessage(), e);
        }
        over = true;
        return detached ? End.DETACHED : End.FINISHED;
    }

    private UserTerminal.Mode raw(Optional<UserTerminal> terminal) {
        return terminal.filter(t -> tty && input).map(UserTerminal::raw).orElse(() -> {});
    }

    private UserTerminal.Mode follow(Optional<UserTerminal> terminal) {
        return terminal.filter(t -> tty)
                .map(t -> {
                    var mode = t.onResize(() -> resize(t));
                    firstSize(t);
                    return mode;
                })
                .orElse(() -> {});
    }

    /// What was just asked for may not run yet, and then has no terminal to size: it is told again, as docker does, for half a
    /// second.
    private void firstSize(UserTerminal terminal) {
        if (resize(terminal)) return;
        Thread.ofVirtual().name("first size").start(() -> {
            try {
                for (int attempt = 1; attempt <= SIZE_ATTEMPTS && !over; attempt++) {
                    Thread.sleep(Duration.ofMillis(10L * attempt));
                    if (resize(terminal)) return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// One at a time, so that the last one sends the last size.
    private synchronized boolean resize(UserTerminal terminal) {
        try {
            session.resize(terminal.size());
            return true;
        } catch (EngineException e) {
            // The process may not have started yet, or has ended: its size does not matter then.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "resize", e);
            return false;
        }
    }

    /// Passes on what is typed, until closed. A terminal is then left with every key that was not used.
    private UserTerminal.Mode listen(Optional<UserTerminal> terminal) {
        if (!input) return () -> {};
        var listener = Thread.ofPlatform().daemon().name("stdin").unstarted(() -> copyInput(source(terminal)));
        listener.start();
        return terminal.<UserTerminal.Mode>map(t -> () -> stop(listener, t.input())).orElse(() -> {});
    }

    private void stop(Thread listener, TerminalInput keyboard) {
        over = true;
        // it may be waiting to write
        session.close();
        keyboard.wake();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // takes the call back if it had gone before
        keyboard.read(new byte[0], 0);
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

    /// Where the user's bytes come from, and where those go back that were not used.
    private interface Source {
        /// As [InputStream#read(byte\[\])], and 0 for nothing yet.
        int read(byte[] buffer) throws IOException;

        void unread(byte[] bytes, int from, int count);
    }

    private Source source(Optional<UserTerminal> terminal) {
        InputStream in = context.io().in();
        return new Source() {
            @Override
            public int read(byte[] buffer) throws IOException {
                return terminal.isPresent() ? terminal.get().input().read(buffer, -1) : in.read(buffer);
            }

            @Override
            public void unread(byte[] bytes, int from, int count) {
                terminal.ifPresent(t -> t.input().unread(bytes, from, count));
            }
        };
    }

    private void copyInput(Source source) {
        var buffer = new byte[16 * 1024];
        try {
            int count;
            while ((count = source.read(buffer)) >= 0) {
                int used = over ? 0 : pass(buffer, count);
                source.unread(buffer, used, count - used);
                if (over || detached) return;
            }
            session.input().close();
        } catch (IOException e) {
            // The process is gone or never read: its output tells the rest.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "standard input", e);
        }
    }

    /// @return how many bytes were used
    private int pass(byte[] typed, int count) throws IOException {
        var passed = tty ? keys.filter(typed, count) : DetachKeys.Passed.all(typed, count);
        session.input().write(passed.bytes());
        session.input().flush();
        if (passed.detached()) {
            detached = true;
            session.close();
        }
        return passed.used();
    }
}
