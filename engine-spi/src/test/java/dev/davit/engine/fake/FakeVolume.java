package dev.davit.engine.fake;

import java.time.Instant;
import java.util.Map;

/// A volume.
///
/// @param anonymous whether its name was made up
record FakeVolume(
        String name, String driver, Map<String, String> options, Map<String, String> labels, Instant created, boolean anonymous) {

    String mountpoint() {
        return "/var/lib/fake/volumes/" + name + "/_data";
    }
}
