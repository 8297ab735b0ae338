package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.DockerContext;

/// `davit context rm`.
final class RemoveContextCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Remove the current context too");

    private RemoveContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context rm", "CONTEXT [CONTEXT...]", "Remove contexts")
                .flags(FORCE)
                .argumentsFrom(1)
                .runs(RemoveContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var contexts = Contexts.of(context);
        int code = ExitCode.OK;
        for (String name : typed.arguments()) {
            try {
                remove(name, typed.get(FORCE), contexts);
                context.say(name);
            } catch (EngineException e) {
                context.complain(e);
                code = ExitCode.FAILED;
            }
        }
        return code;
    }

    private static void remove(String name, boolean force, Contexts contexts) {
        String what = "remove context " + name;
        if (name.equals(DockerContext.DEFAULT)) throw new EngineException.Invalid("cannot " + what + ": it is always there");
        boolean current = name.equals(contexts.current());
        if (current && !force) throw new EngineException.Conflict("cannot " + what + ": it is in use; -f removes it all the same");
        if (!force && !contexts.store().exists(name)) throw new EngineException.NotFound("cannot " + what + ": no such context");
        if (current) contexts.chosen().use(DockerContext.DEFAULT);
        contexts.store().remove(name);
    }
}
