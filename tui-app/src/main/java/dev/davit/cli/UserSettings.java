package dev.davit.cli;

import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.ConfigFile;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What docker's configuration file says about the command line.
public final class UserSettings {
    private static final String USUAL_KEYS = "ctrl-p,ctrl-q";

    private UserSettings() {}

    /// The keys that detach.
    public static String detachKeys(CommandContext context) {
        return config(context).flatMap(ConfigFile::detachKeys).filter(keys -> !keys.isEmpty()).orElse(USUAL_KEYS);
    }

    /// The template that a list uses when none is typed.
    ///
    /// @param listing `ps`, `images`, `stats`
    public static Optional<String> format(CommandContext context, String listing) {
        return config(context).flatMap(file -> file.format(listing));
    }

    /// Environment variables for proxies, which containers and builds are given.
    public static Map<String, String> proxies(CommandContext context) {
        return config(context).map(file -> file.proxyVariables(context.engine().info().address())).orElse(new LinkedHashMap<>());
    }

    /// Filters that every `prune` adds, as `label=keep`.
    public static List<String> pruneFilters(CommandContext context) {
        return config(context).map(ConfigFile::pruneFilters).orElse(List.of());
    }

    /// Most users have no such file: then nothing is loaded to read it.
    private static Optional<ConfigFile> config(CommandContext context) {
        var environment = ClientEnvironment.of(context.environment());
        boolean exists = Files.exists(environment.folder().resolve("config.json"));
        return exists ? Optional.of(ConfigFile.read(environment)) : Optional.empty();
    }
}
