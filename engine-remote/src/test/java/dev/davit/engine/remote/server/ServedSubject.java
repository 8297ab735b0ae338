package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.remote.DockerEngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An engine served as the Docker API and seen through the remote engine.
///
/// @param behind the engine that is served
/// @param serving the server
/// @param folder where its socket is
/// @param engine what a client of the server sees
record ServedSubject(EngineUnderTest behind, EngineServer.Serving serving, Path folder, Engine engine) implements EngineUnderTest {

    static ServedSubject before(EngineUnderTest behind) throws IOException {
        var folder = Files.createTempDirectory("davit-served");
        String address = "unix://" + folder.resolve("davit.sock");
        var serving = new DockerApiServer()
                .serve(behind.engine(), new ServerSettings(List.of(address), List.of(), Optional.empty(), _ -> {}));
        return new ServedSubject(behind, serving, folder, opened(address));
    }

    private static Engine opened(String address) {
        return new DockerEngineProvider().open(address, EngineSettings.of(Map.of()));
    }

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
