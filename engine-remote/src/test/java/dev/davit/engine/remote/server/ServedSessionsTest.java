package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.ServerSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Clients that took their connection over, and do not read or go away.
@ExtendWith(LeakCheck.class)
class ServedSessionsTest {
    private static final String LINES = "60000";

    @TempDir
    private Path folder;

    private SocketChannel attach(String name) throws IOException {
        var client = SocketChannel.open(StandardProtocolFamily.UNIX);
        client.connect(UnixDomainSocketAddress.of(folder.resolve("s")));
        String head = "POST /containers/" + name + "/attach?stream=1&stdout=1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                + "Upgrade: tcp\r\nContent-Length: 0\r\n\r\n";
        client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)));
        var first = ByteBuffer.allocate(12);
        while (first.hasRemaining()) assertThat(client.read(first)).isPositive();
        assertThat(new String(first.array(), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 101");
        return client;
    }

    private static boolean runs(FakeEngine engine, String name) {
        return engine.containers().inspect(new ContainerRef(name)).state().isRunning();
    }

    @Test
    void a_process_waits_for_a_client_that_does_not_read_and_goes_on_when_it_has_gone() throws IOException {
        try (var engine = new FakeEngine();
                var serving = new DockerApiServer()
                        .serve(engine, new ServerSettings(List.of("unix://" + folder.resolve("s")), List.of(), Optional.empty(), _ -> {}))) {
            assertThat(serving.addresses()).hasSize(1);
            for (String name : List.of("held", "read")) {
                engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "seq", LINES).named(name));
            }
            try (var held = attach("held")) {
                try (var reading = attach("read")) {
                    engine.containers().start(new ContainerRef("held"));
                    engine.containers().start(new ContainerRef("read"));
                    var bytes = ByteBuffer.allocate(64 * 1024);
                    while (reading.read(bytes) >= 0) bytes.clear();
                }
                Await.until("the one that is read has ended", () -> !runs(engine, "read"));
                assertThat(runs(engine, "held")).isTrue();
                assertThat(held.isOpen()).isTrue();
            }
            Await.until("the one that was held goes on to its end", () -> !runs(engine, "held"));
        }
    }
}
