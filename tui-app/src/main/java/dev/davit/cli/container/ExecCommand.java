package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// `davit exec`.
public final class ExecCommand {
    private static final Flag<Boolean> DETACH = Flag.toggle("detach", 'd', "Leave it running in the background");
    private static final Flag<Boolean> PRIVILEGED = Flag.toggle("privileged", "With all capabilities");

    private ExecCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("exec", "[OPTIONS] CONTAINER COMMAND [ARG...]", "Run a command in a running container")
                .flags(
                        DETACH, ProcessFlags.DETACH_KEYS, ProcessFlags.ENV, ProcessFlags.ENV_FILE, ProcessFlags.INTERACTIVE,
                        PRIVILEGED, ProcessFlags.TTY, ProcessFlags.USER, ProcessFlags.WORKDIR)
                .argumentsFrom(2)
                .flagsFirst()
                .runs(ExecCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        boolean tty = typed.get(ProcessFlags.TTY);
        boolean detach = typed.get(DETACH);
        boolean input = typed.get(ProcessFlags.INTERACTIVE) && !detach;
        var terminal = context.io().terminal();
        if (tty && input && terminal.isEmpty()) {
            throw new UsageException(
                    "exec: cannot give its standard input a terminal: ours is none; leave out -t or -i", ExitCode.FAILED);
        }
        String keys = DetachKeys.words(typed, context);
        var watched = DetachKeys.of(keys);
        var engine = context.engine();
        var exec = engine.sessions().exec(new ContainerRef(typed.argument(0)), spec(typed, context, tty, input, detach, keys));
        if (detach) {
            engine.sessions().startDetached(exec);
            return ExitCode.OK;
        }
        var size = tty ? terminal.map(t -> t.size()).orElse(new TerminalSize(0, 0)) : new TerminalSize(0, 0);
        try (var session = engine.sessions().start(exec, size)) {
            if (new Conversation(context, session, tty, input, watched).run() == Conversation.End.DETACHED) {
                context.complain("detached from " + typed.argument(1) + " in container " + typed.argument(0) + ", which goes on");
                return ExitCode.FAILED;
            }
        }
        return engine.sessions().inspect(exec).exitCode().orElse(ExitCode.OK);
    }

    private static ExecSpec spec(
            Invocation typed, CommandContext context, boolean tty, boolean input, boolean detach, String keys) {
        Set<StdStream> streams = EnumSet.noneOf(StdStream.class);
        if (!detach) {
            streams.add(StdStream.STDOUT);
            streams.add(StdStream.STDERR);
        }
        if (input) streams.add(StdStream.STDIN);
        return new ExecSpec(
                typed.argumentsFrom(1),
                ProcessFlags.environment(
                        typed.get(ProcessFlags.ENV_FILE), typed.get(ProcessFlags.ENV), context.environment(), context.directory(), false),
                typed.get(ProcessFlags.USER),
                typed.get(ProcessFlags.WORKDIR),
                typed.get(PRIVILEGED),
                tty,
                streams,
                Optional.of(keys),
                TerminalSize.UNKNOWN);
    }
}
