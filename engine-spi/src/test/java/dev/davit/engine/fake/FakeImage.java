package dev.davit.engine.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An image.
///
/// @param id with `sha256:`
/// @param files its root file system; never changed
record FakeImage(
        String id,
        Instant created,
        long size,
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        Map<String, String> labels,
        List<String> steps,
        FakeTree files) {

    FakeImage running(List<String> entry, List<String> arguments) {
        return new FakeImage(id, created, size, entry, arguments, environment, labels, steps, files);
    }

    /// With one more variable, if it is not empty, and more labels.
    FakeImage with(String variable, Map<String, String> moreLabels) {
        var variables = new ArrayList<>(environment);
        if (!variable.isEmpty()) variables.add(variable);
        var all = new LinkedHashMap<>(labels);
        all.putAll(moreLabels);
        return new FakeImage(id, created, size, entrypoint, command, variables, all, steps, files);
    }
}
