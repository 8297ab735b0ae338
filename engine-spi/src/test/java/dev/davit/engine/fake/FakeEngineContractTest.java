package dev.davit.engine.fake;

import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine in memory keeps the contract, so that what is tested against it holds for real ones.
@ExtendWith(FakeEngineContractTest.Opened.class)
class FakeEngineContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            return FakeSubject.create();
        }
    }
}
