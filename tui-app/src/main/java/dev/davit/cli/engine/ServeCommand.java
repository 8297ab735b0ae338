package dev.davit.cli.engine;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.HeapKeeper;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineServer;
import dev.davit.engine.ServerSettings;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// `davit engine serve`: the chosen engine as the Docker Engine API, until it is stopped.
final class ServeCommand {
    private static final Flag<List<String>> LISTEN =
            Flag.texts("listen", "Where: unix:///PATH, or tcp://ADDRESS:PORT with certificates (default DAVIT_SOCKET, else /run/davit/davit.sock)");
    private static final Flag<Optional<String>> GROUP =
            Flag.text("group", "Whose members may use a Unix socket, which makes them equal to root (default davit, else docker)");
    private static final Flag<Optional<String>> AUTHORITY = Flag.text("tlscacert", "The authority that signs clients' certificates");
    private static final Flag<Optional<String>> CERTIFICATE = Flag.text("tlscert", "The server's certificate");
    private static final Flag<Optional<String>> KEY = Flag.text("tlskey", "The server's private key");

    private ServeCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("engine serve", "[OPTIONS]", "Serve the engine to docker, docker compose and other davits")
                .flags(LISTEN, GROUP, AUTHORITY, CERTIFICATE, KEY)
                .runs(ServeCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var listen = typed.get(LISTEN).isEmpty() ? List.of(ServedAt.socket(context.settings())) : typed.get(LISTEN);
        var groups = typed.get(GROUP).map(List::of).orElse(ServerSettings.GROUPS);
        var settings = new ServerSettings(listen, groups, certificates(typed, context), line -> log(context, line));
        var serving = ServedAt.server().serve(context.engine(), settings);
        // A signal ends the process by way of its hooks: the socket goes with it.
        var hook = new Thread(serving::close, "davit-end-of-serving");
        Runtime.getRuntime().addShutdownHook(hook);
        try (serving;
                var _ = new HeapKeeper()) {
            context.say("serving " + context.engineReason().get() + " at " + String.join(", ", serving.addresses()));
            context.io().out().flush();
            serving.awaitStop();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has run or is about to.
            return;
        }
    }

    private static Optional<ServerSettings.Tls> certificates(Invocation typed, CommandContext context) {
        var files = List.of(typed.get(AUTHORITY), typed.get(CERTIFICATE), typed.get(KEY));
        if (files.stream().allMatch(Optional::isEmpty)) return Optional.empty();
        if (files.stream().anyMatch(Optional::isEmpty)) {
            throw new UsageException("engine serve: --tlscacert, --tlscert and --tlskey go together");
        }
        var paths = files.stream().map(file -> context.directory().resolve(Path.of(file.orElseThrow()))).toList();
        return Optional.of(new ServerSettings.Tls(paths.get(0), paths.get(1), paths.get(2)));
    }

    private static void log(CommandContext context, String line) {
        context.io().err().line(context.clock().instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}
