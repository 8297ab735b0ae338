package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.ContextStore;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.clientconfig.StoredContext;
import java.util.Optional;

/// `davit context create`.
final class CreateContextCommand {
    private static final Flag<Optional<String>> FROM = Flag.text("from", "Copy this context");

    private CreateContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context create", "[OPTIONS] CONTEXT", "Give a daemon and the way to it a name")
                .flags(EndpointFlag.DESCRIPTION, EndpointFlag.DOCKER, FROM)
                .arguments(1, 1)
                .runs(CreateContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        String what = "create context " + name;
        boolean endpoint = typed.has(EndpointFlag.DOCKER);
        if (endpoint && typed.has(FROM)) throw new UsageException("context create: --from and --docker exclude each other", ExitCode.FAILED);
        ContextStore.checkName(what, name);
        var contexts = Contexts.of(context);
        if (contexts.store().exists(name)) throw new EngineException.Conflict("cannot " + what + ": there is one already");
        var made = endpoint
                ? EndpointFlag.apply(what, StoredContext.empty(name), typed.get(EndpointFlag.DOCKER), contexts)
                : copy(what, typed.get(FROM).orElseGet(contexts::current), contexts).named(name);
        contexts.store().write(typed.get(EndpointFlag.DESCRIPTION).map(made::described).orElse(made));
        contexts.done(name, "Successfully created context \"" + name + "\"");
        return ExitCode.OK;
    }

    /// Docker takes the default one's standing words along.
    private static StoredContext copy(String what, String from, Contexts contexts) {
        var source = contexts.read(what + " from " + from, from);
        return from.equals(DockerContext.DEFAULT) ? source.described("Current DOCKER_HOST based configuration") : source;
    }
}
