package dev.davit.engine.remote;

import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.contract.StreamContractSuite;
import dev.davit.testing.Certificates;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.NamespacePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What of the contract is about streams, on a dockerd that takes TLS with client certificates only.
@ExtendWith({TlsContractTest.Server.class, LeakCheck.class, TlsContractTest.Opened.class})
class TlsContractTest extends StreamContractSuite {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TlsContractTest.class);
    private static final int PORT = 2376;

    /// A daemon with its certificates, and the port that leads to it.
    private record Running(Dockerd daemon, NamespacePort port, Path certificates) implements AutoCloseable {

        static Running start() {
            try {
                var folder = Files.createTempDirectory("davit-tls");
                var made = Certificates.in(folder.resolve("certificates"));
                made.server("server", "DNS:localhost", 2);
                made.client("cert", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
                Files.move(made.key("cert"), made.folder().resolve("key.pem"));
                var daemon = Dockerd.start(
                        folder,
                        List.of(
                                "-H", "tcp://127.0.0.1:" + PORT, "--tlsverify", "--tlscacert", made.authority().toString(),
                                "--tlscert", made.certificate("server").toString(), "--tlskey", made.key("server").toString()));
                return new Running(daemon, daemon.port(PORT), made.folder());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            port.close();
            daemon.close();
        }
    }

    /// One daemon for all themes.
    static final class Server implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            running(context);
        }
    }

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) {
            var running = running(context);
            var environment = Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", running.certificates().toString());
            var subject = DaemonSubject.at(running.daemon().provisions(), "tcp://localhost:" + running.port().number(), environment);
            // After the engine's own end nothing of it may stand; what carries its connections ends with them.
            return subject.andThen(running.port()::cut);
        }
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }
}
