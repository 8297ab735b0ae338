package dev.davit.cli.context;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.ContextArchive;
import dev.davit.engine.clientconfig.ContextStore;
import java.io.IOException;

/// `davit context import`.
final class ImportContextCommand {
    private ImportContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context import", "CONTEXT FILE|-", "Unpack a context from a tar or zip archive")
                .arguments(2, 2)
                .runs(ImportContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        String what = "import context " + name;
        ContextStore.checkName(what, name);
        var contexts = Contexts.of(context);
        if (contexts.store().exists(name)) throw new EngineException.Conflict("cannot " + what + ": there is one already");
        try (var in = Archives.open(context, what, typed.argument(1))) {
            contexts.store().write(ContextArchive.unpack(what, in).named(name));
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + ": " + Archives.reason(e), e);
        }
        contexts.done(name, "Successfully imported context \"" + name + "\"");
        return ExitCode.OK;
    }
}
