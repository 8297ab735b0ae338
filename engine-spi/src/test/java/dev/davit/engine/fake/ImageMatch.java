package dev.davit.engine.fake;

import dev.davit.engine.Filters;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/// Docker's filters on images.
final class ImageMatch {
    private static final String WHAT = "list images";
    private static final Set<String> KNOWN = Set.of("dangling", "label", "before", "since", "until", "reference");
    private final World world;
    private final Filters filters;

    ImageMatch(World world, Filters filters) {
        this.world = world;
        this.filters = filters;
        for (String name : filters.values().keySet()) {
            if (!KNOWN.contains(name)) throw Oops.invalid(WHAT, "invalid filter '" + name + "'");
        }
    }

    boolean matches(FakeImage image) {
        return filters.values().entrySet().stream().allMatch(entry -> {
            var wanted = entry.getValue();
            if (entry.getKey().equals("label")) return wanted.stream().allMatch(value -> Labels.match(image.labels(), value));
            return wanted.stream().anyMatch(value -> matches(entry.getKey(), value, image));
        });
    }

    private boolean matches(String filter, String wanted, FakeImage image) {
        return switch (filter) {
            case "dangling" -> Labels.isTrue(WHAT, "dangling", wanted) == world.images.names(image).isEmpty();
            case "before" -> image.created().isBefore(created(wanted));
            case "since" -> image.created().isAfter(created(wanted));
            case "until" -> image.created().isBefore(Instant.ofEpochSecond(Long.parseLong(wanted)));
            default -> world.images.names(image).stream().anyMatch(this::matchesName);
        };
    }

    /// Whether a list is to show the image under this name.
    boolean matchesName(String name) {
        var patterns = filters.get("reference");
        if (patterns.isEmpty()) return true;
        return patterns.stream().anyMatch(pattern -> glob(pattern, name) || glob(pattern, ImageStore.repository(name)));
    }

    private static boolean glob(String pattern, String name) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name));
    }

    private Instant created(String name) {
        return world.images.find(name)
                .orElseThrow(() -> Oops.notFound(WHAT, "no such image: " + ImageStore.tagged(name)))
                .created();
    }
}
