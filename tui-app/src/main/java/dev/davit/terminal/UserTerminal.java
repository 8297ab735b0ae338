package dev.davit.terminal;

import dev.davit.engine.container.TerminalSize;
import java.io.InputStream;
import java.io.OutputStream;

/// The terminal that the user sits at. One object per process: a session in a container, the console and the shell take it
/// in turns, and what one has read and not used the next finds in [#input].
public interface UserTerminal {

    /// Its type, as `TERM` names it: `xterm-256color`; empty when the variable is not set.
    String type();

    /// Its size now. A terminal that does not know says 0×0.
    TerminalSize size();

    /// Hands every key to the reader of [#input] as it is typed, unchanged and not shown (cfmakeraw(3)), until closed. Closing
    /// restores the terminal, and so does the end of this process: SIGTERM, SIGHUP and a crash by this process itself, SIGKILL
    /// by the launcher.
    Mode raw();

    /// Does not show what is typed, for a secret, until closed; lines are edited and Ctrl-C works as before. Whatever ends this
    /// process takes it back, as with [#raw]. While the terminal is raw, this changes nothing.
    Mode silent();

    /// Changes what the terminal shows, by sequences of control characters (alternate screen, mouse reports), until closed.
    /// Whatever ends this process takes it back too; and while the process is stopped it is taken back, and then entered again.
    ///
    /// @param enter written now
    /// @param leave written in the end
    Mode screen(String enter, String leave);

    /// Calls something when its size has changed, or when others had the terminal and it must be drawn anew, until closed.
    Mode onResize(Runnable action);

    /// What the user types. A read blocks without holding up any virtual thread, and never polls.
    TerminalInput input();

    /// What the user sees. Each `flush` is one write(2); close() does nothing.
    OutputStream output();

    /// Something that lasts until closed.
    interface Mode extends AutoCloseable {
        @Override
        void close();
    }

    /// A stream of keys that several readers take in turns.
    abstract class TerminalInput extends InputStream {

        /// Waits for keys.
        ///
        /// @param buffer where they go
        /// @param millis how long to wait at most; negative: for ever
        /// @return how many bytes came; 0 when the time is over or [#wake] was called; -1 when the terminal is gone
        public abstract int read(byte[] buffer, int millis);

        /// Lets the reader that waits now, or else the next one, come back with 0.
        public abstract void wake();

        /// Gives bytes back: the next read finds them first.
        public abstract void unread(byte[] bytes, int from, int count);
    }
}
