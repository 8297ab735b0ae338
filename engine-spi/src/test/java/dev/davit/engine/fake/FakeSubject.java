package dev.davit.engine.fake;

import dev.davit.engine.Engine;
import dev.davit.engine.contract.EngineUnderTest;
import dev.davit.engine.image.Credentials;

/// The engine in memory, with a registry in memory around it, as what the contract is held against.
///
/// @param engine the engine
public record FakeSubject(FakeEngine engine) implements EngineUnderTest {
    private static final String REGISTRY = "127.0.0.1:5000";

    /// A fresh one.
    public static FakeSubject create() {
        return new FakeSubject(new FakeEngine());
    }

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
