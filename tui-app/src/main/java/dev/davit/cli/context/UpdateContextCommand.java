package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.clientconfig.ContextStore;

/// `davit context update`.
final class UpdateContextCommand {
    private UpdateContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context update", "[OPTIONS] CONTEXT", "Change a context")
                .flags(EndpointFlag.DESCRIPTION, EndpointFlag.DOCKER)
                .arguments(1, 1)
                .runs(UpdateContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        String what = "update context " + name;
        ContextStore.checkName(what, name);
        var contexts = Contexts.of(context);
        var changed = contexts.store().read(what, name);
        var description = typed.get(EndpointFlag.DESCRIPTION).filter(text -> !text.isEmpty());
        if (description.isPresent()) changed = changed.described(description.get());
        if (typed.has(EndpointFlag.DOCKER)) changed = EndpointFlag.apply(what, changed, typed.get(EndpointFlag.DOCKER), contexts);
        contexts.store().write(changed.named(name));
        contexts.done(name, "Successfully updated context \"" + name + "\"");
        return ExitCode.OK;
    }
}
