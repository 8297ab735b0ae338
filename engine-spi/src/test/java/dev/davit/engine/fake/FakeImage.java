package dev.davit.engine.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An image.
///
/// @param id with `sha256:`
record FakeImage(
        String id,
        Instant created,
        long size,
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        Map<String, String> labels,
        List<String> steps) {}
