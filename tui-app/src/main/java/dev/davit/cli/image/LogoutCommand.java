package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.clientconfig.RegistryKey;

/// `davit logout`: forgets a login, where docker would.
public final class LogoutCommand {
    private LogoutCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("logout", "[SERVER]", "Log out from a registry").arguments(0, 1).runs(LogoutCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var registry = RegistryKey.ofServer(typed.arguments().isEmpty() ? "" : typed.argument(0));
        context.say("Removing login credentials for " + registry);
        Login.logins(context).erase(registry);
        return ExitCode.OK;
    }
}
