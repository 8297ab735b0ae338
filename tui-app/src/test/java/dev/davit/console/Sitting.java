package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.CommandContext;
import dev.davit.cli.EngineTarget;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.testing.Await;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/// A user before the console: keys go in, the screen comes out.
///
/// What comes out is compared with pictures in `src/test/resources/console`; `-Ddavit.pictures=accept` takes what is seen as
/// right and writes them. The console's clock stands, 90 s after [#BEGUN]: with an engine whose clock stands there, what was
/// listed is `0s` old, and what an event told is `1m`.
final class Sitting implements AutoCloseable {
    /// When everything happens.
    static final Clock BEGUN = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("enter", "\r"), Map.entry("esc", "\033"), Map.entry("up", "\033[A"), Map.entry("down", "\033[B"),
            Map.entry("pgdn", "\033[6~"), Map.entry("pgup", "\033[5~"), Map.entry("space", " "), Map.entry("backspace", "\177"),
            Map.entry("tab", "\t"), Map.entry("ctrl-c", "\003"), Map.entry("ctrl-l", "\014"), Map.entry("ctrl-u", "\025"), Map.entry("end", "\033[F"), Map.entry("right", "\033[C"));
    private static final Path PICTURES = Path.of("src/test/resources/console");
    private static final boolean ACCEPT = "accept".equals(System.getProperty("davit.pictures"));

    private final VirtualTerminal terminal;
    private final Thread thread;
    private final AtomicInteger exit = new AtomicInteger(-1);

    Sitting(Engine engine, int columns, int rows) {
        this(() -> engine, columns, rows, Map.of("LANG", "C.UTF-8"));
    }

    Sitting(Supplier<Engine> engine, int columns, int rows, Map<String, String> environment) {
        this(engine, columns, rows, environment, _ -> List.of(), false);
    }

    /// @param targets where one can turn to
    Sitting(
            Supplier<Engine> engine, int columns, int rows, Map<String, String> environment, Function<CommandContext, List<EngineTarget>> targets,
            boolean readOnly) {
        terminal = new VirtualTerminal(columns, rows);
        var out = new Output(terminal.output(), true);
        var streams = new StandardStreams(InputStream.nullInputStream(), out, out, Optional.of(terminal));
        var clock = Clock.offset(BEGUN, Duration.ofSeconds(90));
        var context = new CommandContext(
                engine, EngineSettings.of(Map.of()), streams, clock, new HashMap<>(environment), Path.of(""), () -> "fake (for a test)", readOnly);
        var console = new Console(context, () -> List.of("davit --engine other: it answers"), targets);
        thread = Thread.ofPlatform().daemon().name("console").start(() -> exit.set(console.run()));
    }

    VirtualTerminal terminal() {
        return terminal;
    }

    /// Presses keys: names separated by blanks; other words are typed letter by letter.
    Sitting type(String keys) {
        for (String key : keys.split(" ", -1)) {
            terminal.type(NAMED.getOrDefault(key, key).getBytes(StandardCharsets.UTF_8));
            if (key.equals("esc")) terminal.pause();
        }
        return this;
    }

    /// Presses the mouse's first button on a text, and lets it go.
    Sitting click(String text) {
        var lines = terminal.screen().text().lines().toList();
        for (int row = 0; row < lines.size(); row++) {
            int column = lines.get(row).indexOf(text);
            if (column < 0) continue;
            String place = (column + 1) + ";" + (row + 1);
            return write("\033[<0;" + place + "M\033[<0;" + place + "m");
        }
        throw new AssertionError("there is no \"" + text + "\" to click on\n" + terminal.screen().text());
    }

    /// Turns the mouse's wheel by notches.
    Sitting wheel(boolean down, int notches) {
        return write(("\033[<" + (down ? 65 : 64) + ";3;3M").repeat(notches));
    }

    /// Types a text as it is.
    Sitting write(String text) {
        terminal.type(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Waits until the screen holds a text.
    Sitting see(String text) {
        return when("the screen shows \"" + text + "\"", () -> terminal.screen().text().contains(text));
    }

    Sitting seeNot(String text) {
        return when("the screen shows \"" + text + "\" no more", () -> !terminal.screen().text().contains(text));
    }

    /// Waits until a row holds a text.
    Sitting see(String row, String text) {
        return when("the row of " + row + " shows \"" + text + "\"", () -> row(row).contains(text));
    }

    private Sitting when(String what, Await.Condition condition) {
        try {
            Await.until(what, Duration.ofSeconds(20), condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + terminal.screen().text(), e);
        }
        return this;
    }

    /// The first row that holds a word.
    String row(String word) {
        return terminal.screen().text().lines().filter(line -> line.contains(word)).findFirst().orElse("");
    }

    /// Waits until the screen is a picture.
    Sitting picture(String name) throws IOException {
        var file = PICTURES.resolve(name + ".txt");
        if (ACCEPT) {
            String seen = settled();
            Files.createDirectories(PICTURES);
            Files.writeString(file, seen);
            return this;
        }
        String wanted = Files.readString(file);
        try {
            Await.until("the screen is " + file, Duration.ofSeconds(20), () -> (terminal.screen().text() + "\n").equals(wanted));
        } catch (AssertionError e) {
            assertThat(terminal.screen().text() + "\n").as("the screen is " + file).isEqualTo(wanted);
        }
        return this;
    }

    /// What the screen shows when nothing has changed for a while: only to be looked at by whoever accepts it.
    private String settled() {
        long[] last = {terminal.bytes(), System.nanoTime()};
        Await.until("the screen is at rest", () -> {
            if (terminal.bytes() != last[0]) {
                last[0] = terminal.bytes();
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > Duration.ofMillis(700).toNanos();
        });
        return terminal.screen().text() + "\n";
    }

    /// Waits until the console has left, and gives its exit code.
    int exit() {
        Await.until("the console has left", () -> !thread.isAlive());
        return exit.get();
    }

    @Override
    public void close() {
        if (thread.isAlive()) terminal.hangUp();
        exit();
        assertThat(terminal.screen().foreign()).as("what no console sends").isEmpty();
        assertThat(terminal.screen().modes()).as("modes in the end").containsExactly("?25");
        assertThat(terminal.isRaw()).isFalse();
    }
}
