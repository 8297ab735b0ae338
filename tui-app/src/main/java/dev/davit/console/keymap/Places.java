package dev.davit.console.keymap;

import dev.davit.config.ConfigNode;
import dev.davit.config.Faults;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Keymap.Spot;
import dev.davit.console.model.Scope;
import java.util.HashMap;
import java.util.Map;

/// Where a file binds keys. Whether they collide is seen only when they have come together with those of the keymap below, and is
/// told then, with their place.
public final class Places {
    private final String file;
    private final Faults faults;
    private final Map<Spot, ConfigNode.Place> noted = new HashMap<>();

    /// @param file its name in messages
    /// @param faults where everything that is wrong goes
    public Places(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    void note(Scope scope, Keystrokes keys, ConfigNode.Place place) {
        noted.put(new Spot(scope, keys), place);
    }

    /// Tells of collisions that this file has a part in.
    ///
    /// @param whole with this file's keys
    public void check(Keymap whole) {
        for (var collision : whole.collisions()) {
            var shorter = collision.shorter();
            var longer = collision.longer();
            var place = noted.get(longer);
            if (place != null) {
                faults.add(file, place, longer.keys() + " cannot be bound in " + longer.scope().word() + ": " + shorter.keys() + " does something by itself in "
                        + shorter.scope().word() + ", unless it is none");
            } else if (noted.containsKey(shorter)) {
                faults.add(file, noted.get(shorter), shorter.keys() + " cannot be bound in " + shorter.scope().word() + ": it begins " + longer.keys() + " in "
                        + longer.scope().word() + ", unless that is none");
            }
        }
    }
}
