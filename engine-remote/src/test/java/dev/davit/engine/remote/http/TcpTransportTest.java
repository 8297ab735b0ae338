package dev.davit.engine.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TcpTransportTest {
    /// Answers the heads of every connection, each with its own text, and keeps them.
    private static final class Listener implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
        private final List<String> answers;

        Listener(String... answers) throws IOException {
            this.answers = List.of(answers);
            var _ = Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            while (true) {
                try (var client = server.accept()) {
                    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    for (String answer : answers) {
                        var head = new StringBuilder();
                        String line;
                        while ((line = in.readLine()) != null && !line.isEmpty()) head.append(line).append('\n');
                        heads.add(head.toString());
                        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException e) {
                    if (server.isClosed()) return;
                    throw new UncheckedIOException(e);
                }
            }
        }

        HostPort place() {
            return new HostPort("127.0.0.1", server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static int ask(HostPort target, Optional<HttpProxy> proxy) throws IOException {
        try (var client = new HttpClient(new TcpTransport("tcp://" + target, target, proxy));
                var response = client.send(Request.of("GET", "/_ping"))) {
            return response.status();
        }
    }

    @Test
    void aPortThatIsClosedIsNamed() throws IOException {
        HostPort closed;
        try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = new HostPort("127.0.0.1", once.getLocalPort());
        }
        assertThatThrownBy(() -> ask(closed, Optional.empty()))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("nothing listens at tcp://" + closed);
    }

    @Test
    void aHostThatIsUnknownIsNamed() {
        assertThatThrownBy(() -> ask(new HostPort("no-such-host.invalid", 2375), Optional.empty()))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("no host is called no-such-host.invalid");
    }

    @Test
    void whatListensAndIsNoDaemonIsNamed() throws IOException {
        try (var listener = new Listener("SSH-2.0-OpenSSH\r\n")) {
            assertThatThrownBy(() -> ask(listener.place(), Optional.empty())).hasMessage("answered 'SSH-2.0-OpenSSH', which is not HTTP");
        }
    }

    /// The name is the proxy's to look up.
    @Test
    void aProxyIsAskedForATunnel() throws Exception {
        try (var proxy = new Listener("HTTP/1.1 200 Connection established\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n")) {
            var target = new HostPort("daemon.invalid", 2375);
            var found = HttpProxy.of(Map.of("HTTP_PROXY", "http://user:p%40ss@" + proxy.place()), false, target);
            assertThat(ask(target, found)).isEqualTo(204);
            assertThat(proxy.heads.take())
                    .startsWith("CONNECT daemon.invalid:2375 HTTP/1.1\nHost: daemon.invalid:2375\n")
                    .contains("Proxy-Authorization: Basic dXNlcjpwQHNz\n");
            assertThat(proxy.heads.take()).startsWith("GET /_ping HTTP/1.1\n").doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void aProxyThatRefusesIsNamedWithoutItsPassword() throws IOException {
        try (var proxy = new Listener("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) {
            var target = new HostPort("daemon.invalid", 2376);
            var found = HttpProxy.of(Map.of("https_proxy", "user:secret@" + proxy.place()), true, target);
            assertThatThrownBy(() -> ask(target, found))
                    .isInstanceOfSatisfying(ConnectFailure.class, e -> assertThat(e.isDenied()).isTrue())
                    .hasMessage("the proxy http://" + proxy.place()
                            + " does not connect to daemon.invalid:2376: 'HTTP/1.1 407 Proxy Authentication Required'");
        }
    }

    @Test
    void eachWayHasItsOwnProxy() throws IOException {
        var environment = Map.of("HTTP_PROXY", "plain:1", "HTTPS_PROXY", "http://secret:2/");
        var target = new HostPort("far.example", 9);
        assertThat(HttpProxy.of(environment, false, target)).map(HttpProxy::place).contains(new HostPort("plain", 1));
        assertThat(HttpProxy.of(environment, true, target)).map(HttpProxy::place).contains(new HostPort("secret", 2));
        assertThat(HttpProxy.of(environment, false, new HostPort("localhost", 9))).isEmpty();
        assertThat(HttpProxy.of(environment, false, new HostPort("127.3.2.1", 9))).isEmpty();
        assertThat(HttpProxy.of(environment, false, new HostPort("::1", 9))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://host:1", "https://host", "http://host:99999", "http://a b"})
    void aProxyOfAnotherKindIsRefused(String value) {
        assertThatThrownBy(() -> HttpProxy.of(Map.of("HTTP_PROXY", value), false, new HostPort("far", 1)))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageStartingWith("HTTP_PROXY ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "* | far.example:1 | true",
        "example | far.example:1 | true",
        "example | example:1 | true",
        "ample | far.example:1 | false",
        ".example | example:1 | false",
        ".example | far.example:1 | true",
        "*.example | far.example:1 | true",
        "far.example:1 | far.example:1 | true",
        "far.example:2 | far.example:1 | false",
        "FAR.example | far.EXAMPLE:1 | true",
        "a, 10.0.0.0/8 | 10.2.3.4:1 | true",
        "10.0.0.0/8 | 11.2.3.4:1 | false",
        "10.0.0.0/8 | ten.example:1 | false",
        "2001:db8::/32 | [2001:db8::7]:1 | true",
        "10.1.2.3 | 10.1.2.3:1 | true",
        "2.3 | 10.1.2.3:1 | false",
        "'' | far:1 | false"
    })
    void whoIsReachedWithoutAProxy(String list, String target, boolean covered) {
        assertThat(new NoProxy(list).covers(HostPort.parse(target, 1).orElseThrow())).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "far | far | 7", "far:9 | far | 9", ":9 | localhost | 9", "[::1] | ::1 | 7", "[::1]:9 | ::1 | 9", "'' | localhost | 7", "far: | far | 7"
    })
    void readsHostsAndPorts(String text, String host, int port) {
        assertThat(HostPort.parse(text, 7)).contains(new HostPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"far:0", "far:65536", "far:x", "far:-1", "::1", "a/b", "a@b", "[::1", "a b", "a\u00e4", "a:1:2", "a?b"})
    void refusesWhatIsNone(String text) {
        assertThat(HostPort.parse(text, 7)).isEmpty();
    }
}
