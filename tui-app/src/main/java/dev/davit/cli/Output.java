package dev.davit.cli;

import dev.davit.engine.container.TerminalSize;
import dev.davit.format.SafeStream;
import dev.davit.format.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Where a command writes. On a terminal what it writes is cleaned of control sequences; on a pipe bytes stay as they are.
public final class Output {
    private final OutputStream target;
    private final boolean terminal;
    private final Supplier<TerminalSize> size;

    public Output(OutputStream target, boolean terminal) {
        this(target, terminal, () -> TerminalSize.UNKNOWN);
    }

    /// @param size asks the terminal for its size
    public Output(OutputStream target, boolean terminal, Supplier<TerminalSize> size) {
        this.target = target;
        this.terminal = terminal;
        this.size = size;
    }

    /// Whether somebody reads this on a terminal.
    public boolean isTerminal() {
        return terminal;
    }

    /// The terminal's size now; what is usual where it does not know.
    public TerminalSize size() {
        return size.get().orUsual();
    }

    /// One line; on a terminal without control characters.
    public void line(String text) {
        text((terminal ? SafeText.lines(text) : text) + "\n");
    }

    /// What davit has to say to its user, by its name. An engine or a registry may have chosen words of it: nothing in them
    /// moves a cursor, on a pipe neither, for what is complained of is often kept and looked at later.
    public void sentence(String words) {
        line("davit: " + SafeText.lines(words));
    }

    /// Text that is ours, as it is.
    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
        flush();
    }

    /// Bytes as they are, not flushed.
    public void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    /// Some of them.
    public void bytes(byte[] bytes, int offset, int count) {
        try {
            target.write(bytes, offset, count);
        } catch (IOException e) {
            throw new OutputGone(e);
        }
    }

    /// Delivers what was written.
    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw new OutputGone(e);
        }
    }

    /// A stream for a container's own bytes: on a terminal it lets colours and line moves through and nothing that could
    /// do harm.
    public OutputStream cleaned() {
        return terminal ? new SafeStream(target, SafeStream.Policy.COLOURS) : target;
    }

    /// The stream below, for a process that owns the terminal.
    public OutputStream raw() {
        return target;
    }
}
