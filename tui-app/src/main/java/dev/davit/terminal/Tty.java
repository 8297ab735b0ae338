package dev.davit.terminal;

import dev.davit.engine.container.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A terminal of Linux on open descriptors.
///
/// Whatever was changed is taken back at the latest when the Java virtual machine ends in order: by System.exit, SIGTERM,
/// SIGHUP, SIGINT or an error that nobody caught. Whoever is stopped by SIGTSTP gives the terminal back until SIGCONT; then,
/// also after a SIGSTOP, everything is set again and a change of size is reported, so that a picture is drawn anew.
final class Tty implements UserTerminal {
    private final String type;
    private final int in;
    private final TtyInput input;
    private final TtyOutput output;
    private final LineMode line;
    private final List<Screen> screens = new ArrayList<>();
    private final List<Runnable> resized = new CopyOnWriteArrayList<>();
    private final List<Signals.Registration> signals = new ArrayList<>();
    private Optional<Signals.Registration> winch = Optional.empty();
    private @Nullable Thread atEnd;
    private int changes;
    private boolean ended;

    /// What a front end has made of the screen.
    private record Screen(String enter, String leave) {}

    /// @param type what `TERM` says
    /// @param in a terminal, open for reading
    /// @param out the same, open for writing
    Tty(String type, int in, int out) {
        this.type = type;
        this.in = in;
        this.input = new TtyInput(in);
        this.output = new TtyOutput(out);
        this.line = new LineMode(in);
    }

    /// Opens the terminal on standard streams.
    ///
    /// @param in a terminal
    /// @param out the same for writing; empty when standard output is something else
    static Tty open(String type, int in, Optional<Integer> out) {
        if (out.isPresent()) return new Tty(type, in, out.get());
        int own = Libc.openTerminal("/dev/tty");
        return new Tty(type, in, own < 0 ? in : own);
    }

    /// Whether a descriptor is a terminal, by asking it: isatty(3).
    static boolean is(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            return Libc.tcgetattr(descriptor, arena.allocate(Libc.TERMIOS_SIZE, 4)) >= 0;
        }
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public TerminalSize size() {
        return size(in);
    }

    /// The size of the terminal on a descriptor; 0×0 when it does not know.
    static TerminalSize size(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            var size = arena.allocate(8, 2);
            int done = Libc.ioctl(descriptor, Libc.TIOCGWINSZ, size);
            if (done < 0) return TerminalSize.UNKNOWN;
            var rowsAndColumns = Libc.view(size);
            return new TerminalSize(rowsAndColumns.getShort(2) & 0xffff, rowsAndColumns.getShort(0) & 0xffff);
        }
    }

    @Override
    public Mode raw() {
        return change(line::makeRaw);
    }

    @Override
    public Mode silent() {
        return change(line::makeSilent);
    }

    private synchronized Mode change(Runnable how) {
        if (ended) return () -> {};
        guard();
        if (changes == 0) how.run();
        changes++;
        return once(this::changeBack);
    }

    private synchronized void changeBack() {
        changes--;
        if (changes == 0 && !ended) line.restore();
        unguard();
    }

    @Override
    public Mode screen(String enter, String leave) {
        var screen = new Screen(enter, leave);
        synchronized (this) {
            if (ended) return () -> {};
            guard();
            screens.add(screen);
        }
        enter(screen);
        return once(() -> leave(screen));
    }

    private synchronized void leave(Screen screen) {
        screens.remove(screen);
        if (!ended) say(screen.leave(), output::sayInPassing);
        unguard();
    }

    @Override
    public synchronized Mode onResize(Runnable action) {
        if (winch.isEmpty()) winch = Signals.on("WINCH", this::tellResized);
        resized.add(action);
        return once(() -> forget(action));
    }

    private synchronized void forget(Runnable action) {
        resized.remove(action);
        if (!resized.isEmpty()) return;
        winch.ifPresent(Signals.Registration::close);
        winch = Optional.empty();
    }

    private void tellResized() {
        resized.forEach(Runnable::run);
    }

    @Override
    public TerminalInput input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /// From the first change on: takes it back at the end, and while this process is stopped.
    private void guard() {
        if (atEnd == null) {
            atEnd = new Thread(this::end, "terminal");
            Runtime.getRuntime().addShutdownHook(atEnd);
        }
        if (!signals.isEmpty()) return;
        Signals.on("TSTP", this::stop).ifPresent(signals::add);
        Signals.on("CONT", this::goOn).ifPresent(signals::add);
    }

    private void unguard() {
        if (changes > 0 || !screens.isEmpty()) return;
        signals.forEach(Signals.Registration::close);
        signals.clear();
    }

    /// Gives the terminal back for good. Closing what is still open does nothing from here on.
    synchronized void end() {
        if (ended) return;
        ended = true;
        lend();
    }

    private void stop() {
        synchronized (this) {
            if (ended) return;
            lend();
        }
        Libc.stop();
    }

    private void goOn() {
        List<Screen> shown;
        synchronized (this) {
            if (ended) return;
            line.changeAgain();
            shown = List.copyOf(screens);
        }
        shown.forEach(this::enter);
        tellResized();
    }

    private void lend() {
        line.lend();
        screens.reversed().forEach(screen -> say(screen.leave(), output::sayInPassing));
    }

    /// Not under this object's lock: a terminal that takes nothing must not keep this process from ending.
    private void enter(Screen screen) {
        say(screen.enter(), output::say);
    }

    private interface Writing {
        void write(byte[] bytes) throws IOException;
    }

    private static void say(String sequence, Writing how) {
        try {
            how.write(sequence.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It was hung up, so nothing of it is left to be put in order.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "the terminal's screen", new UncheckedIOException(e));
        }
    }

    private static Mode once(Runnable undo) {
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) undo.run();
        };
    }

    /// Ends it within a process that goes on, as tests do; the descriptors stay open.
    void dispose() {
        end();
        synchronized (this) {
            if (atEnd != null) Runtime.getRuntime().removeShutdownHook(atEnd);
        }
        input.end();
    }
}
