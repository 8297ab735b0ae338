package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Typed;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.Logins;
import dev.davit.engine.clientconfig.RegistryKey;
import dev.davit.engine.image.Credentials;
import dev.davit.format.SafeText;
import dev.davit.terminal.UserTerminal;
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
        if (stored.isPresent() && !typed.has(USERNAME) && !typed.has(PASSWORD)) {
            context.io().err().line("Authenticating with existing credentials...");
            try {
                return enter(context, stored.get());
            } catch (EngineException.Denied refused) {
                if (context.io().terminal().isEmpty()) throw refused;
                context.complain(refused);
            }
        }
        String known = stored.map(Credentials::username).orElse("");
        return enter(context, asked(typed, context, registry, known));
    }

    /// What is not given is asked for, on a terminal.
    private static Credentials asked(Invocation typed, CommandContext context, RegistryKey registry, String known) {
        String password = password(typed, context);
        var terminal = context.io().terminal();
        if (password.isEmpty() && (typed.get(PASSWORD_STDIN) || terminal.isEmpty())) {
            throw new UsageException(
                    typed.get(PASSWORD_STDIN)
                            ? "login: no password came on standard input"
                            : "login: no password is given, and standard input is no terminal to ask on; use --username NAME --password-stdin",
                    ExitCode.FAILED);
        }
        String name = typed.get(USERNAME).orElse("").strip();
        if (name.isEmpty() && terminal.isPresent()) {
            ask(context, known.isEmpty() ? "Username: " : "Username (" + SafeText.line(known) + "): ");
            String answer = Typed.line(context).strip();
            name = answer.isEmpty() ? known : answer;
        }
        if (name.isEmpty()) throw new UsageException("login: no name is given", ExitCode.FAILED);
        if (password.isEmpty() && terminal.isPresent()) password = secret(context, terminal.get());
        if (password.isEmpty()) throw new UsageException("login: no password is given", ExitCode.FAILED);
        return new Credentials(registry.text(), name, password, "");
    }

    private static String secret(CommandContext context, UserTerminal terminal) {
        try (var _ = terminal.silent()) {
            ask(context, "Password: ");
            return Typed.line(context);
        } finally {
            // the user's Enter was not shown either
            ask(context, "\n");
        }
    }

    private static void ask(CommandContext context, String question) {
        (context.io().out().isTerminal() ? context.io().out() : context.io().err()).text(question);
    }

    /// Nothing is stored that the registry does not take.
    private static int enter(CommandContext context, Credentials credentials) {
        var result = context.engine().registries().login(credentials);
        boolean token = !result.identityToken().isEmpty();
        var kept = token ? new Credentials(credentials.registry(), credentials.username(), "", result.identityToken()) : credentials;
        var logins = Login.logins(context);
        if (logins.place(new RegistryKey(kept.registry())) == Logins.Place.FILE) {
            context.io().err().line("WARNING: the password will be kept in " + logins.file() + ", readable by whoever reads that file;"
                    + " a credential helper keeps it safe");
        }
        var _ = logins.store(kept);
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
