package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Engine;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.remote.server.http.RawClient;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks for an archive and goes leaves nothing open: not the engine's stream, nor the thread that read it.
@ExtendWith(LeakCheck.class)
@Timeout(30)
class VanishedReaderTest {
    @TempDir
    Path folder;

    /// An archive without an end; from its second piece on it may also never go on.
    private static final class Endless extends TarStream {
        private final boolean stalls;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile @Nullable Thread reader;
        private boolean begun;

        Endless(boolean stalls) {
            this.stalls = stalls;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            reader = Thread.currentThread();
            if (begun && stalls) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
            begun = true;
            return length;
        }

        @Override
        public void close() {
            closed.countDown();
        }

        private boolean isLetGo() {
            var last = reader;
            return closed.getCount() == 0 && last != null && !last.isAlive();
        }
    }

    /// The same but for what one method answers.
    private static <T> T answering(Class<T> type, T like, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, called, arguments) ->
                called.getName().equals(method) ? answer : call(like, called, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_export_ends_with_its_client(boolean stalls) throws IOException {
        var archive = new Endless(stalls);
        try (var fake = new FakeEngine()) {
            var files = answering(ContainerFiles.class, fake.files(), "export", archive);
            var settings = new ServerSettings(List.of("unix://" + folder.resolve("s")), List.of(), Optional.empty(), _ -> {});
            try (var serving = new DockerApiServer().serve(answering(Engine.class, fake, "files", files), settings)) {
                try (var client = RawClient.at(folder.resolve("s"))) {
                    client.send("GET /containers/x/export HTTP/1.1\r\nHost: x\r\n\r\n");
                    assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ").contains("\r\nTransfer-Encoding: chunked\r\n");
                    assertThat(archive.isLetGo()).isFalse();
                }
                Await.until("the engine's stream is closed and its reader has ended", archive::isLetGo);
                assertThat(serving.addresses()).hasSize(1);
            }
        }
    }
}
