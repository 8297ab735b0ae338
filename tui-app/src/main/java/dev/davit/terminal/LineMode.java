package dev.davit.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What the kernel does to the keys on their way: either what the user had it do, or nothing.
final class LineMode {
    private final int terminal;
    private final MemorySegment users = Arena.ofAuto().allocate(Libc.TERMIOS_SIZE, 4);
    private final MemorySegment raw = Arena.ofAuto().allocate(Libc.TERMIOS_SIZE, 4);
    private boolean isRaw;

    LineMode(int terminal) {
        this.terminal = terminal;
    }

    /// From the user's mode to none.
    void makeRaw() {
        int done = Libc.tcgetattr(terminal, users);
        if (done < 0) throw TerminalFailure.of("read the terminal's mode", done);
        raw.copyFrom(users);
        Libc.cfmakeraw(raw);
        done = Libc.tcsetattr(terminal, raw);
        if (done < 0) throw TerminalFailure.of("set the terminal to raw mode", done);
        isRaw = true;
    }

    /// Sets raw mode once more, after others had the terminal.
    void makeRawAgain() {
        if (isRaw) check("set the terminal to raw mode again", Libc.tcsetattr(terminal, raw));
    }

    /// Gives the user's mode back for a while.
    void lend() {
        // While another job has the terminal, its mode is that job's.
        if (isRaw && Libc.isForeground(terminal)) check("restore the terminal's mode", Libc.tcsetattr(terminal, users));
    }

    /// Gives the user's mode back.
    void restore() {
        lend();
        isRaw = false;
    }

    /// A terminal that was hung up has no mode any more; nobody could do anything about it.
    private static void check(String what, int done) {
        if (done < 0) System.getLogger("davit").log(System.Logger.Level.DEBUG, () -> what + ": " + Libc.error(done));
    }
}
