package dev.davit.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.AbstractTerminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/// The user's terminal as JLine wants it: no thread of its own reads it, so whatever runs between two lines finds every key that
/// was typed ahead.
public final class LineTerminal extends AbstractTerminal {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 127;

    private final UserTerminal user;
    private final Keys keys = new Keys();
    private final NonBlockingReader reader;
    private final PrintWriter writer;
    private final UserTerminal.Mode resizes;
    private Attributes attributes = lines();
    private UserTerminal.@Nullable Mode raw;

    /// @param user stays open when this is closed
    public LineTerminal(UserTerminal user) throws IOException {
        super("davit", user.type().isEmpty() ? "dumb" : user.type(), StandardCharsets.UTF_8, SignalHandler.SIG_DFL);
        this.user = user;
        this.reader = NonBlocking.nonBlocking("davit", keys, StandardCharsets.UTF_8);
        this.writer = new PrintWriter(new OutputStreamWriter(new Lines(), StandardCharsets.UTF_8));
        parseInfoCmp();
        this.resizes = user.onResize(() -> raise(Signal.WINCH));
    }

    /// What a terminal is that hands over whole lines.
    private static Attributes lines() {
        var attributes = new Attributes();
        attributes.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ISIG, LocalFlag.IEXTEN), true);
        attributes.setInputFlags(EnumSet.of(InputFlag.ICRNL, InputFlag.IXON), true);
        attributes.setOutputFlags(EnumSet.of(OutputFlag.OPOST, OutputFlag.ONLCR), true);
        attributes.setControlChar(ControlChar.VINTR, CTRL_C);
        attributes.setControlChar(ControlChar.VEOF, CTRL_D);
        attributes.setControlChar(ControlChar.VERASE, BACKSPACE);
        return attributes;
    }

    @Override
    public NonBlockingReader reader() {
        return reader;
    }

    @Override
    public PrintWriter writer() {
        return writer;
    }

    @Override
    public NonBlockingInputStream input() {
        return keys;
    }

    @Override
    public OutputStream output() {
        return new Lines();
    }

    @Override
    public Attributes getAttributes() {
        return new Attributes(attributes);
    }

    @Override
    public void setAttributes(Attributes wanted) {
        attributes = new Attributes(wanted);
        boolean whole = wanted.getLocalFlag(LocalFlag.ICANON);
        var held = raw;
        if (!whole && held == null) {
            raw = user.raw();
        } else if (whole && held != null) {
            raw = null;
            held.close();
        }
    }

    @Override
    public Size getSize() {
        var size = user.size().orUsual();
        return new Size(size.columns(), size.rows());
    }

    @Override
    public void setSize(Size size) {
        throw new UnsupportedOperationException("the user says how large a terminal is");
    }

    @Override
    public @Nullable TerminalProvider getProvider() {
        return null;
    }

    @Override
    public SystemStream getSystemStream() {
        return SystemStream.Input;
    }

    @Override
    protected void doClose() throws IOException {
        writer.flush();
        resizes.close();
        setAttributes(lines());
        super.doClose();
    }

    /// Line ends as a raw terminal wants them.
    private final class Lines extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            if (b == '\n' && raw != null) user.output().write('\r');
            user.output().write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) write(bytes[i]);
        }

        @Override
        public void flush() throws IOException {
            user.output().flush();
        }
    }

    /// What is typed. A raw terminal sends no signal at Ctrl-C, so this does.
    private final class Keys extends NonBlockingInputStream {
        private int peeked = READ_EXPIRED;

        @Override
        public int read(long timeout, boolean isPeek) throws IOException {
            int key = peeked == READ_EXPIRED ? next(timeout) : peeked;
            peeked = isPeek ? key : READ_EXPIRED;
            return key;
        }

        /// What the handler of a signal has interrupted is over with this.
        private static InterruptedIOException interrupted() {
            boolean told = Thread.interrupted();
            return new InterruptedIOException(told ? "Ctrl-C, by its handler" : "Ctrl-C");
        }

        private int next(long timeout) throws IOException {
            byte[] one = new byte[1];
            boolean forEver = timeout <= 0;
            int count;
            do {
                count = user.input().read(one, forEver ? -1 : Math.clamp(timeout, 1, Integer.MAX_VALUE));
                // as an InterruptedException does, this one takes the interrupt with it
                if (Thread.interrupted()) throw new InterruptedIOException("the line is not wanted any more");
            } while (count == 0 && forEver);
            if (count < 0) return EOF;
            if (count == 0) return READ_EXPIRED;
            if (one[0] == CTRL_C && attributes.getLocalFlag(LocalFlag.ISIG)) {
                raise(Signal.INT);
                throw interrupted();
            }
            return one[0] & 0xff;
        }
    }
}
