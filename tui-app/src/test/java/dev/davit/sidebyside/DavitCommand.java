package dev.davit.sidebyside;

import dev.davit.cli.Output;
import dev.davit.cli.Program;
import dev.davit.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Davit in this process, in the same world as [DockerCommand].
///
/// @param environment all of it
/// @param directory where its relative paths start
record DavitCommand(Map<String, String> environment, Path directory) implements SideProgram {

    /// @param host the daemon
    /// @param config where docker's configuration would be
    DavitCommand(String host, Path config) {
        this(DockerCommand.environment(host, config), Path.of("").toAbsolutePath());
    }

    @Override
    public Outcome run(List<String> words, byte[] input) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var io = new StandardStreams(new ByteArrayInputStream(input), new Output(out, false), new Output(err, false), Optional.empty());
        try (var program = new Program(io, environment, directory, Clock.system(ZoneId.systemDefault()), context -> 1)) {
            int exit = program.run(words);
            return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Outcome run(List<String> words, String input) {
        return run(words, input.getBytes(StandardCharsets.UTF_8));
    }
}
