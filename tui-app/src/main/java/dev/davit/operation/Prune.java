package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.build.BuildPrune;
import dev.davit.engine.image.ImageRemoval;
import dev.davit.format.Sizes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/// Clears away what is not in use: containers that do not run, networks without containers, and so on.
///
/// @param kinds what kinds of things, cleared in their order
/// @param all of images also those with a name, of build cache also what could be of use, of volumes (alone) also those with
///     a name of their own
/// @param filters only what matches
public record Prune(Set<Kind> kinds, boolean all, Filters filters) implements Operation {

    /// What can be cleared away, in the order of doing it: containers hold on to the others.
    public enum Kind {
        CONTAINERS("container"),
        NETWORKS("network"),
        VOLUMES("volume"),
        IMAGES("image"),
        BUILD_CACHE("builder");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }
    }

    public Prune {
        kinds = EnumSet.copyOf(kinds);
    }

    /// One kind.
    public static Prune of(Kind kind, boolean all, Filters filters) {
        return new Prune(EnumSet.of(kind), all, filters);
    }

    private boolean isWhole() {
        return kinds.size() > 1;
    }

    @Override
    public String title() {
        return isWhole() ? "prune the system" : "prune " + kinds.iterator().next().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String command() {
        String noun = isWhole() ? "system" : kinds.iterator().next().noun;
        return CommandLine.of(noun + " prune")
                .flag("-f", true)
                .flag("-a", all)
                .flag("--volumes", isWhole() && kinds.contains(Kind.VOLUMES))
                .filters(filters)
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        long bytes = 0;
        for (var kind : kinds) {
            // An engine that builds nothing keeps nothing of builds.
            if (kind == Kind.BUILD_CACHE && isWhole() && !engine.info().can(Feature.BUILD)) continue;
            var section = prune(engine, kind);
            if (!section.lines().isEmpty()) {
                progress.say(section.title());
                section.lines().forEach(progress::say);
                progress.say("");
            }
            bytes += section.bytes();
        }
        // Networks occupy nothing.
        if (!kinds.equals(EnumSet.of(Kind.NETWORKS))) progress.say("Total reclaimed space: " + Sizes.decimal(bytes, 4));
    }

    /// What became of one kind.
    private record Section(String title, List<String> lines, long bytes) {}

    private Section prune(Engine engine, Kind kind) {
        return switch (kind) {
            case CONTAINERS -> {
                var pruned = engine.containers().prune(filters);
                yield new Section("Deleted Containers:", pruned.removed().stream().map(Object::toString).toList(), pruned.bytes());
            }
            case NETWORKS -> new Section("Deleted Networks:", engine.networks().prune(filters), 0);
            case VOLUMES -> {
                var pruned = engine.volumes().prune(all && !isWhole() ? filters.and("all", "true") : filters);
                yield new Section("Deleted Volumes:", pruned.removed(), pruned.bytes());
            }
            case IMAGES -> {
                var pruned = engine.images().prune(filters.and("dangling", Boolean.toString(!all)));
                yield new Section("Deleted Images:", lines(pruned.removed()), pruned.bytes());
            }
            case BUILD_CACHE -> {
                var pruned = engine.builds().prune(new BuildPrune(all, OptionalLong.empty(), filters));
                yield new Section("Deleted build cache objects:", pruned.removed(), pruned.bytes());
            }
        };
    }

    private static List<String> lines(List<ImageRemoval> removals) {
        var lines = new ArrayList<String>();
        for (var removal : removals) {
            String word = switch (removal.kind()) {
                case UNTAGGED -> "untagged: ";
                case DELETED -> "deleted: ";
            };
            lines.add(word + removal.reference());
        }
        return lines;
    }
}
