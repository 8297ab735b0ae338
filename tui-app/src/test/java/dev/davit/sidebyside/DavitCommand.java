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
import java.util.Optional;

/// Davit in this process, in the same world as [DockerCommand].
///
/// @param host the daemon
/// @param config where docker's configuration would be
record DavitCommand(String host, Path config) {

    Outcome run(List<String> words, String input) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var io = new StandardStreams(in, new Output(out, false), new Output(err, false), Optional.empty());
        var environment = DockerCommand.environment(host, config);
        var clock = Clock.system(ZoneId.systemDefault());
        try (var program = new Program(io, environment, Path.of("").toAbsolutePath(), clock, context -> 1)) {
            int exit = program.run(words);
            return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
