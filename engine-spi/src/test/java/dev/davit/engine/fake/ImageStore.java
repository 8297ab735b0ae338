package dev.davit.engine.fake;

import dev.davit.engine.container.WriteOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Images, the names that point to them, and the registry that more can be had from.
final class ImageStore {
    static final WriteOptions AS_IT_IS = new WriteOptions(false, false);
    private static final Pattern NAME =
            Pattern.compile("([a-zA-Z0-9.-]+(:\\d+)?/)?PART(/PART)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
                    .replace("PART", "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*"));

    private final World world;
    final Map<String, FakeImage> byId = new LinkedHashMap<>();
    final Map<String, String> idsByName = new LinkedHashMap<>();
    /// What can be pulled, by name.
    final Map<String, FakeImage> registry = new LinkedHashMap<>();

    ImageStore(World world) {
        this.world = world;
    }

    /// A name with its tag: `busybox` means `busybox:latest`.
    static String tagged(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name;
    }

    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) throw Oops.invalid(what, "invalid reference format");
    }

    /// The repository of a name with a tag.
    static String repository(String name) {
        return name.substring(0, name.lastIndexOf(':'));
    }

    FakeImage make(List<String> command) {
        return new FakeImage(
                "sha256:" + world.freshId(), world.now(), 2_000_000, List.of(), command,
                List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"), Map.of(), List.of("Imported from -"),
                FakeTree.ofImage(world.now()));
    }

    void put(String name, FakeImage image) {
        byId.put(image.id(), image);
        idsByName.put(tagged(name), image.id());
    }

    /// The image that is meant: by name, by id, by a prefix of its id that fits no other.
    Optional<FakeImage> find(String text) {
        String byName = idsByName.get(tagged(text));
        if (byName != null) return Optional.ofNullable(byId.get(byName));
        int at = text.indexOf('@');
        if (at > 0) return find(text.substring(at + 1));
        String id = text.startsWith("sha256:") ? text : "sha256:" + text;
        var matches = byId.values().stream().filter(image -> image.id().startsWith(id)).toList();
        return matches.size() == 1 ? Optional.of(matches.getFirst()) : Optional.empty();
    }

    /// The names of an image, in the order of the alphabet.
    List<String> names(FakeImage image) {
        return idsByName.entrySet().stream()
                .filter(entry -> entry.getValue().equals(image.id()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Newest first.
    List<FakeImage> newestFirst() {
        return new ArrayList<>(byId.values()).reversed();
    }

    /// The containers that were made of it.
    List<FakeContainer> users(FakeImage image) {
        return world.containers.values().stream().filter(container -> container.image.id().equals(image.id())).toList();
    }

    void event(String action, String actor, String name) {
        world.events.add("image", action, actor, Map.of("name", name));
    }

    Set<String> tagsOffered(String repository) {
        var tags = new java.util.TreeSet<>(registry.keySet());
        tags.removeIf(name -> !repository(name).equals(repository));
        return tags;
    }
}
