package dev.davit.engine.contract;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Turns a test of something that the engine lacks into a test of its refusal.
final class NeedsExtension implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        intercept(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        intercept(test, context);
    }

    private static void intercept(Invocation<Void> test, ExtensionContext context) throws Throwable {
        var contract = (EngineContract) context.getRequiredTestInstance();
        var needed = needed(context);
        if (needed.isEmpty() || contract.engine().info().can(needed.get())) {
            test.proceed();
            return;
        }
        try {
            test.proceed();
        } catch (EngineException.Unsupported refusal) {
            if (refusal.feature() == needed.get()) return;
            throw refusal;
        }
        throw new AssertionError("the engine does not have the feature " + needed.get() + " and did not refuse");
    }

    private static Optional<Feature> needed(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Needs.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Needs.class))
                .map(Needs::value);
    }
}
