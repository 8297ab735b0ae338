package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.console.model.Message;
import dev.davit.console.paint.Display;
import dev.davit.format.SafeText;
import dev.davit.shell.SystemShell;
import dev.davit.terminal.Signals;
import dev.davit.terminal.UserTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes the terminal for the console, and lends it to a command that talks with the user.
final class Suspension implements AutoCloseable {
    private static final int CAUGHT = 4096;
    /// Enter, escape, `q`, Ctrl-C, Ctrl-D: whatever one leaves a program with.
    private static final String BACK = "\r\n\033q\003\004";

    private final Supplier<CommandContext> context;
    private final UserTerminal terminal;
    private final Keyboard keyboard;
    private final Mailbox mailbox;
    private UserTerminal.@Nullable Mode raw;
    private UserTerminal.@Nullable Mode screen;
    private UserTerminal.@Nullable Mode mouse;
    private boolean mouseTaken = true;

    Suspension(Supplier<CommandContext> context, UserTerminal terminal, Keyboard keyboard, Mailbox mailbox) {
        this.context = context;
        this.terminal = terminal;
        this.keyboard = keyboard;
        this.mailbox = mailbox;
    }

    /// The terminal is the console's.
    void take() {
        raw = terminal.raw();
        screen = terminal.screen(Display.ENTER, Display.LEAVE);
        if (mouseTaken) takeMouse();
    }

    private void takeMouse() {
        mouse = terminal.screen(Display.TAKE_MOUSE, Display.GIVE_MOUSE);
    }

    private void giveMouse() {
        var taken = mouse;
        if (taken != null) taken.close();
        mouse = null;
    }

    /// Leaves the mouse to the terminal, which selects text with it, or takes it back; so it stays when a command had the terminal.
    ///
    /// @return whether it is the console's now
    boolean turnMouse() {
        mouseTaken = !mouseTaken;
        if (mouseTaken) takeMouse();
        else giveMouse();
        return mouseTaken;
    }

    private void give() {
        giveMouse();
        var shown = screen;
        var keys = raw;
        if (shown != null) shown.close();
        if (keys != null) keys.close();
        screen = null;
        raw = null;
    }

    /// Runs a command on the terminal until it ends. What was typed ahead is its.
    ///
    /// @return how it ended
    Message.Returned lend(List<String> words) {
        keyboard.pause();
        byte[] ahead = mailbox.takeTyped();
        terminal.input().unread(ahead, 0, ahead.length);
        give();
        var errors = new Copied(terminal.output());
        int code;
        var self = Thread.currentThread();
        try (var _ = Signals.on("INT", self::interrupt).orElse(() -> {})) {
            code = CommandRunner.run(words, context.get().with(streams(errors)));
        } finally {
            // an interrupt was the command's, and it is over
            Thread.interrupted();
            take();
            keyboard.resume();
        }
        return new Message.Returned(code, errors.complaint());
    }

    /// Runs a command of the system on the terminal until it ends, and leaves what it wrote there until the user comes back. What
    /// was typed ahead and has been read is nobody's: it was not meant for the console.
    ///
    /// @return how it ended
    Message.Returned lendToSystem(String command) {
        keyboard.pause();
        mailbox.takeTyped();
        give();
        var errors = new Copied(terminal.output());
        var world = context.get().with(streams(errors));
        int code;
        // Ctrl-C goes to the command as well, and it decides what that means
        try (var _ = Signals.on("INT", () -> {}).orElse(() -> {})) {
            world.io().out().text(SafeText.line("!" + command) + "\n");
            code = new SystemShell(world).run(command);
            awaitUser(world.io().out(), code);
        } finally {
            take();
            keyboard.resume();
        }
        return new Message.Returned(code, errors.complaint());
    }

    private void awaitUser(Output out, int code) {
        try (var _ = terminal.raw()) {
            out.text("\r\n[exit " + code + "] enter: back to the console");
            byte[] key = new byte[1];
            int count;
            do {
                count = terminal.input().read(key, -1);
            } while (count == 0 || (count > 0 && BACK.indexOf(key[0]) < 0));
            out.text("\r\n");
        }
    }

    private StandardStreams streams(Copied errors) {
        return new StandardStreams(
                terminal.input(), new Output(terminal.output(), true, terminal::size), new Output(errors, true, terminal::size), Optional.of(terminal));
    }

    @Override
    public void close() {
        give();
    }

    /// Passes on what is written, and keeps the end of it.
    private static final class Copied extends OutputStream {
        private final OutputStream target;
        private final ByteArrayOutputStream caught = new ByteArrayOutputStream();

        Copied(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
            if (caught.size() + length > CAUGHT) caught.reset();
            if (length <= CAUGHT) caught.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        String complaint() {
            String ours = "davit: ";
            return caught.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(ours))
                    .map(line -> line.substring(ours.length()))
                    .reduce((_, last) -> last)
                    .orElse("");
        }
    }
}
