package dev.davit.engine.system;

import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.document.Document;
import dev.davit.engine.image.ImageSummary;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// What an engine occupies, thing by thing.
///
/// @param images with shared sizes and how many containers use them
/// @param layerBytes all layers of all images, each counted once
/// @param containers with the sizes of their writable layers
/// @param volumes local ones
/// @param buildCache what builds keep
/// @param document Docker's document
public record DiskUsage(
        List<ImageSummary> images,
        long layerBytes,
        List<ContainerSummary> containers,
        List<VolumeUsage> volumes,
        List<CacheRecord> buildCache,
        Document document) {

    public DiskUsage {
        images = List.copyOf(images);
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
        buildCache = List.copyOf(buildCache);
    }

    /// One kind of things.
    ///
    /// @param count how many
    /// @param active how many are in use
    /// @param bytes all together
    /// @param reclaimable bytes that are not in use
    public record Usage(int count, int active, long bytes, long reclaimable) {

        private static <T> Usage of(Collection<T> items, Predicate<T> active, ToLongFunction<T> bytes) {
            long all = items.stream().mapToLong(bytes).sum();
            long kept = items.stream().filter(active).mapToLong(bytes).sum();
            return new Usage(items.size(), (int) items.stream().filter(active).count(), all, all - kept);
        }
    }

    /// Images, and what no container uses of them: what several share stays with the least of them.
    public Usage ofImages() {
        var used = images.stream().filter(image -> image.containers() > 0).toList();
        long kept = used.stream()
                .filter(image -> image.sharedSize() >= 0)
                .mapToLong(image -> image.size() - image.sharedSize())
                .sum();
        return new Usage(images.size(), used.size(), layerBytes, layerBytes - kept);
    }

    /// Containers' writable layers, and those of containers that do not run.
    public Usage ofContainers() {
        return Usage.of(
                containers,
                container -> container.state().canStop(),
                container -> container.sizeRw().orElse(0));
    }

    /// Local volumes, and those that no container has.
    public Usage ofVolumes() {
        return Usage.of(volumes, volume -> volume.containers() > 0, volume -> Math.max(0, volume.bytes()));
    }

    /// Build cache, and what could be dropped. What is shared is counted where it is shared from.
    public Usage ofBuildCache() {
        return Usage.of(buildCache, CacheRecord::inUse, item -> item.shared() ? 0 : item.bytes());
    }
}
