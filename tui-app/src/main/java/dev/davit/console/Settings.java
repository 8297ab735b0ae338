package dev.davit.console;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigNode;
import dev.davit.config.Faults;
import dev.davit.config.YamlFile;
import dev.davit.console.keymap.CommandReader;
import dev.davit.console.keymap.Keymaps;
import dev.davit.console.keymap.Places;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Keymap.Binding;
import dev.davit.console.model.UserCommand;
import dev.davit.console.paint.ThemeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user wants of the console. `config.yaml` in the configuration folder says so:
///
///     theme: light         # one of ThemeName's
///     keymap: vim          # one that is shipped, or keymaps/NAME.yaml beside it
///     read-only: true      # refuse all that would change something, as --read-only does
///     keys:                # single keys that shall do something else
///       containers:
///         x: remove
///         g x: open-port   # one after the other
///     commands:            # commands on keys: see CommandReader
///       containers:
///         ctrl-t: {name: processes, run: "top {name}"}
///
/// Where there is no `config.yaml` nothing is read.
///
/// @param keymap which key does what
/// @param theme which colours
/// @param readOnly whether what would change something is refused
public record Settings(Keymap keymap, ThemeName theme, boolean readOnly) {
    /// When nobody says otherwise.
    public static final Settings DEFAULT = new Settings(Keymap.DEFAULT, ThemeName.DARK, false);

    /// The folder of davit's configuration: `DAVIT_CONFIG`, else `davit` in `XDG_CONFIG_HOME`, else in `~/.config`.
    public static Path folder(Map<String, String> environment) {
        String own = environment.getOrDefault("DAVIT_CONFIG", "");
        if (!own.isEmpty()) return Path.of(own);
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (!xdg.isEmpty()) return Path.of(xdg, "davit");
        return Path.of(environment.getOrDefault("HOME", "/"), ".config", "davit");
    }

    /// The user's settings.
    ///
    /// @param folder of the configuration
    /// @throws ConfigException with everything that is wrong in its files
    public static Settings of(Path folder) {
        var file = folder.resolve("config.yaml");
        return Files.exists(file) ? read(folder, file) : DEFAULT;
    }

    private static Settings read(Path folder, Path file) {
        String shown = file.toString();
        var faults = new Faults();
        var keymaps = new Keymaps(folder, faults);
        var places = new Places(shown, faults);
        var keymap = DEFAULT.keymap();
        var theme = DEFAULT.theme();
        var commands = List.<UserCommand>of();
        var readOnly = DEFAULT.readOnly();
        var bindings = List.<Binding>of();
        for (var entry : entries(shown, YamlFile.read(file), faults)) {
            switch (entry.name().text()) {
                case "keymap" -> keymap = keymaps.chosen(shown, entry.value()).orElse(keymap);
                case "keys" -> bindings = keymaps.bindings(shown, entry.value(), places);
                case "commands" -> commands = new CommandReader(shown, faults, places).read(entry.value());
                case "theme" -> theme = theme(shown, entry.value(), faults).orElse(theme);
                case "read-only" -> readOnly = flag(shown, entry.value(), faults).orElse(readOnly);
                default -> faults.add(shown, entry.name().place(), "there is no setting \"" + entry.name().text() + "\"; there are commands, keymap, keys, read-only and theme");
            }
        }
        var whole = keymap.with(bindings).running(commands);
        places.check(whole);
        faults.check();
        return new Settings(whole, theme, readOnly);
    }

    private static List<ConfigNode.Entry> entries(String file, Optional<ConfigNode> document, Faults faults) {
        if (document.isEmpty()) return List.of();
        if (document.get() instanceof ConfigNode.Mapping mapping) return mapping.entries();
        faults.add(file, document.get().place(), "a configuration is given as NAME: VALUE, this is " + document.get().kind());
        return List.of();
    }

    private static Optional<Boolean> flag(String file, ConfigNode value, Faults faults) {
        if (value instanceof ConfigNode.Text word && (word.text().equals("true") || word.text().equals("false"))) return Optional.of(word.text().equals("true"));
        faults.add(file, value.place(), "this is either true or false");
        return Optional.empty();
    }

    private static Optional<ThemeName> theme(String file, ConfigNode value, Faults faults) {
        if (!(value instanceof ConfigNode.Text name)) {
            faults.add(file, value.place(), "a theme is given by its name, this is " + value.kind());
            return Optional.empty();
        }
        var theme = ThemeName.of(name.text());
        if (theme.isEmpty()) faults.add(file, value.place(), "there is no theme \"" + name.text() + "\"; there are " + String.join(", ", ThemeName.words()));
        return theme;
    }
}
