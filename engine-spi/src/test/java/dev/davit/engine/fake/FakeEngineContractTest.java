package dev.davit.engine.fake;

import dev.davit.engine.Engine;
import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.image.Credentials;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine in memory keeps the contract, so that what is tested against it holds for real ones.
@ExtendWith(FakeEngineContractTest.Opened.class)
class FakeEngineContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            return new Subject(new FakeEngine());
        }
    }

    record Subject(FakeEngine engine) implements EngineUnderTest {
        private static final String REGISTRY = "127.0.0.1:5000";

        @Override
        public Engine openAgain() {
            return engine.openedAgain();
        }

        @Override
        public String busybox() {
            return FakeEngine.BUSYBOX;
        }

        @Override
        public void addImage(String name) {
            engine.scenario().addImage(name);
        }

        @Override
        public String offer(String repository, String tag) {
            String name = REGISTRY + "/" + repository + ":" + tag;
            engine.scenario().offer(name, "sh");
            return name;
        }

        @Override
        public Credentials account() {
            return new Credentials(REGISTRY, FakeImages.USER, FakeImages.PASSWORD, "");
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
