package dev.davit.engine.fake;

import dev.davit.engine.image.ImageRemoval;
import java.util.ArrayList;
import java.util.List;

/// Removes a name, and the image with its last one.
final class ImageRemover {
    private final ImageStore store;
    private final String what;
    private final String text;
    private final boolean force;
    private final List<ImageRemoval> done = new ArrayList<>();

    ImageRemover(ImageStore store, String what, String text, boolean force) {
        this.store = store;
        this.what = what;
        this.text = text;
        this.force = force;
    }

    List<ImageRemoval> remove() {
        var image = store.find(text).orElseThrow(() -> Oops.notFound(what, "no such image: " + ImageStore.tagged(text)));
        String name = ImageStore.tagged(text);
        boolean byName = image.id().equals(store.idsByName.get(name));
        var names = store.names(image);
        if (byName && names.size() > 1) {
            untag(image, name);
            return done;
        }
        var users = store.users(image);
        boolean running = users.stream().anyMatch(FakeContainer::isRunning);
        if (!byName && (running || (names.size() > 1 && !force))) {
            throw Oops.conflict(what, "conflict: unable to delete " + text + (running
                    ? " (cannot be forced) - image is being used by running container " + users.getFirst().id.abbreviated()
                    : " (must be forced) - image is referenced in multiple repositories"));
        }
        if (!users.isEmpty() && !force) {
            throw Oops.conflict(what, "conflict: unable to remove repository reference \"" + text + "\" (must force) - container "
                    + users.getFirst().id.abbreviated() + " is using its referenced image " + image.id().substring(7, 19));
        }
        for (String each : names) untag(image, each);
        if (!users.isEmpty()) return done;
        store.byId.remove(image.id());
        done.add(new ImageRemoval(ImageRemoval.Kind.DELETED, image.id()));
        store.event("delete", image.id(), image.id());
        return done;
    }

    private void untag(FakeImage image, String name) {
        store.idsByName.remove(name);
        done.add(new ImageRemoval(ImageRemoval.Kind.UNTAGGED, name));
        store.event("untag", image.id(), image.id());
    }
}
