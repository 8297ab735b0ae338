package dev.davit.engine.contract;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Opens an [EngineUnderTest] before each contract class, hands it to the tests and closes it after the last.
public abstract class EngineUnderTestExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EngineUnderTestExtension.class);

    /// Opens the engine.
    ///
    /// @param context of the contract class, where fixtures of longer life are found
    protected abstract EngineUnderTest open(ExtensionContext context) throws IOException;

    @Override
    public final void beforeAll(ExtensionContext context) throws IOException {
        if (!isContract(context)) return;
        var opened = open(context);
        store(context).put(EngineUnderTest.class, opened);
        store(context).put(Standing.class, new Standing(opened));
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        if (!isContract(context)) return;
        try (var opened = store(context).remove(EngineUnderTest.class, EngineUnderTest.class);
                var standing = store(context).remove(Standing.class, Standing.class)) {
            if (opened == null || standing == null) throw new IllegalStateException("the engine under test was not opened");
        }
    }

    /// The suite around the contracts needs no engine of its own.
    private static boolean isContract(ExtensionContext context) {
        return EngineContract.class.isAssignableFrom(context.getRequiredTestClass());
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == EngineUnderTest.class || type == Standing.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        var found = store(context).get(type);
        if (found == null) throw new IllegalStateException("no " + type.getSimpleName() + " was opened");
        return found;
    }
}
