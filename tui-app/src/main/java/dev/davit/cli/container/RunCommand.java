package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StartOptions;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.container.WaitCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `davit run`: create, attach, start, and stay until it has ended.
public final class RunCommand {
    static final Flag<Boolean> DETACH = Flag.toggle("detach", 'd', "Leave it running and print its id");
    static final Flag<Boolean> SIG_PROXY = Flag.toggledOn("sig-proxy", (char) 0, "Pass signals on to it");

    private RunCommand() {}

    public static CommandSpec spec() {
        var flags = new ArrayList<Flag<?>>(SpecFlags.all());
        flags.addAll(List.of(DETACH, ProcessFlags.DETACH_KEYS, SIG_PROXY));
        flags.sort(Comparator.comparing(Flag::name));
        return CommandSpec.named("run", "[OPTIONS] IMAGE [COMMAND] [ARG...]", "Create a container and run it")
                .flags(flags)
                .argumentsFrom(1)
                .flagsFirst()
                .runs(RunCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var streams = streams(typed);
        boolean tty = typed.get(ProcessFlags.TTY);
        boolean detach = typed.get(DETACH);
        var terminal = context.io().terminal();
        if (tty && streams.contains(StdStream.STDIN) && terminal.isEmpty()) {
            throw new UsageException(
                    "run: cannot give its standard input a terminal: ours is none; leave out -t or -i", ExitCode.FAILED);
        }
        // refused before anything is made
        if (!detach) DetachKeys.of(DetachKeys.words(typed, context));
        Optional<TerminalSize> size = tty ? terminal.map(t -> t.size()) : Optional.empty();
        var spec = SpecFlags.read(typed, context, streams, size);
        ContainerRef container;
        try {
            container = ContainerRef.of(Creation.create(typed, context, spec));
        } catch (EngineException e) {
            context.complain(e);
            return ExitCode.CANNOT_RUN;
        }
        return detach ? detached(context, container) : attached(typed, context, container, spec, streams);
    }

    private static Set<StdStream> streams(Invocation typed) {
        if (typed.get(DETACH)) {
            if (!typed.get(ProcessFlags.ATTACH).isEmpty()) throw new UsageException("run: --attach and --detach exclude each other");
            return Set.of();
        }
        return ProcessFlags.attached(typed);
    }

    private static int detached(CommandContext context, ContainerRef container) {
        try {
            context.engine().containers().start(container);
        } catch (EngineException e) {
            return notStarted(context, container, e);
        }
        context.say(container.text());
        return ExitCode.OK;
    }

    private static int attached(
            Invocation typed, CommandContext context, ContainerRef container, ContainerSpec spec, Set<StdStream> streams) {
        var engine = context.engine();
        boolean tty = spec.process().tty();
        String keys = DetachKeys.words(typed, context);
        var watched = DetachKeys.of(keys);
        var condition = spec.lifecycle().autoRemove() ? WaitCondition.REMOVED : WaitCondition.NEXT_EXIT;
        boolean proxy = typed.get(SIG_PROXY) && !tty;
        var options = new AttachOptions(streams, false, true, Optional.of(keys));
        try (var _ = new SignalProxy(engine, container, proxy);
                var session = engine.sessions().attach(container, options);
                var exits = engine.containers().exits(container, condition)) {
            try {
                engine.containers().start(container, new StartOptions(Optional.of(keys), Optional.empty(), Optional.empty()));
            } catch (EngineException e) {
                return notStarted(context, container, e);
            }
            var talk = new Conversation(context, session, tty, streams.contains(StdStream.STDIN), watched);
            return stay(context, talk, exits);
        } catch (EngineException.Invalid e) {
            // An engine may prepare a container when somebody attaches, and find there that its program is missing.
            return notStarted(context, container, e);
        }
    }

    /// Talks to the end. Whoever started a container and loses the engine cannot tell how it ended: 125, as docker says.
    static int stay(CommandContext context, Conversation talk, Feed<ExitStatus> exits) {
        try {
            return talk.run() == Conversation.End.DETACHED ? ExitCode.OK : exitCode(context, exits);
        } catch (EngineException.Unavailable e) {
            context.complain(e);
            return ExitCode.CANNOT_RUN;
        }
    }

    static int exitCode(CommandContext context, Feed<ExitStatus> exits) {
        for (var status : exits) {
            status.error().ifPresent(context::complain);
            return status.error().isPresent() ? ExitCode.CANNOT_RUN : status.code();
        }
        return ExitCode.CANNOT_RUN;
    }

    /// A container that cannot be started is left for a look, unless it was to be removed: then the engine does it, or we.
    private static int notStarted(CommandContext context, ContainerRef container, EngineException why) {
        context.complain(why);
        int code = startFailure(why);
        try {
            var details = context.engine().containers().inspect(container);
            if (details.autoRemove()) context.engine().containers().remove(container, RemoveOptions.FORCE);
        } catch (EngineException.NotFound | EngineException.Conflict e) {
            // The engine is removing it itself.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "removing", e);
        }
        return code;
    }

    /// 127 when the command does not exist, 126 when it cannot be executed, else 125. Source: docker's "run" reference.
    static int startFailure(EngineException why) {
        String message = String.valueOf(why.getMessage());
        boolean absent = message.contains("executable file not found") || message.contains("no such file or directory");
        if (absent && !message.contains("mount")) return ExitCode.NOT_FOUND;
        boolean refused = message.contains("permission denied") || message.contains("is a directory");
        return refused ? ExitCode.CANNOT_EXECUTE : ExitCode.CANNOT_RUN;
    }
}
