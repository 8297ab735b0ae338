package dev.davit.terminal;

import dev.davit.engine.container.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The terminal on this process's standard streams. Whether there is one is told by the kind of the open file, and the terminal
/// itself is opened by the first who uses it: most commands never do, and should not wait for it.
public final class StandardTerminal implements UserTerminal {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int TYPE_OF_FILE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;

    private final String type;
    private @Nullable Tty opened;

    private StandardTerminal(String type) {
        this.type = type;
    }

    /// The terminal on standard input, if that is one.
    ///
    /// @param environment where `TERM` is
    public static Optional<UserTerminal> ofInput(Map<String, String> environment) {
        return isTerminal(INPUT) ? Optional.of(new StandardTerminal(environment.getOrDefault("TERM", ""))) : Optional.empty();
    }

    /// Whether a descriptor is a terminal.
    ///
    /// Source: admin-guide/devices.txt of Linux: major 4 is virtual consoles and serial lines, 5 `/dev/tty` and the like, 136 to
    /// 143 the pseudo-terminals of devpts, 1 memory devices such as `/dev/null`. Only another device is asked itself.
    ///
    /// @param descriptor 0, 1 or 2
    public static boolean isTerminal(int descriptor) {
        try {
            var attributes = Files.readAttributes(Path.of("/proc/self/fd/" + descriptor), "unix:mode,rdev");
            if (!(attributes.get("mode") instanceof Integer mode) || (mode & TYPE_OF_FILE) != CHARACTER_DEVICE) return false;
            if (!(attributes.get("rdev") instanceof Long device)) return false;
            return switch ((int) (device >> 8) & 0xfff) {
                case 1 -> false;
                case 4, 5, 136, 137, 138, 139, 140, 141, 142, 143 -> true;
                default -> Tty.is(descriptor);
            };
        } catch (IOException e) {
            // It is closed.
            return false;
        }
    }

    /// The size of the terminal on a descriptor; 0×0 when it does not know.
    ///
    /// @param descriptor 0, 1 or 2
    public static TerminalSize size(int descriptor) {
        return Tty.size(descriptor);
    }

    private synchronized Tty tty() {
        var tty = opened;
        if (tty != null) return tty;
        tty = Tty.open(type, INPUT, isTerminal(OUTPUT) ? Optional.of(OUTPUT) : Optional.empty());
        opened = tty;
        return tty;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public TerminalSize size() {
        return tty().size();
    }

    @Override
    public Mode raw() {
        return tty().raw();
    }

    @Override
    public Mode silent() {
        return tty().silent();
    }

    @Override
    public Mode screen(String enter, String leave) {
        return tty().screen(enter, leave);
    }

    @Override
    public Mode onResize(Runnable action) {
        return tty().onResize(action);
    }

    @Override
    public TerminalInput input() {
        return tty().input();
    }

    @Override
    public OutputStream output() {
        return tty().output();
    }
}
