package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.contract.EngineContractSuite;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.contract.EngineUnderTestExtension;
import dev.davit.engine.fake.FakeSubject;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.remote.DockerEngineProvider;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine in memory, served as the Docker API and seen through the remote engine, keeps the contract: whatever does not is lost
/// at one of the two ends.
@ExtendWith({LeakCheck.class, ServedFakeContractTest.Opened.class})
class ServedFakeContractTest extends EngineContractSuite {

    static final class Opened extends EngineUnderTestExtension {
        @Override
        protected EngineUnderTest open(ExtensionContext context) throws IOException {
            var folder = Files.createTempDirectory("davit-served");
            var behind = FakeSubject.create();
            String address = "unix://" + folder.resolve("davit.sock");
            var serving = new DockerApiServer()
                    .serve(behind.engine(), new ServerSettings(List.of(address), List.of(), Optional.empty(), _ -> {}));
            return new Subject(behind, serving, folder, opened(address));
        }
    }

    private static Engine opened(String address) {
        return new DockerEngineProvider().open(address, EngineSettings.of(Map.of()));
    }

    /// @param behind the engine that is served
    /// @param engine what a client of the server sees
    record Subject(EngineUnderTest behind, EngineServer.Serving serving, Path folder, Engine engine) implements EngineUnderTest {

        @Override
        public Engine openAgain() {
            return opened(serving.addresses().getFirst());
        }

        @Override
        public String busybox() {
            return behind.busybox();
        }

        @Override
        public void addImage(String name) throws IOException {
            behind.addImage(name);
        }

        @Override
        public String offer(String repository, String tag) throws IOException {
            return behind.offer(repository, tag);
        }

        @Override
        public Credentials account() throws IOException {
            return behind.account();
        }

        @Override
        public void close() {
            engine.close();
            serving.close();
            behind.close();
            try {
                Files.delete(folder);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
