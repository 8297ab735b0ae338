package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.WaitCondition;
import java.util.EnumSet;
import java.util.Optional;

/// `davit attach`.
public final class AttachCommand {
    private static final Flag<Boolean> NO_STDIN = Flag.toggle("no-stdin", "Do not attach standard input");

    private AttachCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("attach", "[OPTIONS] CONTAINER", "Join the streams of a running container")
                .flags(ProcessFlags.DETACH_KEYS, NO_STDIN, RunCommand.SIG_PROXY)
                .arguments(1, 1)
                .runs(AttachCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var container = new ContainerRef(typed.argument(0));
        var engine = context.engine();
        var details = engine.containers().inspect(container);
        if (!details.state().isRunning()) {
            throw new EngineException.Conflict("cannot attach to container " + container + ": it does not run");
        }
        if (details.state() == ContainerState.PAUSED) {
            throw new EngineException.Conflict("cannot attach to container " + container + ": it is paused");
        }
        boolean input = !typed.get(NO_STDIN) && details.openStdin();
        if (details.tty() && input && context.io().terminal().isEmpty()) {
            throw new UsageException(
                    "attach: cannot join its terminal: our standard input is none; use --no-stdin", ExitCode.FAILED);
        }
        var streams = EnumSet.of(StdStream.STDOUT, StdStream.STDERR);
        if (input) streams.add(StdStream.STDIN);
        String keys = DetachKeys.words(typed, context);
        var watched = DetachKeys.of(keys);
        var options = new AttachOptions(streams, false, true, Optional.of(keys));
        boolean proxy = typed.get(RunCommand.SIG_PROXY) && !details.tty();
        try (var _ = new SignalProxy(engine, container, proxy);
                var exits = engine.containers().exits(container, WaitCondition.NOT_RUNNING);
                var session = engine.sessions().attach(container, options)) {
            var talk = new Conversation(context, session, details.tty(), input, watched);
            if (talk.run() == Conversation.End.FINISHED) return RunCommand.exitCode(context, exits);
            // docker's exit code; only run and start end well when they are left
            context.complain("detached from container " + container + ", which goes on");
            return ExitCode.FAILED;
        }
    }
}
