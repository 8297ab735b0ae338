package dev.davit.engine.remote;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.image.Credentials;
import dev.davit.testing.Dockerd;
import dev.davit.testing.Provisions;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/// A daemon under test, by whatever way it is reached.
///
/// @param provisions what is in and around the daemon
/// @param way opens the engine once more
/// @param engine the engine
/// @param after what is done when the engine is closed
public record DaemonSubject(Provisions provisions, Supplier<Engine> way, Engine engine, Runnable after) implements EngineUnderTest {

    public static DaemonSubject at(Provisions provisions, String address, Map<String, String> environment) {
        Supplier<Engine> way = () -> new DockerEngineProvider().open(address, EngineSettings.of(environment));
        return new DaemonSubject(provisions, way, way.get(), () -> {});
    }

    DaemonSubject andThen(Runnable more) {
        return new DaemonSubject(provisions, way, engine, more);
    }

    @Override
    public Engine openAgain() {
        return way.get();
    }

    @Override
    public String busybox() {
        return Dockerd.BUSYBOX;
    }

    @Override
    public void addImage(String name) throws IOException {
        provisions.addImage(name);
    }

    @Override
    public String offer(String repository, String tag) throws IOException {
        return provisions.offer(repository, tag);
    }

    @Override
    public Credentials account() throws IOException {
        return new Credentials(provisions.guardedRegistry(), Dockerd.USER, Dockerd.PASSWORD, "");
    }

    @Override
    public void close() {
        engine.close();
        after.run();
    }
}
