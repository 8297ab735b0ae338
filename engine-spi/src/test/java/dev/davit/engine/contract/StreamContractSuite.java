package dev.davit.engine.contract;

import org.junit.jupiter.api.Nested;

/// What of the contract is about streams, for an engine that keeps the whole of it and is reached by another way: the rest
/// makes no other use of a connection.
public abstract class StreamContractSuite {

    @Nested
    class Attach extends AttachContract {}

    @Nested
    class Exec extends ExecContract {}

    @Nested
    class Logs extends LogsContract {}

    @Nested
    class Events extends EventsContract {}

    @Nested
    class Feeds extends FeedContract {}
}
