package dev.davit.engine.remote;

import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.PodmanExtension;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Podman's Docker API, seen through the remote engine, keeps the contract but for [PodmanDeviations].
@ExtendWith({
    PodmanExtension.class,
    PodmanContractTest.Registry.class,
    LeakCheck.class,
    PodmanContractTest.Opened.class,
    PodmanDeviations.class
})
class PodmanContractTest extends EngineContractSuite {

    @Test
    void every_deviation_is_from_a_promise() {
        PodmanDeviations.assertPromisedIn(EngineContractSuite.class);
    }

    /// The registries live as long as the daemon.
    static final class Registry implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            var provisions = PodmanExtension.daemon(context).provisions();
            provisions.registry();
            provisions.guardedRegistry();
        }
    }

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            var daemon = PodmanExtension.daemon(context);
            return DaemonSubject.at(daemon.provisions(), daemon.host(), Map.of());
        }
    }
}
