package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.EngineChoice;
import dev.davit.cli.EngineTarget;
import dev.davit.cli.ExitCode;
import dev.davit.cli.HeapKeeper;
import dev.davit.cli.UsageException;
import dev.davit.config.ConfigException;
import dev.davit.config.UserFiles;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Message;
import dev.davit.console.paint.ConsolePainter;
import dev.davit.console.store.ContainerStore;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.TerminalSize;
import dev.davit.terminal.UserTerminal;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The full-screen console on the user's terminal, from entering to leaving: the one class of it that wires.
public final class Console {
    private final CommandContext context;
    private final Supplier<List<String>> others;
    private final Function<CommandContext, List<EngineTarget>> targets;

    /// @param context an engine that may not answer yet, and streams that have a terminal
    public Console(CommandContext context) {
        this(context, () -> EngineChoice.others(context.settings()), from -> EngineTarget.all(from.settings()));
    }

    /// @param others what else there is when the engine does not answer
    /// @param targets where one can turn to
    Console(CommandContext context, Supplier<List<String>> others, Function<CommandContext, List<EngineTarget>> targets) {
        this.context = context;
        this.others = others;
        this.targets = targets;
    }

    /// Shows the console until the user leaves.
    ///
    /// @return the exit code
    /// @throws UsageException when the terminal cannot show it, or the engine that was named cannot be
    public int run() {
        var terminal = context.io()
                .terminal()
                .orElseThrow(() -> new UsageException("the console needs a terminal; davit batch reads commands from a file", ExitCode.FAILED));
        if (terminal.type().isEmpty() || terminal.type().equals("dumb")) {
            throw new UsageException(
                    "the console cannot be shown on a terminal of the type \"" + terminal.type()
                            + "\": give commands one by one (davit ps), or from a file (davit batch)",
                    ExitCode.FAILED);
        }
        checkChoice();
        return show(terminal, settings());
    }

    private Settings settings() {
        try {
            return Settings.of(Settings.folder(context.environment()));
        } catch (ConfigException e) {
            throw new UsageException("the configuration cannot be used:\n" + e.getMessage(), ExitCode.FAILED);
        }
    }

    /// An engine that does not answer may come; one that there cannot be never will.
    private void checkChoice() {
        try {
            var _ = context.engineReason().get();
        } catch (EngineException.Unavailable e) {
            // The screen says so, and what else there is.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "no engine yet", e);
        }
    }

    private int show(UserTerminal terminal, Settings settings) {
        var mailbox = new Mailbox();
        var store = new ContainerStore(context.clock());
        var engines = new EngineSwitch(settings.readOnly() ? context.reading() : context, targets);
        var access = new EngineLink.Access(() -> engines.context().engine(), () -> engines.context().engineReason().get(), others, address -> EngineHost.of(address, context.environment()));
        try (engines;
                var _ = new HeapKeeper();
                var arrangements = new Arrangements(UserFiles.folder(context.environment()), mailbox);
                var figures = new FiguresFeed(mailbox);
                var inventory = new Inventory(mailbox);
                var details = new DetailsFeed(() -> engines.context().engine(), context::zone, mailbox);
                var sources = new Sources(engines::context, mailbox);
                var lines = new CommandLines(context.environment(), mailbox);
                var views = new SavedViews(UserFiles.folder(context.environment()), mailbox);
                var link = new EngineLink(access, store, new EngineLink.Followers(figures, inventory, sources::met), mailbox)) {
            // first: the engine's answer takes as long as all that the terminal needs
            link.start();
            var keyboard = new Keyboard(terminal.input(), mailbox);
            try (var suspension = new Suspension(engines::context, terminal, keyboard, mailbox)) {
                suspension.take();
                var size = size(terminal);
                var look = ConsolePainter.Look.of(context.environment(), terminal.type(), settings.theme());
                var painter = new ConsolePainter(terminal.output(), look, size, sources, context::zone);
                var effects = new Effects(engines, link, mailbox, sources, figures, inventory, details, suspension, new Effects.Kept(arrangements, lines, views));
                var initial = AppState.initial(size, context.clock().instant(), settings.keymap(), engines.context().readOnly());
                var loop = new Loop(initial, mailbox, painter, effects, context.clock());
                keyboard.start();
                try (keyboard;
                        var _ = terminal.onResize(() -> mailbox.post(new Message.Resized(size(terminal))))) {
                    loop.run();
                }
            }
            return ExitCode.OK;
        } catch (IOException e) {
            // Nobody sees what is written any more.
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static TerminalSize size(UserTerminal terminal) {
        return terminal.size().orUsual();
    }
}
