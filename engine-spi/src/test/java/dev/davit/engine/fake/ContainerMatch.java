package dev.davit.engine.fake;

import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Docker's filters on containers.
final class ContainerMatch {
    private static final String WHAT = "list containers";
    private static final Set<String> KNOWN = Set.of(
            "ancestor", "before", "exited", "expose", "health", "id", "is-task", "isolation", "label", "name", "network",
            "publish", "since", "status", "volume");
    private static final Set<String> HEALTH = Set.of("starting", "healthy", "unhealthy", "none");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}(-\\d{1,5})?(/(tcp|udp|sctp))?");
    private final World world;
    private final Filters filters;

    ContainerMatch(World world, Filters filters) {
        this.world = world;
        this.filters = filters;
        for (String name : filters.values().keySet()) {
            if (!KNOWN.contains(name)) throw Oops.invalid(WHAT, "invalid filter '" + name + "'");
        }
        for (String status : filters.get("status")) state(status);
        for (String exit : filters.get("exited")) number(exit);
        for (String health : filters.get("health")) require("health", health, HEALTH.contains(health));
        for (String task : filters.get("is-task")) require("is-task", task, Set.of("true", "false", "1", "0").contains(task));
        for (String port : filters.get("expose")) require("expose", port, PORT.matcher(port).matches());
        for (String port : filters.get("publish")) require("publish", port, PORT.matcher(port).matches());
    }

    private static void require(String filter, String value, boolean holds) {
        if (!holds) throw Oops.invalid(WHAT, "invalid filter '" + filter + "=" + value + "'");
    }

    boolean matches(FakeContainer container) {
        return filters.values().entrySet().stream().allMatch(entry -> {
            var wanted = entry.getValue();
            if (entry.getKey().equals("label")) return wanted.stream().allMatch(value -> Labels.match(container.spec.labels(), value));
            return wanted.stream().anyMatch(value -> matches(entry.getKey(), value, container));
        });
    }

    private boolean matches(String filter, String wanted, FakeContainer container) {
        return switch (filter) {
            case "id" -> found(wanted, container.id.value());
            case "name" -> found(wanted.startsWith("/") ? wanted.substring(1) : wanted, container.name);
            case "status" -> container.state == state(wanted);
            case "exited" -> !container.isRunning() && !container.exits.isEmpty() && container.exitCode == number(wanted);
            case "ancestor" -> world.images.find(wanted).map(image -> image.id().equals(container.image.id())).orElse(false);
            case "before" -> container.created.isBefore(world.resolve(WHAT, new ContainerRef(wanted)).created);
            case "since" -> container.created.isAfter(world.resolve(WHAT, new ContainerRef(wanted)).created);
            case "health" -> wanted.equals("none");
            case "network" -> network(container, wanted);
            case "publish" -> published(container).contains(wanted.contains("/") ? wanted : wanted + "/tcp");
            case "expose" -> container.exposed().contains(wanted.contains("/") ? wanted : wanted + "/tcp");
            case "volume" -> container.volumes.entrySet().stream()
                    .anyMatch(mount -> mount.getKey().equals(wanted) || mount.getValue().name().equals(wanted));
            case "is-task" -> wanted.equals("false");
            default -> true;
        };
    }

    private static boolean network(FakeContainer container, String wanted) {
        return container.endpoints.containsKey(wanted)
                || container.endpoints.values().stream()
                        .anyMatch(endpoint -> endpoint.network().filter(network -> network.id().startsWith(wanted)).isPresent());
    }

    private static List<String> published(FakeContainer container) {
        return container.spec.network().published().stream().map(binding -> binding.port().toString()).toList();
    }

    private static boolean found(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text.equals(pattern);
        }
    }

    private static ContainerState state(String word) {
        for (var state : ContainerState.values()) {
            if (state.word().equals(word)) return state;
        }
        throw Oops.invalid(WHAT, "invalid filter 'status=" + word + "'");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Oops.invalid(WHAT, "invalid filter 'exited=" + text + "'");
        }
    }
}
