package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.Logins;
import dev.davit.engine.clientconfig.RegistryKey;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The user's logins, as docker keeps them.
public final class Login {
    private Login() {}

    /// The stored credentials for an image's registry.
    public static Optional<Credentials> of(CommandContext context, ImageRef image) {
        return logins(context).find(RegistryKey.ofImage(image.text()));
    }

    /// All stored credentials. A helper that fails is told of on standard error, for most builds need none.
    public static List<Credentials> all(CommandContext context) {
        var found = new ArrayList<Credentials>();
        try {
            for (String registry : logins(context).all().keySet()) {
                logins(context).find(new RegistryKey(registry)).ifPresent(found::add);
            }
        } catch (EngineException e) {
            context.complain("goes on without stored logins: " + e.getMessage());
        }
        return found;
    }

    static Logins logins(CommandContext context) {
        return new Logins(ClientEnvironment.of(context.environment()));
    }
}
