package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Who the user is at registries: looked up, stored and erased where docker does it, so that both see the same.
///
/// A registry's own helper (`credHelpers`) goes before the common one (`credsStore`), and that before the file itself. The file
/// is read anew by each call.
public final class Logins {
    private final ClientEnvironment environment;

    public Logins(ClientEnvironment environment) {
        this.environment = environment;
    }

    /// The login at a registry.
    ///
    /// @return empty when there is none
    /// @throws EngineException.NotFound when the configuration asks for a helper that is not installed
    /// @throws EngineException.Failed when a helper fails; the sentence has its own words
    /// @throws EngineException.Invalid when the configuration is broken
    public Optional<Credentials> find(RegistryKey registry) {
        var config = ConfigFile.read(environment);
        var helper = helper(config, registry);
        return helper.isPresent() ? helper.get().get(registry) : config.login(registry);
    }

    /// Where [#store] would put the secret, so that the user can be warned before.
    public Place place(RegistryKey registry) {
        return helper(ConfigFile.read(environment), registry).isPresent() ? Place.HELPER : Place.FILE;
    }

    /// The file that is meant by [Place#FILE].
    public Path file() {
        return environment.configFile();
    }

    /// Stores a login in place of the one that was there.
    ///
    /// @param credentials with [RegistryKey#text()] as the registry
    /// @return where the secret is now
    public Place store(Credentials credentials) {
        var config = ConfigFile.read(environment);
        var helper = helper(config, new RegistryKey(credentials.registry()));
        if (helper.isPresent()) {
            helper.get().store(credentials);
            // docker notes in the file that there is a login, without the secret
            write(config, credentials.registry(), Optional.of(JsonObject.empty()));
            return Place.HELPER;
        }
        var entry = JsonObject.builder();
        config.object("auths").object(credentials.registry()).members().forEach((name, value) -> {
            if (!List.of("username", "password", "auth", "identitytoken", "registrytoken").contains(name)) entry.put(name, value);
        });
        var pair = credentials.username() + ":" + credentials.password();
        entry.put("auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        if (!credentials.identityToken().isEmpty()) entry.put("identitytoken", credentials.identityToken());
        write(config, credentials.registry(), Optional.of(entry.build()));
        return Place.FILE;
    }

    /// Forgets a login, and under old spellings of the registry as well.
    ///
    /// @return whether there was one
    public boolean erase(RegistryKey registry) {
        var config = ConfigFile.read(environment);
        var helper = helper(config, registry);
        boolean known = false;
        if (helper.isPresent() && helper.get().get(registry).isPresent()) {
            helper.get().erase(registry);
            known = true;
        }
        for (var key : config.registries()) {
            if (!key.equals(registry.text()) && !RegistryKey.hostOf(key).equals(registry.text())) continue;
            write(ConfigFile.read(environment), key, Optional.empty());
            known = true;
        }
        return known;
    }

    /// The user names by registry, of all logins. An identity token has none.
    public SequencedMap<String, String> all() {
        var config = ConfigFile.read(environment);
        var users = new LinkedHashMap<String, String>();
        common(config).ifPresent(name -> users.putAll(new CredentialHelper(name, environment).list()));
        var registries = new LinkedHashSet<>(config.registries());
        registries.addAll(config.helpers().keySet());
        for (var name : registries) {
            var registry = new RegistryKey(name);
            var own = Optional.ofNullable(config.helpers().get(name)).map(word -> new CredentialHelper(word, environment));
            if (own.isEmpty() && common(config).isPresent()) continue;
            var login = own.isPresent() ? own.get().get(registry) : config.login(registry);
            login.ifPresent(credentials -> users.put(name, credentials.username()));
        }
        return users;
    }

    private Optional<CredentialHelper> helper(ConfigFile config, RegistryKey registry) {
        return config.helperFor(registry)
                .or(() -> common(config))
                .map(name -> new CredentialHelper(name, environment));
    }

    /// The common helper: the configured one, or, while no login is known at all, the one that docker would begin with.
    private Optional<String> common(ConfigFile config) {
        if (config.knowsLogins()) return config.commonHelper();
        // pass is worth nothing without its own program
        var usual = environment.program("pass").isPresent() ? "pass" : "secretservice";
        return environment.program("docker-credential-" + usual).isPresent() ? Optional.of(usual) : Optional.empty();
    }

    private void write(ConfigFile config, String key, Optional<JsonObject> entry) {
        var auths = new LinkedHashMap<>(config.object("auths").members());
        if (entry.isPresent()) {
            auths.put(key, entry.get());
        } else {
            auths.remove(key);
        }
        config.write("auths", new JsonObject(auths));
    }

    /// Where a secret was stored.
    public enum Place {
        /// With a credential helper.
        HELPER,
        /// In `config.json`, readable by whoever reads that.
        FILE
    }
}
