package dev.davit.cli.engine;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;

/// `davit engine stop`: the end of serving; containers run on.
final class StopServingCommand {
    private StopServingCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("engine stop", "", "End the serving of an engine; its containers run on").runs(StopServingCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String address = ServedAt.socket(context.settings());
        ServedAt.server().stop(address, context.settings());
        context.say(address + ": stopped");
        return ExitCode.OK;
    }
}
