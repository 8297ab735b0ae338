package dev.davit.cli.build;

import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.DockerfileSource;

/// A context that is ready to be sent.
///
/// @param context the files
/// @param dockerfile what to do
/// @param leftovers what to remove or hang up when the build is over
record Prepared(BuildContext context, DockerfileSource dockerfile, Leftovers leftovers) implements AutoCloseable {

    /// Something to do at the end.
    @FunctionalInterface
    interface Leftovers {
        void clear();

        Leftovers NONE = () -> {};
    }

    @Override
    public void close() {
        leftovers.clear();
    }
}
