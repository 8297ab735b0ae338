package dev.davit.terminal;

import dev.davit.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A pseudo-terminal that a test sits at: it types keys, sees what comes, and can look at the terminal's mode. Programs that
/// are started on it have it as their controlling terminal, as from a login. Sources: pty(7), ioctl_tty(2).
public final class Pty implements AutoCloseable {
    private static final long TIOCSPTLCK = 0x40045431L;
    private static final long TIOCGPTN = 0x80045430L;
    private static final long TIOCSWINSZ = 0x5414L;

    private final int master;
    private final int slave;
    private final Path path;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final Thread reader;
    private final List<Process> programs = new ArrayList<>();
    private final Consumer<byte[]> onlooker;

    private Pty(int master, int slave, Path path, Consumer<byte[]> onlooker) {
        this.master = master;
        this.slave = slave;
        this.path = path;
        this.onlooker = onlooker;
        this.reader = Thread.ofPlatform().name("pty").start(this::look);
    }

    /// Opens one.
    public static Pty open(int columns, int rows) {
        return open(columns, rows, _ -> {});
    }

    /// Opens one that somebody looks at.
    ///
    /// @param onlooker gets what comes, as it comes
    public static Pty open(int columns, int rows, Consumer<byte[]> onlooker) {
        int master = must(Libc.openTerminal("/dev/ptmx"));
        try (var arena = Arena.ofConfined()) {
            var number = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
            must(Libc.ioctl(master, TIOCSPTLCK, number));
            must(Libc.ioctl(master, TIOCGPTN, number));
            var path = Path.of("/dev/pts/" + number.get(ValueLayout.JAVA_INT, 0));
            var pty = new Pty(master, must(Libc.openTerminal(path.toString())), path, onlooker);
            pty.resize(columns, rows);
            return pty;
        }
    }

    /// The programs' side, open in this process.
    int slave() {
        return slave;
    }

    /// Changes the size, which the program in the foreground is told.
    public void resize(int columns, int rows) {
        try (var arena = Arena.ofConfined()) {
            var size = arena.allocate(8, 2);
            size.set(ValueLayout.JAVA_SHORT, 0, (short) rows);
            size.set(ValueLayout.JAVA_SHORT, 2, (short) columns);
            must(Libc.ioctl(master, TIOCSWINSZ, size));
        }
    }

    /// Starts a program with this as its terminal and all its streams.
    ///
    /// @param environment all of it but `TERM`
    public Process start(Map<String, String> environment, List<String> command) throws IOException {
        // the leader of a new session gets the first terminal that it opens
        var words = new ArrayList<>(List.of(
                "setsid", "sh", "-c", "t=$1; shift; exec \"$@\" <\"$t\" >\"$t\" 2>&1", "sh", path.toString()));
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("TERM", "xterm-256color");
        var program = builder.start();
        programs.add(program);
        return program;
    }

    /// Types keys.
    public void type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            var segment = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long done = must((int) Libc.write(master, segment, bytes.length));
            if (done != bytes.length) throw new AssertionError("the terminal took " + done + " of " + bytes.length + " bytes");
        }
    }

    /// All that came so far.
    public String screen() {
        synchronized (seen) {
            return seen.toString(StandardCharsets.UTF_8);
        }
    }

    /// Waits until a text has come.
    public void await(String text) {
        awaitAfter(0, text);
    }

    /// Waits until a text has come after so much of [#screen].
    public void awaitAfter(int position, String text) {
        try {
            Await.until("the terminal shows " + text, () -> screen().indexOf(text, position) >= 0);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; it shows:\n" + screen(), e);
        }
    }

    /// Types a line and waits for what it brings.
    public void ask(String line, String answer) {
        int position = screen().length();
        type(line + "\r");
        awaitAfter(position, answer);
    }

    /// The terminal's mode, all of it, to be compared.
    public String mode() {
        try (var arena = Arena.ofConfined()) {
            var termios = arena.allocate(Libc.TERMIOS_SIZE, 4);
            must(Libc.tcgetattr(slave, termios));
            return HexFormat.of().formatHex(termios.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /// Whether keys go through as they are typed.
    public boolean isRaw() {
        try (var arena = Arena.ofConfined()) {
            var termios = arena.allocate(Libc.TERMIOS_SIZE, 4);
            must(Libc.tcgetattr(slave, termios));
            // c_lflag is the fourth word: ISIG 1, ICANON 2, ECHO 8
            return (termios.get(ValueLayout.JAVA_INT, 12) & 11) == 0;
        }
    }

    private void look() {
        try (var arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(64 * 1024);
            while (true) {
                long count = Libc.read(master, buffer, buffer.byteSize());
                // an error: all programs have closed it
                if (count <= 0) return;
                byte[] bytes = buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
                synchronized (seen) {
                    seen.writeBytes(bytes);
                }
                onlooker.accept(bytes);
            }
        }
    }

    /// Hangs up, and ends the programs that do not end of it.
    @Override
    public void close() {
        try {
            for (var program : programs) {
                program.descendants().forEach(ProcessHandle::destroyForcibly);
                program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                program.getInputStream().close();
                program.getErrorStream().close();
                program.getOutputStream().close();
            }
            Libc.close(slave);
            reader.join();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Libc.close(master);
        }
    }

    private static int must(int result) {
        if (result < 0) throw new AssertionError("the pseudo-terminal: " + Libc.error(result));
        return result;
    }
}
