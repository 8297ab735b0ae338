package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineServer;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.remote.server.http.RawClient;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// `/containers/{id}/attach/ws` with the JDK's own client, and with one that breaks the rules. Source: RFC 6455.
@ExtendWith(LeakCheck.class)
@Timeout(60)
class WebSocketTest {
    private static final String SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private EngineServer.Serving serving;

    @BeforeEach
    void serve() {
        serving = new DockerApiServer()
                .serve(engine, new ServerSettings(List.of("unix://" + folder.resolve("s")), List.of(), Optional.empty(), _ -> {}));
        var spec = ContainerSpec.of(FakeEngine.BUSYBOX, "cat").named("echo").with(draft ->
                draft.process = draft.process.with(process -> process.openStdin = true));
        engine.containers().create(spec);
        engine.containers().start(new ContainerRef("echo"));
    }

    @AfterEach
    void end() {
        serving.close();
        engine.close();
    }

    private static String target(String version) {
        return "/v" + version + "/containers/echo/attach/ws?stream=1&stdin=1&stdout=1&stderr=1";
    }

    /// What the JDK's client, which knows TCP alone, does by way of a port that leads to the socket.
    private interface Talk {
        void with(WebSocket socket) throws Exception;
    }

    private void talk(String version, Talk talk) throws Exception {
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = SocketChannel.open(StandardProtocolFamily.UNIX);
                var client = HttpClient.newHttpClient()) {
            server.connect(UnixDomainSocketAddress.of(folder.resolve("s")));
            var relay = Thread.ofVirtual().start(() -> relay(port, server));
            var socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port.getLocalPort() + target(version)), new Listener())
                    .get();
            talk.with(socket);
            socket.abort();
            client.shutdownNow();
            relay.join();
        }
    }

    private static void relay(ServerSocket port, SocketChannel server) {
        try (var accepted = port.accept()) {
            var back = Thread.ofVirtual().start(() -> copy(Channels.newInputStream(server), output(accepted)));
            copy(accepted.getInputStream(), Channels.newOutputStream(server));
            server.close();
            back.join();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutputStream output(Socket socket) {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Until one of both has gone.
    private static void copy(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException e) {
            System.getLogger("dev.davit.test").log(System.Logger.Level.DEBUG, e::getMessage);
        }
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add("text " + data);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            heard.add("binary " + StandardCharsets.UTF_8.decode(data));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
            heard.add("pong " + StandardCharsets.UTF_8.decode(data));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("close " + status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add("error " + error);
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    /// What comes next, in however many frames.
    private void hears(String kind, String text) throws InterruptedException {
        var got = new StringBuilder();
        while (got.length() < text.length()) {
            String frame = next();
            assertThat(frame).startsWith(kind + " ");
            got.append(frame.substring(kind.length() + 1));
        }
        assertThat(got).hasToString(text);
    }

    @Test
    void text_bytes_pieces_and_pings_of_a_real_client_are_understood() throws Exception {
        talk("1.43", socket -> {
            socket.sendText("hel", false).get();
            hears("binary", "hel");
            socket.sendPing(ByteBuffer.wrap(new byte[] {'a'})).get();
            hears("pong", "a");
            socket.sendText("lo\n", true).get();
            socket.sendBinary(ByteBuffer.wrap("bytes\n".getBytes(StandardCharsets.UTF_8)), true).get();
            hears("binary", "lo\nbytes\n");
            String much = "0123456789abcdef\n".repeat(5000);
            socket.sendText(much, true).get();
            hears("binary", much);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get();
            assertThat(next()).isEqualTo("close 1000");
        });
        Await.until("the process goes on without a client", () ->
                engine.containers().inspect(new ContainerRef("echo")).state().isRunning());
    }

    @Test
    void an_old_client_is_told_text_and_the_end_of_the_process() throws Exception {
        talk("1.24", socket -> {
            socket.sendText("hello\n", true).get();
            hears("text", "hello\n");
            engine.containers().kill(new ContainerRef("echo"), "KILL");
            assertThat(next()).isEqualTo("close 1000");
        });
    }

    private RawClient raw() throws IOException {
        var client = RawClient.at(folder.resolve("s"));
        client.send("GET " + target("1.43") + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + SAMPLE_KEY + "\r\n\r\n");
        // the key's answer is the RFC's own example
        assertThat(client.answer())
                .startsWith("HTTP/1.1 101 ")
                .contains("\r\nUpgrade: websocket\r\n", "\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
        return client;
    }

    /// A short frame, masked.
    private static byte[] frame(int first, String payload) {
        byte[] mask = {1, 2, 3, 4};
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        frame.write(0x80 | bytes.length);
        frame.writeBytes(mask);
        for (int i = 0; i < bytes.length; i++) frame.write(bytes[i] ^ mask[i & 3]);
        return frame.toByteArray();
    }

    private void hangsUp(byte[] sent, String close) throws IOException {
        try (var client = raw()) {
            assertThat(client.send(sent).rest()).isEqualTo(close);
        }
    }

    @Test
    void a_frame_in_pieces_with_a_ping_between_is_one_message() throws IOException {
        try (var client = raw()) {
            client.send(frame(0x01, "hel")).send(frame(0x89, "?"));
            client.until("\u008a\u0001?");
            client.send(frame(0x80, "lo\n"));
            // alone, or in one frame with what was still on its way
            client.until("lo\n");
            client.send(frame(0x88, "\u0003\u00e9"));
            assertThat(client.rest()).endsWith("\u0088\u0002\u0003\u00e9");
        }
    }

    @Test
    void who_breaks_the_rules_is_told_so_and_hung_up_on() throws IOException {
        String broken = "\u0088\u0002\u0003\u00ea";
        hangsUp(new byte[] {(byte) 0x81, 2, 'h', 'i'}, broken);
        hangsUp(frame(0x80, "a continuation of nothing"), broken);
        hangsUp(frame(0xc1, "an extension"), broken);
        hangsUp(frame(0x83, "no such kind"), broken);
        hangsUp(frame(0x09, "a ping in pieces"), broken);
        hangsUp(new byte[] {(byte) 0x82, (byte) 0xff, 0, 0, 0, 1, 0, 0, 0, 0}, "\u0088\u0002\u0003\u00f1");
        assertThat(engine.containers().inspect(new ContainerRef("echo")).state().isRunning()).isTrue();
    }
}
