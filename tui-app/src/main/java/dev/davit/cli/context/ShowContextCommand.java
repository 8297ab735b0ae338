package dev.davit.cli.context;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;

/// `davit context show`.
final class ShowContextCommand {
    private ShowContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context show", "", "Print the name of the current context")
                .arguments(0, 0)
                .runs((typed, context) -> {
                    context.say(Contexts.of(context).current());
                    return ExitCode.OK;
                });
    }
}
