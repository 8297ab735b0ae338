package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.input.Input;
import dev.davit.console.input.Key;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Message;
import dev.davit.console.model.Update;
import dev.davit.console.paint.ConsolePainter;
import dev.davit.console.paint.ThemeName;
import dev.davit.engine.container.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A console without an engine, a clock and threads: messages go in, and what is drawn is compared with pictures, as [Sitting] does.
final class Painted {
    private AppState state;

    Painted(Instant now) {
        state = AppState.initial(new TerminalSize(80, 24), now, Keymap.DEFAULT, false);
    }

    Painted tell(Message message) {
        state = Update.step(state, message).state();
        return this;
    }

    Painted press(String... keys) {
        for (String key : keys) tell(new Message.Typed(new Input.Press(new Key(key))));
        return this;
    }

    Painted connected(int columns, int rows) {
        tell(new Message.Resized(new TerminalSize(columns, rows)));
        return tell(new Message.Engine(new Connection.Connected("fake (for a test)", "Fake 1.0", true, "localhost")));
    }

    void picture(String name, String locale) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var look = ConsolePainter.Look.of(Map.of("LANG", locale), "xterm-256color", ThemeName.DARK);
        new ConsolePainter(bytes, look, state.size(), (_, _, _) -> List.of(), () -> ZoneOffset.UTC).paint(state);
        var screen = new VirtualScreen(state.size().columns(), state.size().rows());
        screen.write(bytes.toByteArray());
        var file = Path.of("src/test/resources/console", name + ".txt");
        if ("accept".equals(System.getProperty("davit.pictures"))) Files.writeString(file, screen.text() + "\n");
        assertThat(screen.text() + "\n").as("the screen is " + file).isEqualTo(Files.readString(file));
    }
}
