package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One [Dockerd] for all test classes of this JVM that ask for it: started for the first, ended after the last. A test gets
/// it as a parameter. Where it cannot be started, the class is aborted with what is missing.
public final class DockerdExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DockerdExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        daemon(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Dockerd.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return daemon(context);
    }

    /// The daemon, started when it is not yet.
    public static Dockerd daemon(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Dockerd.class, _ -> start(), Dockerd.class);
    }

    private static Dockerd start() {
        try {
            var daemon = Dockerd.start(Files.createTempDirectory("davit-dockerd"));
            // What stands around it begins with it: another fixture that is closed before this one must not take it for its own.
            if (Requirement.REGISTRY.isMet()) {
                daemon.provisions().registry();
                daemon.provisions().guardedRegistry();
                daemon.provisions().index();
            }
            return daemon;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
