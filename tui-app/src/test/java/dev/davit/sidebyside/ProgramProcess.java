package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program in a process of its own.
///
/// @param program the words that start it
/// @param environment all of it
/// @param directory where its relative paths start
record ProgramProcess(List<String> program, Map<String, String> environment, Path directory) implements SideProgram {
    ProgramProcess {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    /// Davit as a user starts it, from the classes under test.
    static ProgramProcess davit(Map<String, String> environment, Path directory) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = List.of(
                java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "dev.davit.Main");
        return new ProgramProcess(program, environment, directory);
    }

    /// The words that run it with these.
    List<String> command(List<String> words) {
        return Stream.concat(program.stream(), words.stream()).toList();
    }

    @Override
    public Outcome run(List<String> words, byte[] input) throws IOException, InterruptedException {
        return run(words, input, Optional.empty());
    }

    /// Lets it run until it has written a text, and then interrupts it, as Ctrl-C does.
    Outcome runUntil(List<String> words, String text) throws IOException, InterruptedException {
        return run(words, new byte[0], Optional.of(text));
    }

    private Outcome run(List<String> words, byte[] input, Optional<String> awaited) throws IOException, InterruptedException {
        // what runs in a shell's background ignores Ctrl-C, and so would all that it starts
        var command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT"));
        command.addAll(command(words));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var out = Files.createTempFile("side", ".out");
        var err = Files.createTempFile("side", ".err");
        try {
            var process = builder.directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            try (var in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException e) {
                // The command did not read its input, as most do not.
                assertThat(e).hasMessageContaining("Broken pipe");
            }
            try {
                if (awaited.isPresent()) interrupt(process, awaited.get(), out, err);
                assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(() -> words + " ends").isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new Outcome(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static void interrupt(Process process, String text, Path out, Path err) throws IOException, InterruptedException {
        Await.until("it writes " + text, () -> {
            if (text(out).contains(text)) return true;
            if (!process.isAlive()) throw new AssertionError("it ended before it wrote " + text + ": " + text(out) + text(err));
            return false;
        });
        // Docker's command ends at the third when it does not at the first, and says so.
        for (int i = 0; i < 3 && process.isAlive(); i++) {
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
            if (process.waitFor(3, TimeUnit.SECONDS)) return;
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
