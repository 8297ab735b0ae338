package dev.davit.engine;

import java.util.List;

/// Serves an engine to other processes. Found by `ServiceLoader`.
public interface EngineServer {

    /// Begins to serve. Clients can connect when this returns.
    ///
    /// @param engine stays its owner's: closing what is returned does not close it
    /// @throws EngineException.Unavailable when it cannot listen at an address; the sentence says why
    /// @throws EngineException.Invalid for an address that is none
    Serving serve(Engine engine, ServerSettings settings);

    /// Asks whoever serves an engine at an address to end.
    ///
    /// @param address where it is served, as a URL
    /// @throws EngineException.Unavailable when nobody answers there
    /// @throws EngineException.Invalid when what answers there is no server of davit's
    void stop(String address, EngineSettings settings);

    /// An engine that is being served.
    interface Serving extends AutoCloseable {

        /// Where clients connect, as URLs.
        List<String> addresses();

        /// Waits until a client asked for the end.
        ///
        /// @throws InterruptedException when this thread was interrupted
        void awaitStop() throws InterruptedException;

        /// Stops listening, hangs up on everybody, and takes sockets away. What runs in the engine runs on. Closing twice is
        /// harmless.
        @Override
        void close();
    }
}
