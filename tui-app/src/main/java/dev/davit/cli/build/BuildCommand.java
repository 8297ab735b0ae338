package dev.davit.cli.build;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Output;
import dev.davit.cli.UsageException;
import dev.davit.cli.image.Login;
import dev.davit.engine.EngineException;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.BuildSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `davit build`.
public final class BuildCommand {
    private static final Flag<Optional<String>> FILE = Flag.text("file", 'f', "The Dockerfile: PATH/Dockerfile when it is not given, - for standard input");
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show the image's id only");

    private BuildCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("build", "[OPTIONS] PATH | URL | -", "Build an image from a Dockerfile")
                .flags(FILE, QUIET)
                .flags(BuildFlags.all())
                .arguments(1, 1)
                .runs(BuildCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var idFile = typed.get(BuildKitFlags.IIDFILE).filter(name -> !name.isEmpty()).map(context.directory()::resolve);
        idFile.ifPresent(BuildCommand::removeStale);
        BuildKitFlags.refuse(typed);
        boolean quiet = typed.get(QUIET) || typed.get(BuildKitFlags.PROGRESS).equals("quiet");
        try (var prepared = new ContextArgument(context, typed.get(FILE)).prepare(typed.argument(0))) {
            var spec = BuildSpec.of(prepared.context(), draft -> {
                draft.dockerfile = prepared.dockerfile();
                draft.credentials = Login.all(context);
                BuildFlags.read(typed, context, draft);
            });
            return quiet ? quietly(spec, context, idFile) : openly(spec, context, idFile, typed.get(BuildKitFlags.PROGRESS));
        }
    }

    private static int openly(BuildSpec spec, CommandContext context, Optional<Path> idFile, String progress) {
        var out = context.io().out();
        boolean live = progress.equals("tty") || (progress.equals("auto") && out.isTerminal());
        if (live && !out.isTerminal()) throw new UsageException("build: --progress tty needs a terminal to draw on", ExitCode.FAILED);
        var result = build(spec, context, idFile, live ? new LiveBuild(out, context.clock()) : new PlainBuild(out));
        result.failure().ifPresent(context::complain);
        return result.exitCode();
    }

    /// Says nothing but the id, or, when it fails, everything.
    private static int quietly(BuildSpec spec, CommandContext context, Optional<Path> idFile) {
        var said = new ByteArrayOutputStream();
        var result = build(spec, context, idFile, new PlainBuild(new Output(said, false)));
        if (result.exitCode() == ExitCode.OK) context.say(result.image());
        else context.io().err().text(said.toString(StandardCharsets.UTF_8));
        result.failure().ifPresent(context::complain);
        return result.exitCode();
    }

    /// What came of it.
    private record Result(int exitCode, String image, Optional<EngineException> failure) {}

    private static Result build(BuildSpec spec, CommandContext context, Optional<Path> idFile, BuildDisplay display) {
        String image = "";
        int exitCode = ExitCode.FAILED;
        try (display;
                var feed = context.engine().builds().build(spec)) {
            for (var news : feed) {
                if (news instanceof BuildProgress.Built(String id)) image = id;
                if (news instanceof BuildProgress.Failed failed) exitCode = failed.exitCode().orElse(ExitCode.FAILED);
                display.take(news);
            }
        } catch (EngineException.Failed e) {
            return new Result(exitCode, "", Optional.of(e));
        }
        if (idFile.isPresent()) write(idFile.get(), image);
        return new Result(ExitCode.OK, image, Optional.empty());
    }

    private static void removeStale(Path idFile) {
        try {
            Files.deleteIfExists(idFile);
        } catch (IOException e) {
            throw new UsageException("build: cannot remove the old --iidfile " + idFile + ": " + e.getMessage(), ExitCode.FAILED);
        }
    }

    private static void write(Path idFile, String image) {
        try {
            Files.writeString(idFile, image);
        } catch (IOException e) {
            throw new UsageException("build: cannot write the image's id to " + idFile + ": " + e.getMessage(), ExitCode.FAILED);
        }
    }
}
