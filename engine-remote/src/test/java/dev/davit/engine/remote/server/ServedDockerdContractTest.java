package dev.davit.engine.remote.server;

import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.remote.DaemonSubject;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Docker's daemon, behind the remote engine, behind the server, seen through the remote engine once more, keeps the contract: what the
/// daemon says goes four times from one form into the other.
@ExtendWith({DockerdExtension.class, LeakCheck.class, ServedDockerdContractTest.Opened.class})
@Tag("long")
class ServedDockerdContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) throws IOException {
            var daemon = DockerdExtension.daemon(context);
            return ServedSubject.before(DaemonSubject.at(daemon.provisions(), daemon.host(), Map.of()));
        }
    }
}
