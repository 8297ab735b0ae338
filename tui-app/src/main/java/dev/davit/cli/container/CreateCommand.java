package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.TerminalSize;
import java.util.Optional;

/// `davit create`.
public final class CreateCommand {
    private CreateCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("create", "[OPTIONS] IMAGE [COMMAND] [ARG...]", "Create a container without starting it")
                .flags(SpecFlags.all())
                .argumentsFrom(1)
                .flagsFirst()
                .runs(CreateCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        Optional<TerminalSize> size = context.io().terminal().map(terminal -> terminal.size());
        var spec = SpecFlags.read(typed, context, ProcessFlags.attached(typed), size);
        try {
            context.say(Creation.create(typed, context, spec).value());
            return ExitCode.OK;
        } catch (EngineException e) {
            context.complain(e);
            return ExitCode.FAILED;
        }
    }
}
