package dev.davit.console.store;

import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.volume.VolumeSummary;

/// A row of a table beside the containers': an image under one of its names, a network, a volume.
public sealed interface Thing {

    /// What it is known by: no two rows of a table have the same.
    String key();

    /// Its whole id; of what has none, its name.
    String id();

    /// What people call it.
    String name();

    /// What commands are given.
    default String reference() {
        return name();
    }

    /// Whether a container has it.
    boolean isUsedBy(ContainerRow container);

    /// What containers are filtered by to see those that have it, in the words of `docker ps --filter`.
    String users();

    /// An image under one of its names.
    ///
    /// @param summary the image
    /// @param name `repository:tag`; empty for one without a name
    record Image(ImageSummary summary, String name) implements Thing {
        @Override
        public String key() {
            return summary.id() + " " + name;
        }

        @Override
        public String id() {
            return summary.id();
        }

        @Override
        public boolean isUsedBy(ContainerRow container) {
            return container.summary().imageId().equals(summary.id());
        }

        @Override
        public String users() {
            return "ancestor=" + shortId();
        }

        /// Its name, or else its id.
        @Override
        public String reference() {
            return name.isEmpty() ? shortId() : name;
        }

        /// The twelve digits that people see.
        public String shortId() {
            String digits = summary.id().substring(summary.id().indexOf(':') + 1);
            return digits.substring(0, Math.min(12, digits.length()));
        }
    }

    /// A network.
    record Network(NetworkSummary summary) implements Thing {
        @Override
        public String key() {
            return id();
        }

        @Override
        public String id() {
            return summary.id();
        }

        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean isUsedBy(ContainerRow container) {
            return container.networkNames().anyMatch(name()::equals);
        }

        @Override
        public String users() {
            return "network=" + name();
        }

        /// Whether it is there from the start and stays.
        public boolean isGiven() {
            return switch (summary.name()) {
                case "bridge", "host", "none", "podman" -> true;
                default -> false;
            };
        }
    }

    /// A volume.
    record Volume(VolumeSummary summary) implements Thing {
        @Override
        public String key() {
            return summary.name();
        }

        @Override
        public String id() {
            return summary.name();
        }

        @Override
        public String name() {
            return summary.name();
        }

        @Override
        public boolean isUsedBy(ContainerRow container) {
            return container.volumeNames().anyMatch(name()::equals);
        }

        @Override
        public String users() {
            return "volume=" + name();
        }
    }
}
