package dev.davit.engine.fake;

import dev.davit.engine.container.OutputChunk;

/// Somebody who wants to see what a process writes. Called under the lock.
interface Sink {
    /// Whether it takes more now; a process waits until all do.
    boolean isReady();

    void write(OutputChunk chunk);

    /// Nothing more comes.
    void end();
}
