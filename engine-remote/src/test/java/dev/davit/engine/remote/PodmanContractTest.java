package dev.davit.engine.remote;

import dev.davit.engine.contract.ErrorsContract;
import dev.davit.engine.contract.RemoveContract;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.PodmanExtension;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Podman's Docker API, seen through the remote engine, keeps the contract of errors and of removing.
@ExtendWith({PodmanExtension.class, PodmanContractTest.Registry.class, LeakCheck.class, PodmanContractTest.Opened.class})
class PodmanContractTest {

    @Nested
    class Errors extends ErrorsContract {}

    @Nested
    class Remove extends RemoveContract {}

    /// The registries live as long as the daemon.
    static final class Registry implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            PodmanExtension.daemon(context).provisions().registry();
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
