package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StartOptions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.WaitCondition;
import dev.davit.operation.StartContainer;
import java.util.EnumSet;
import java.util.Optional;

/// `davit start`.
public final class StartCommand {
    private static final Flag<Boolean> ATTACH = Flag.toggle("attach", 'a', "Join its output and pass signals on");
    private static final Flag<Boolean> INTERACTIVE = Flag.toggle("interactive", 'i', "Join its standard input");

    private StartCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("start", "[OPTIONS] CONTAINER [CONTAINER...]", "Start stopped containers")
                .flags(ATTACH, ProcessFlags.DETACH_KEYS, INTERACTIVE)
                .argumentsFrom(1)
                .runs(StartCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (!typed.get(ATTACH) && !typed.get(INTERACTIVE)) {
            return EachArgument.run(typed, context, name -> new StartContainer(new ContainerRef(name)));
        }
        if (typed.arguments().size() > 1) {
            throw new UsageException("start: only one container at a time can be started with -a or -i", ExitCode.FAILED);
        }
        return attached(typed, context, new ContainerRef(typed.argument(0)));
    }

    private static int attached(Invocation typed, CommandContext context, ContainerRef container) {
        var engine = context.engine();
        var details = engine.containers().inspect(container);
        boolean input = typed.get(INTERACTIVE) && details.openStdin();
        if (details.tty() && input && context.io().terminal().isEmpty()) {
            throw new UsageException("start: cannot join its terminal: our standard input is none", ExitCode.FAILED);
        }
        var streams = EnumSet.of(StdStream.STDOUT, StdStream.STDERR);
        if (input) streams.add(StdStream.STDIN);
        String keys = DetachKeys.words(typed, context);
        var watched = DetachKeys.of(keys);
        var condition = details.autoRemove() ? WaitCondition.REMOVED : WaitCondition.NEXT_EXIT;
        try (var _ = new SignalProxy(engine, container, !details.tty());
                var session = engine.sessions()
                        .attach(container, new AttachOptions(streams, false, true, Optional.of(keys)));
                var exits = engine.containers().exits(container, condition)) {
            engine.containers()
                    .start(container, new StartOptions(Optional.of(keys), Optional.empty(), Optional.empty()));
            var talk = new Conversation(context, session, details.tty(), input, watched);
            return RunCommand.stay(context, talk, exits);
        }
    }
}
