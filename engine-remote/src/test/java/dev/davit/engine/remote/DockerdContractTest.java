package dev.davit.engine.remote;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.image.Credentials;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Docker's own daemon, seen through the remote engine, keeps the contract.
@ExtendWith({
    DockerdExtension.class,
    DockerdContractTest.Registry.class,
    LeakCheck.class,
    DockerdContractTest.Opened.class
})
class DockerdContractTest extends EngineContractSuite {

    /// The registries live as long as the daemon.
    static final class Registry implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            DockerdExtension.daemon(context).registry();
            DockerdExtension.daemon(context).guardedRegistry();
        }
    }

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            var daemon = DockerdExtension.daemon(context);
            return new Subject(daemon, opened(daemon));
        }
    }

    private static Engine opened(Dockerd daemon) {
        return new DockerEngineProvider().open(daemon.host(), EngineSettings.of(Map.of()));
    }

    private record Subject(Dockerd daemon, Engine engine) implements EngineUnderTest {

        @Override
        public Engine openAgain() {
            return opened(daemon);
        }

        @Override
        public String busybox() {
            return Dockerd.BUSYBOX;
        }

        @Override
        public void addImage(String name) throws IOException {
            daemon.addImage(name);
        }

        @Override
        public String offer(String repository, String tag) throws IOException {
            return daemon.offer(repository, tag);
        }

        @Override
        public Credentials account() throws IOException {
            return new Credentials(daemon.guardedRegistry(), Dockerd.USER, Dockerd.PASSWORD, "");
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
