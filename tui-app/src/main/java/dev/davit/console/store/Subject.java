package dev.davit.console.store;

/// What has the cursor in a table, as it was listed last: told of in its details.
public sealed interface Subject {

    /// What it is known by: no two have the same.
    String key();

    /// What people call it.
    String name();

    /// A container.
    record OfContainer(ContainerRow row) implements Subject {
        @Override
        public String key() {
            return row.id().value();
        }

        @Override
        public String name() {
            return row.name();
        }
    }

    /// An image, a network or a volume.
    record OfThing(Thing thing) implements Subject {
        @Override
        public String key() {
            return thing.key();
        }

        @Override
        public String name() {
            return thing.reference();
        }
    }
}
