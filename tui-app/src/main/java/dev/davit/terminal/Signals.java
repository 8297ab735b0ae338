package dev.davit.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/// Signals sent to this process, by way of `sun.misc.Signal`: the only way without C, and found by name because the
/// compiler has no means to be told that this is meant.
public final class Signals {
    private static final Class<?> SIGNAL = type("sun.misc.Signal");
    private static final Class<?> HANDLER = type("sun.misc.SignalHandler");
    private static final Method HANDLE = handle();

    private Signals() {}

    /// A handler that can be taken back.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        /// Restores the handler that was there before.
        @Override
        void close();
    }

    /// Calls something whenever a signal arrives, on a thread of its own, in place of what would happen otherwise.
    ///
    /// @param name without `SIG`
    /// @return empty when the Java virtual machine keeps the signal for itself (QUIT, USR1, SEGV, …) or there is none of
    ///     that name
    public static Optional<Registration> on(String name, Runnable action) {
        Object handler = Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {HANDLER}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "handle" -> action.run();
                        case "equals" -> {
                            return arguments[0] instanceof Proxy && System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            return "handler of " + name;
                        }
                    }
                    return null;
                });
        try {
            Object signal = SIGNAL.getConstructor(String.class).newInstance(name);
            Object before = HANDLE.invoke(null, signal, handler);
            return Optional.of(() -> restore(signal, before));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) return Optional.empty();
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void restore(Object signal, Object handler) {
        try {
            HANDLE.invoke(null, signal, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this Java lacks the module jdk.unsupported", e);
        }
    }

    private static Method handle() {
        try {
            return SIGNAL.getMethod("handle", SIGNAL, HANDLER);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
