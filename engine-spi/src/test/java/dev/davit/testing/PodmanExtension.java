package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One [Podman] for all test classes of this JVM that ask for it: started for the first, ended after the last. A test gets
/// it as a parameter. Where it cannot be started, the class is aborted with what is missing.
public final class PodmanExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PodmanExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        daemon(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Podman.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return daemon(context);
    }

    /// The daemon, started when it is not yet.
    public static Podman daemon(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Podman.class, _ -> start(), Podman.class);
    }

    private static Podman start() {
        try {
            return Podman.start(Files.createTempDirectory("davit-podman"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
