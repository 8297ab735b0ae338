package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.Logins;
import dev.davit.engine.clientconfig.RegistryKey;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageRef;
import java.util.Optional;

/// The user's logins, as docker keeps them.
public final class Login {
    private Login() {}

    /// The stored credentials for an image's registry.
    public static Optional<Credentials> of(CommandContext context, ImageRef image) {
        return logins(context).find(RegistryKey.ofImage(image.text()));
    }

    static Logins logins(CommandContext context) {
        return new Logins(ClientEnvironment.of(context.environment()));
    }
}
