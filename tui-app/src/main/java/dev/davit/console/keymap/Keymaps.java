package dev.davit.console.keymap;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigNode;
import dev.davit.config.Faults;
import dev.davit.config.YamlFile;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Keymap.Binding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Which keymap the user wants. `config.yaml` in the configuration folder says so:
///
///     keymap: vim          # one that is shipped, or keymaps/NAME.yaml beside it
///     keys:                # single keys that shall do something else
///       containers:
///         x: remove
///
/// A keymap's own file has `extends: NAME`, else it begins with no keys at all, and `keys:`. Where there is no `config.yaml`
/// nothing is read.
public final class Keymaps {
    /// Those that are shipped.
    public static final List<String> SHIPPED = List.of("default", "vim", "emacs", "lazydocker", "k9s");

    private static final String DEFAULT = "default";

    private final Path folder;
    private final Faults faults = new Faults();

    private Keymaps(Path folder) {
        this.folder = folder;
    }

    /// The folder of davit's configuration: `DAVIT_CONFIG`, else `davit` in `XDG_CONFIG_HOME`, else in `~/.config`.
    public static Path folder(Map<String, String> environment) {
        String own = environment.getOrDefault("DAVIT_CONFIG", "");
        if (!own.isEmpty()) return Path.of(own);
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (!xdg.isEmpty()) return Path.of(xdg, "davit");
        return Path.of(environment.getOrDefault("HOME", "/"), ".config", "davit");
    }

    /// The user's keymap.
    ///
    /// @param folder of the configuration
    /// @throws ConfigException with everything that is wrong in the files
    public static Keymap of(Path folder) {
        var file = folder.resolve("config.yaml");
        if (!Files.exists(file)) return Keymap.DEFAULT;
        return new Keymaps(folder).configured(file);
    }

    /// One that is shipped.
    public static Keymap shipped(String name) {
        var keymaps = new Keymaps(Path.of("/nonexistent"));
        var keymap = keymaps.named(name, new LinkedHashSet<>());
        keymaps.faults.check();
        return keymap;
    }

    private Keymap configured(Path file) {
        String shown = file.toString();
        var keymap = Keymap.DEFAULT;
        var bindings = List.<Binding>of();
        var document = YamlFile.read(file);
        if (document.isPresent() && !(document.get() instanceof ConfigNode.Mapping)) {
            faults.add(shown, document.get().place(), "a configuration is given as NAME: VALUE, this is " + document.get().kind());
        }
        for (var entry : entries(document)) {
            switch (entry.name().text()) {
                case "keymap" -> keymap = chosen(shown, entry.value(), new LinkedHashSet<>()).orElse(keymap);
                case "keys" -> bindings = new KeymapReader(shown, faults).read(entry.value());
                default -> faults.add(shown, entry.name().place(), "there is no setting \"" + entry.name().text() + "\"; there are keymap and keys");
            }
        }
        faults.check();
        return keymap.with(bindings);
    }

    private static List<ConfigNode.Entry> entries(Optional<ConfigNode> document) {
        return document.orElse(null) instanceof ConfigNode.Mapping mapping ? mapping.entries() : List.of();
    }

    private Optional<Keymap> chosen(String file, ConfigNode value, SequencedSet<String> above) {
        if (!(value instanceof ConfigNode.Text name) || !name.text().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            faults.add(file, value.place(), "a keymap has a name of letters, digits, dots and dashes");
            return Optional.empty();
        }
        boolean known = SHIPPED.contains(name.text()) || Files.exists(own(name.text()));
        if (!known) {
            faults.add(file, value.place(), "there is no keymap \"" + name.text() + "\": neither " + own(name.text()) + " nor one of " + String.join(", ", SHIPPED));
            return Optional.empty();
        }
        if (above.contains(name.text())) {
            faults.add(file, value.place(), "the keymaps " + String.join(", ", above) + " extend each other");
            return Optional.empty();
        }
        return Optional.of(named(name.text(), above));
    }

    private Path own(String name) {
        return folder.resolve("keymaps").resolve(name + ".yaml");
    }

    private Keymap named(String name, SequencedSet<String> above) {
        var file = own(name);
        boolean own = Files.exists(file);
        if (!own && name.equals(DEFAULT)) return Keymap.DEFAULT;
        String shown = own ? file.toString() : "keymaps/" + name + ".yaml";
        above.add(name);
        var keymap = Keymap.of(List.of());
        var bindings = new ArrayList<Binding>();
        for (var entry : entries(own ? YamlFile.read(file) : YamlFile.parse(shown, resource(name)))) {
            switch (entry.name().text()) {
                case "extends" -> keymap = chosen(shown, entry.value(), above).orElse(keymap);
                case "keys" -> bindings.addAll(new KeymapReader(shown, faults).read(entry.value()));
                default -> faults.add(shown, entry.name().place(), "a keymap has extends and keys, and no \"" + entry.name().text() + "\"");
            }
        }
        return keymap.with(bindings);
    }

    static String resource(String name) {
        try (var in = Keymaps.class.getResourceAsStream("/keymaps/" + name + ".yaml")) {
            if (in == null) throw new IllegalStateException("the keymap " + name + " is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
