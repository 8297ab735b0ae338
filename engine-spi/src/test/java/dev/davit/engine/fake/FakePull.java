package dev.davit.engine.fake;

import dev.davit.engine.image.TransferProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A pull: news of one layer, and the image in the store once its last news was read.
final class FakePull extends WorldFeed<TransferProgress> {
    private final Deque<TransferProgress> news = new ArrayDeque<>();
    private final Deque<String> names;
    private boolean fresh;

    FakePull(Client client, String what, List<String> names) {
        super(client, what, client.world.changed);
        this.names = new ArrayDeque<>(names);
    }

    @Override
    Optional<TransferProgress> poll() {
        if (news.isEmpty() && !names.isEmpty()) fetch(names.poll());
        var next = news.poll();
        if (next != null && next.status().startsWith("Status: ")) store(next.status());
        return Optional.ofNullable(next);
    }

    private void fetch(String name) {
        var image = world.images.registry.get(name);
        if (image == null) return;
        String layer = image.id().substring(7, 19);
        fresh = !image.id().equals(world.images.idsByName.get(name));
        news.add(new TransferProgress(name.substring(name.lastIndexOf(':') + 1), "Pulling from " + ImageStore.repository(name), 0, 0));
        if (fresh) {
            news.add(new TransferProgress(layer, "Pulling fs layer", 0, 0));
            for (int part = 1; part <= 4; part++) {
                news.add(new TransferProgress(layer, "Downloading", image.size() * part / 4, image.size()));
            }
            news.add(new TransferProgress(layer, "Pull complete", 0, 0));
        }
        news.add(new TransferProgress("", "Digest: " + image.id(), 0, 0));
        news.add(new TransferProgress(
                "", "Status: " + (fresh ? "Downloaded newer image for " : "Image is up to date for ") + name, 0, 0));
    }

    private void store(String status) {
        String name = status.substring(status.lastIndexOf(' ') + 1);
        var image = world.images.registry.get(name);
        if (image == null) return;
        world.images.put(name, image);
        world.images.event("pull", name, ImageStore.repository(name));
    }

    @Override
    boolean isOver() {
        return news.isEmpty() && names.isEmpty();
    }
}
