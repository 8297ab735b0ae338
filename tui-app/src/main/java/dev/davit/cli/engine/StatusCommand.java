package dev.davit.cli.engine;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.EngineChoice;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.EngineException;
import java.util.Optional;

/// `davit engine status`: whether an engine is served, and which.
final class StatusCommand {
    private StatusCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("engine status", "", "Tell whether an engine is served here, and which").runs(StatusCommand::run);
    }

    /// @return 0 when one is, else 1
    private static int run(Invocation typed, CommandContext context) {
        String address = ServedAt.socket(context.settings());
        var settings = context.settings();
        try (var engine = EngineChoice.of(Optional.of(address), settings).open(settings)) {
            var info = engine.info();
            context.say(address + ": " + info.component() + " " + info.version() + ", API " + info.apiVersion());
            return ExitCode.OK;
        } catch (EngineException.Unavailable | EngineException.Denied e) {
            context.say(address + ": no engine is served here (" + e.reason() + ")");
            return ExitCode.FAILED;
        }
    }
}
