package dev.davit.engine.remote;

import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Docker's own daemon, seen through the remote engine, keeps the contract.
@ExtendWith({DockerdExtension.class, LeakCheck.class, DockerdContractTest.Opened.class})
class DockerdContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            var daemon = DockerdExtension.daemon(context);
            return DaemonSubject.at(daemon.provisions(), daemon.host(), Map.of());
        }
    }
}
