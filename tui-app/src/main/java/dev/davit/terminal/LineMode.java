package dev.davit.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What the kernel does to the keys on their way: what the user had it do, the same without showing them, or nothing.
final class LineMode {
    private static final int LOCAL_FLAGS = 12;
    private static final int ECHO = 8;

    private final int terminal;
    private final MemorySegment users = Arena.ofAuto().allocate(Libc.TERMIOS_SIZE, 4);
    private final MemorySegment ours = Arena.ofAuto().allocate(Libc.TERMIOS_SIZE, 4);
    private boolean changed;

    LineMode(int terminal) {
        this.terminal = terminal;
    }

    /// From the user's mode to none.
    void makeRaw() {
        read();
        Libc.cfmakeraw(ours);
        set("set the terminal to raw mode");
    }

    /// From the user's mode to the same without echo: lines, and the keys that send signals, are as before.
    void makeSilent() {
        read();
        var mode = Libc.view(ours);
        mode.putInt(LOCAL_FLAGS, mode.getInt(LOCAL_FLAGS) & ~ECHO);
        set("hide what is typed");
    }

    private void read() {
        int done = Libc.tcgetattr(terminal, users);
        if (done < 0) throw TerminalFailure.of("read the terminal's mode", done);
        ours.copyFrom(users);
    }

    private void set(String what) {
        int done = Libc.tcsetattr(terminal, ours);
        if (done < 0) throw TerminalFailure.of(what, done);
        changed = true;
    }

    /// Sets our mode once more, after others had the terminal.
    void changeAgain() {
        if (changed) check("set the terminal's mode again", Libc.tcsetattr(terminal, ours));
    }

    /// Gives the user's mode back for a while.
    void lend() {
        // While another job has the terminal, its mode is that job's.
        if (changed && Libc.isForeground(terminal)) check("restore the terminal's mode", Libc.tcsetattr(terminal, users));
    }

    /// Gives the user's mode back.
    void restore() {
        lend();
        changed = false;
    }

    /// A terminal that was hung up has no mode any more; nobody could do anything about it.
    private static void check(String what, int done) {
        if (done < 0) System.getLogger("davit").log(System.Logger.Level.DEBUG, () -> what + ": " + Libc.error(done));
    }
}
