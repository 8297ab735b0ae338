package dev.davit.engine.remote;

import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.contract.StreamContractSuite;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What of the contract is about streams, on Docker's own daemon behind an sshd at its default settings; among it are 300 feeds
/// at once, through the one login that sshd has to allow.
@ExtendWith({
    DockerdExtension.class,
    SshContractTest.Server.class,
    LeakCheck.class,
    SshContractTest.Opened.class
})
class SshContractTest extends StreamContractSuite {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SshContractTest.class);

    /// One sshd for all themes.
    static final class Server implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            sshd(context);
        }
    }

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) throws IOException {
            var daemon = DockerdExtension.daemon(context);
            var sshd = sshd(context);
            return DaemonSubject.at(daemon.provisions(), sshd.url(daemon.socket()), sshd.user());
        }
    }

    private static Sshd sshd(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Sshd.class, _ -> start(), Sshd.class);
    }

    private static Sshd start() {
        try {
            return Sshd.start(Files.createTempDirectory("davit-sshd"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
