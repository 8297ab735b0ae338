package dev.davit.console.keymap;

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
import java.util.Optional;
import java.util.SequencedSet;

/// The keymaps that there are: those that are shipped, and `keymaps/NAME.yaml` in the configuration folder.
///
/// A keymap's own file has `extends: NAME`, else it begins with no keys at all, and `keys:`.
public final class Keymaps {
    /// Those that are shipped.
    public static final List<String> SHIPPED = List.of("default", "vim", "emacs", "lazydocker", "k9s");

    private static final String DEFAULT = "default";

    private final Path folder;
    private final Faults faults;

    /// @param folder of the configuration
    /// @param faults where everything that is wrong in the files goes
    public Keymaps(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /// One that is shipped.
    public static Keymap shipped(String name) {
        var faults = new Faults();
        var keymap = new Keymaps(Path.of("/nonexistent"), faults).named(name, new LinkedHashSet<>());
        faults.check();
        return keymap;
    }

    /// The one that a file names; empty when that is wrong.
    ///
    /// @param file its name in messages
    public Optional<Keymap> chosen(String file, ConfigNode value) {
        return chosen(file, value, new LinkedHashSet<>());
    }

    /// Single keys, as [KeymapReader] describes them.
    ///
    /// @param file its name in messages
    /// @param places where it is noted what is bound where
    public List<Binding> bindings(String file, ConfigNode keys, Places places) {
        return new KeymapReader(file, faults, places).read(keys);
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
        var places = new Places(shown, faults);
        for (var entry : entries(own ? YamlFile.read(file) : YamlFile.parse(shown, resource(name)))) {
            switch (entry.name().text()) {
                case "extends" -> keymap = chosen(shown, entry.value(), above).orElse(keymap);
                case "keys" -> bindings.addAll(bindings(shown, entry.value(), places));
                default -> faults.add(shown, entry.name().place(), "a keymap has extends and keys, and no \"" + entry.name().text() + "\"");
            }
        }
        var whole = keymap.with(bindings);
        places.check(whole);
        return whole;
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
