package dev.davit.console;

import dev.davit.batch.ShellWords;
import dev.davit.console.model.Message;
import dev.davit.operation.CommandLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The user's browser: what `BROWSER` names, else what the desktop has. It is in a session of its own, reads nothing and writes
/// nowhere: the terminal is the console's.
///
/// `BROWSER` is commands with a `:` between each two, of which the first that is there is taken; `%s` in one is the address, which
/// else comes last. Source: xdg-open(1).
final class Browser {
    private static final Path NOTHING = Path.of("/dev/null");

    private final Map<String, String> environment;
    private final boolean mac;
    private final Mailbox mailbox;

    /// @param mac whether `open` shows an address, as it does on macOS
    Browser(Map<String, String> environment, boolean mac, Mailbox mailbox) {
        this.environment = environment;
        this.mac = mac;
        this.mailbox = mailbox;
    }

    /// Asks it for an address, and tells what came of it.
    void open(String url) {
        var found = command(url);
        if (found.isEmpty()) mailbox.post(new Message.NoBrowser(url));
        else Thread.ofVirtual().name("browser").start(() -> run(url, found.get()));
    }

    /// The command for an address; empty when there is none.
    Optional<List<String>> command(String url) {
        boolean display = !of("DISPLAY").isEmpty() || !of("WAYLAND_DISPLAY").isEmpty();
        var named = Stream.of(of("BROWSER").split(":", -1)).map(command -> words(command, url));
        var desktop = Stream.of(List.of("xdg-open", url)).filter(_ -> display);
        var apple = Stream.of(List.of("open", url)).filter(_ -> mac && of("SSH_CONNECTION").isEmpty());
        return Stream.of(named, desktop, apple).flatMap(commands -> commands)
                .filter(words -> !words.isEmpty() && find(words.getFirst()).isPresent())
                .findFirst();
    }

    private static List<String> words(String command, String url) {
        try {
            var words = new ArrayList<>(ShellWords.of(command));
            if (words.stream().noneMatch(word -> word.contains("%s"))) words.add(url);
            // the address alone is no command
            return words.size() == 1 ? List.of() : words.stream().map(word -> word.replace("%s", url)).toList();
        } catch (IllegalArgumentException e) {
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "BROWSER", e);
            return List.of();
        }
    }

    private String of(String name) {
        return environment.getOrDefault(name, "");
    }

    private Optional<Path> find(String program) {
        if (program.indexOf('/') >= 0) return Optional.of(Path.of(program)).filter(Files::isExecutable);
        return Stream.of(of("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void run(String url, List<String> words) {
        String shown = words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
        var command = new ArrayList<>(words);
        find(words.getFirst()).ifPresent(program -> command.set(0, program.toString()));
        // setsid(1): without a terminal, a browser for terminals says so and ends
        find("setsid").ifPresent(program -> command.addFirst(program.toString()));
        try {
            var builder = new ProcessBuilder(command)
                    .redirectInput(NOTHING.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            var process = builder.start();
            mailbox.post(new Message.Browsing(url, shown));
            mailbox.post(new Message.Browsed(shown, process.waitFor()));
        } catch (IOException e) {
            mailbox.post(new Message.Problem("cannot open " + url + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
