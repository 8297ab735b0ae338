package dev.davit.cli.build;

import dev.davit.engine.build.BuildProgress;

/// Shows a build while it goes on.
interface BuildDisplay extends AutoCloseable {

    void take(BuildProgress news);

    /// The build is over, well or not: what is half drawn is made whole.
    @Override
    void close();
}
