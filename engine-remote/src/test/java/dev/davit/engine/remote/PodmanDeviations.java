package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Await;
import dev.davit.testing.PodmanExtension;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// What podman does otherwise than the contract promises, and the client cannot set right, by `podman-deviations.txt`: a row
/// is a promise (its contract in the suite, its method, the display name of one of several cases), words of the failure, and
/// why, between tabs.
///
/// The test of such a promise runs and must fail with these words. One that is kept makes its row false, and fails; only where
/// the reason begins with `now and then` it depends on the clock, and may be kept.
final class PodmanDeviations implements InvocationInterceptor {
    private static final Map<String, Row> ROWS = rows();
    private static final int PATIENCE_SECONDS = 3;

    private record Row(String promise, String words, String reason) {

        static Row of(String text) {
            var cells = text.split("\t", -1);
            assertThat(cells).as(text).hasSize(3).noneMatch(String::isBlank);
            return new Row(cells[0], cells[1], cells[2]);
        }

        /// Whether its test would wait for ever.
        boolean hangs() {
            return words.contains("nterrupt");
        }

        /// Whether it fails as told: with these words, or others where two are told with ` / ` between them.
        boolean isMeant(String failure) {
            return Arrays.stream(words.split(" / ", -1)).anyMatch(failure::contains);
        }

        boolean holdsSometimes() {
            return reason.startsWith("now and then");
        }

        /// Whether podman goes on with what was broken off, which then is to be ended.
        boolean goesOn() {
            return reason.contains("goes on");
        }
    }

    private static Map<String, Row> rows() {
        try (var table = PodmanDeviations.class.getResourceAsStream("/podman-deviations.txt")) {
            assertThat(table).isNotNull();
            var rows = new LinkedHashMap<String, Row>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .forEach(row -> assertThat(rows.put(row.promise(), row)).as("another row for " + row.promise()).isNull());
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Fails when a row names what no contract of this suite promises.
    static void assertPromisedIn(Class<?> suite) {
        var promises = Arrays.stream(suite.getDeclaredClasses())
                .flatMap(contract -> Arrays.stream(contract.getSuperclass().getDeclaredMethods()).map(method -> contract.getSimpleName() + "." + method.getName()))
                .toList();
        assertThat(ROWS.keySet()).allMatch(row -> promises.contains(row.split(" ", 2)[0]), "a promise of the suite");
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        intercept(test, promise(method, context), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        intercept(test, promise(method, context) + " " + oneLine(context.getDisplayName()), context);
    }

    private static String promise(ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "." + method.getExecutable().getName();
    }

    private static void intercept(Invocation<Void> test, String promise, ExtensionContext context) throws Throwable {
        var row = Optional.ofNullable(ROWS.get(promise));
        if (row.isEmpty()) {
            test.proceed();
            return;
        }
        var failure = failure(test, row.get().hangs());
        if (row.get().goesOn()) PodmanExtension.daemon(context).endBuild();
        if (failure.isEmpty() && row.get().holdsSometimes()) return;
        if (failure.isEmpty()) throw new AssertionError("podman keeps it by now, its row is to go: " + promise);
        assertThat(failure.get()).as("how %s fails, by its row: %s", promise, row.get().words()).matches(row.get()::isMeant);
    }

    /// What a test fails with; one that waits for what never comes is interrupted.
    private static Optional<String> failure(Invocation<Void> test, boolean hangs) {
        var patience = new Patience(Thread.currentThread());
        if (hangs) CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(patience::end);
        try {
            test.proceed();
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(oneLine(failure.toString()));
        } finally {
            patience.over();
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// Interrupts a test once, and never what comes after it.
    private static final class Patience {
        private final Thread runner;
        private boolean over;

        Patience(Thread runner) {
            this.runner = runner;
        }

        synchronized void end() {
            if (!over) runner.interrupt();
        }

        /// Leaves no interrupt behind.
        synchronized void over() {
            over = true;
            if (Thread.interrupted()) System.getLogger(PodmanDeviations.class.getName()).log(System.Logger.Level.DEBUG, "it waited in vain");
        }
    }
}
