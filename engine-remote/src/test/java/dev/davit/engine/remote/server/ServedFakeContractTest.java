package dev.davit.engine.remote.server;

import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.fake.FakeSubject;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine in memory, served as the Docker API and seen through the remote engine, keeps the contract: whatever does not is lost
/// at one of the two ends.
@ExtendWith({LeakCheck.class, ServedFakeContractTest.Opened.class})
class ServedFakeContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) throws IOException {
            return ServedSubject.before(FakeSubject.create());
        }
    }
}
