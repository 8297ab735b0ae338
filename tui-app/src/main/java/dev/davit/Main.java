package dev.davit;

import dev.davit.cli.Output;
import dev.davit.cli.Program;
import dev.davit.cli.StandardStreams;
import dev.davit.cli.UserClock;
import dev.davit.console.Console;
import dev.davit.terminal.StandardTerminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/// Where the program starts: the one class that wires.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        var out = new Output(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024), StandardTerminal.isTerminal(1), () -> StandardTerminal.size(1));
        var err = new Output(new FileOutputStream(FileDescriptor.err), StandardTerminal.isTerminal(2), () -> StandardTerminal.size(2));
        var environment = System.getenv();
        var io = new StandardStreams(new FileInputStream(FileDescriptor.in), out, err, StandardTerminal.ofInput(environment));
        try (var program = new Program(io, environment, Path.of("").toAbsolutePath(), new UserClock(), context -> new Console(context).run())) {
            return program.run(words);
        }
    }
}
