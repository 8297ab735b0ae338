package dev.davit.engine.fake;

import dev.davit.engine.Filters;
import java.util.Set;

/// Docker's filters on networks.
final class NetworkMatch {
    private static final String WHAT = "list networks";
    private static final Set<String> KNOWN = Set.of("dangling", "driver", "id", "label", "name", "scope", "type");
    private final World world;
    private final Filters filters;

    NetworkMatch(World world, Filters filters) {
        this.world = world;
        this.filters = filters;
        for (String name : filters.values().keySet()) {
            if (!KNOWN.contains(name)) throw Oops.invalid(WHAT, "invalid filter '" + name + "'");
        }
        filters.get("dangling").forEach(text -> Labels.isTrue(WHAT, "dangling", text));
        for (String type : filters.get("type")) {
            if (!type.equals("custom") && !type.equals("builtin")) throw Oops.invalid(WHAT, "invalid filter: 'type'='" + type + "'");
        }
    }

    boolean matches(FakeNetwork network) {
        return filters.values().entrySet().stream().allMatch(entry -> {
            var wanted = entry.getValue();
            if (entry.getKey().equals("label")) {
                return wanted.stream().allMatch(value -> Labels.match(network.spec().labels(), value));
            }
            return wanted.stream().anyMatch(value -> matches(entry.getKey(), value, network));
        });
    }

    private boolean matches(String filter, String wanted, FakeNetwork network) {
        return switch (filter) {
            case "driver" -> network.driver().equals(wanted);
            case "id" -> network.id().contains(wanted);
            case "name" -> network.name().contains(wanted);
            case "scope" -> wanted.equals("local");
            case "type" -> network.builtin() == wanted.equals("builtin");
            default -> Labels.isTrue(WHAT, "dangling", wanted)
                    == (network.isUserDefined() && world.networks.members(network).isEmpty());
        };
    }
}
