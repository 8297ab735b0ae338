package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.clientconfig.Logins;
import dev.davit.engine.clientconfig.RegistryKey;
import dev.davit.engine.image.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `davit login`: proves the credentials to the registry and keeps them where docker keeps them.
public final class LoginCommand {
    private static final Flag<Optional<String>> PASSWORD = Flag.text("password", 'p', "Password or access token; others can see it in the list of processes");
    private static final Flag<Boolean> PASSWORD_STDIN = Flag.toggle("password-stdin", "Read the password or access token from standard input");
    private static final Flag<Optional<String>> USERNAME = Flag.text("username", 'u', "Name");

    private LoginCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("login", "[OPTIONS] [SERVER]", "Log in at a registry")
                .flags(PASSWORD, PASSWORD_STDIN, USERNAME)
                .arguments(0, 1)
                .runs(LoginCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (typed.has(PASSWORD) && typed.get(PASSWORD_STDIN)) {
            throw new UsageException("login: --password and --password-stdin exclude each other", ExitCode.FAILED);
        }
        if (typed.get(PASSWORD_STDIN) && !typed.has(USERNAME)) {
            throw new UsageException("login: --password-stdin needs --username", ExitCode.FAILED);
        }
        if (typed.has(PASSWORD)) context.complain("a password on the command line can be seen by others; use --password-stdin");
        var registry = RegistryKey.ofServer(typed.arguments().isEmpty() ? "" : typed.argument(0));
        var stored = Login.logins(context).find(registry);
        String name = typed.get(USERNAME).or(() -> stored.map(Credentials::username).filter(n -> !n.isEmpty())).orElse("");
        String password = password(typed, context);
        boolean again = password.isEmpty() && !typed.has(USERNAME) && stored.isPresent();
        if (!again && (name.isEmpty() || password.isEmpty())) {
            throw new UsageException(
                    "login: no " + (name.isEmpty() ? "name" : "password") + " is given; use --username NAME --password-stdin",
                    ExitCode.FAILED);
        }
        var credentials = again ? stored.get() : new Credentials(registry.text(), name, password, "");
        var result = context.engine().registries().login(credentials);
        boolean token = !result.identityToken().isEmpty();
        var kept = token ? new Credentials(registry.text(), name, "", result.identityToken()) : credentials;
        if (Login.logins(context).store(kept) == Logins.Place.FILE) {
            context.io().err().line("WARNING: the password is kept in docker's config.json, readable by whoever reads that file;"
                    + " a credential helper keeps it safe");
        }
        context.say(result.status());
        return ExitCode.OK;
    }

    private static String password(Invocation typed, CommandContext context) {
        if (!typed.get(PASSWORD_STDIN)) return typed.get(PASSWORD).orElse("");
        try {
            String text = new String(context.io().in().readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("\r?\n$", "");
        } catch (IOException e) {
            throw new UsageException("login: cannot read the password: " + e.getMessage(), ExitCode.FAILED);
        }
    }
}
