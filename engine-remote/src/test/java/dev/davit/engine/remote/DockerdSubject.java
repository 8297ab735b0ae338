package dev.davit.engine.remote;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.image.Credentials;
import dev.davit.testing.Dockerd;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/// A dockerd under test, by whatever way it is reached.
///
/// @param daemon the daemon, for what is around it
/// @param way opens the engine once more
/// @param engine the engine
/// @param after what is done when the engine is closed
record DockerdSubject(Dockerd daemon, Supplier<Engine> way, Engine engine, Runnable after) implements EngineUnderTest {

    static DockerdSubject at(Dockerd daemon, String address, Map<String, String> environment) {
        Supplier<Engine> way = () -> new DockerEngineProvider().open(address, EngineSettings.of(environment));
        return new DockerdSubject(daemon, way, way.get(), () -> {});
    }

    DockerdSubject andThen(Runnable more) {
        return new DockerdSubject(daemon, way, engine, more);
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
        after.run();
    }
}
