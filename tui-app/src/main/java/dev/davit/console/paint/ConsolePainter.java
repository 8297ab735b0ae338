package dev.davit.console.paint;

import com.googlecode.lanterna.TerminalPosition;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Layout;
import dev.davit.console.model.Order;
import dev.davit.console.model.Screen;
import dev.davit.engine.container.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Draws the console's state on a terminal: the ground, the overlays above it, and the rows around them. For one thread.
public final class ConsolePainter {
    private final Display display;
    private final ContainersPainter containers = new ContainersPainter();
    private final ThingsPainter things = new ThingsPainter();
    private final TextPainter texts;
    private boolean ofThings;
    private TerminalSize size;

    /// What the terminal can show, and the user wants to see.
    public static final class Look {
        private final Theme theme;
        private final Signs signs;
        private final boolean links;

        private Look(Theme theme, Signs signs, boolean links) {
            this.theme = theme;
            this.signs = signs;
            this.links = links;
        }

        /// @param environment for colours, links and the character set
        /// @param type the terminal's, as `TERM` names it
        /// @param theme as far as the terminal has colours for it
        public static Look of(Map<String, String> environment, String type, ThemeName theme) {
            return new Look(Theme.of(theme, Colours.of(environment, type)), Signs.of(environment), Links.areKnown(environment, type));
        }
    }

    /// @param target the terminal; each `flush` is one write
    /// @param lines where logs and outputs are
    /// @param zone the user's time zone, asked for where a time of day is shown
    public ConsolePainter(OutputStream target, Look look, TerminalSize size, LineSource lines, Supplier<ZoneId> zone) {
        this.display = new Display(target, look.theme, look.signs, look.links, size);
        this.texts = new TextPainter(lines, zone);
        this.size = size;
    }

    /// The screen itself.
    public Display display() {
        return display;
    }

    /// By what the rows of the table are ordered whose title was drawn in a column of the screen.
    public Optional<Order.Column> title(int column) {
        return ofThings ? things.title(column) : containers.title(column);
    }

    /// Shows the state.
    public void paint(AppState state) throws IOException {
        if (!state.size().equals(size)) {
            size = state.size();
            display.resize(size);
        }
        display.show(canvas -> draw(canvas, state));
    }

    private Optional<TerminalPosition> draw(Canvas canvas, AppState state) {
        ofThings = state.things().isPresent();
        // what the first frame shows has no need of the switches, which are linked anew at every start
        if (state.ground() instanceof Screen.Containers) list(canvas, state);
        else ground(canvas, state);
        HeaderPainter.paint(canvas, state);
        KeyBarPainter.paint(canvas, state);
        if (state.screens().size() > 1) dialogs(canvas, state);
        return MessagePainter.paint(canvas, state);
    }

    private void ground(Canvas canvas, AppState state) {
        switch (state.ground()) {
            case Screen.Containers _ -> list(canvas, state);
            case Screen.Tree tree -> TreePainter.paint(canvas, state, tree);
            case Screen.Things shown -> {
                things.paint(canvas.narrowed(state.layout().listColumns()), state, shown);
                details(canvas, state);
            }
            case Screen.Choice choice -> ChoicePainter.paint(canvas, state, choice);
            case Screen.Stats stats -> StatsPainter.paint(canvas, state, stats);
            case Screen.Log log -> texts.log(canvas, state, log);
            case Screen.Output output -> texts.output(canvas, state, output);
            case Screen.Overlay _ -> throw new IllegalStateException("an overlay is no ground");
        }
    }

    private static void dialogs(Canvas canvas, AppState state) {
        for (var screen : state.screens()) {
            switch (screen) {
                case Screen.Help help -> DialogPainter.help(canvas, state, help);
                case Screen.Failures failures -> DialogPainter.failures(canvas, state, failures);
                case Screen.Confirm confirm -> DialogPainter.question(canvas, state, confirm);
                case Screen.Table _, Screen.Stats _, Screen.Text _, Screen.Prompt _ -> {}
            }
        }
    }

    private void list(Canvas canvas, AppState state) {
        if (state.connection() instanceof Connection.Lost lost && !state.containers().isKnown()) {
            NoEnginePainter.paint(canvas, state, lost);
        } else {
            containers.paint(canvas.narrowed(state.layout().listColumns()), state);
            details(canvas, state);
        }
    }

    private static void details(Canvas canvas, AppState state) {
        if (state.layout().pane() != Layout.Pane.NONE) DetailsPainter.paint(canvas, state);
    }
}
