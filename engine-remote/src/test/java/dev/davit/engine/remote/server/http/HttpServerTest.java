package dev.davit.engine.remote.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LeakCheck.class)
@Timeout(30)
class HttpServerTest {
    private static final Limits LIMITS =
            new Limits(8, 1 << 10, 4 << 10, 20, Duration.ofMillis(600), Duration.ofSeconds(20), Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private Path socket;
    private HttpServer server;

    /// Answers with what it was asked: `/echo` the body, `/stream` chunks until the client has gone, `/talk` a conversation.
    private final class Answers implements HttpServer.Handler {
        @Override
        public void handle(Exchange exchange) throws IOException {
            switch (exchange.target()) {
                case "/stream" -> {
                    exchange.whenGone(gone::countDown);
                    var out = exchange.begin(200, "text/plain");
                    out.write("begun".getBytes(StandardCharsets.US_ASCII));
                    try {
                        gone.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                case "/two" -> {
                    var out = exchange.begin(200, "text/plain");
                    out.write("one".getBytes(StandardCharsets.US_ASCII));
                    out.write("three".getBytes(StandardCharsets.US_ASCII));
                }
                case "/half" -> {
                    exchange.begin(200, "text/plain").write("half".getBytes(StandardCharsets.US_ASCII));
                    exchange.abort();
                }
                case "/talk" -> {
                    try (var talk = exchange.hijack("application/octet-stream")) {
                        byte[] heard = talk.input().readAllBytes();
                        talk.output().write(heard);
                    }
                }
                case "/unread" -> exchange.answer(200, "text/plain", "not read".getBytes(StandardCharsets.US_ASCII));
                default -> exchange.answer(200, "text/plain", exchange.wholeBody(2048));
            }
        }

        @Override
        public void refuse(Exchange exchange, BadRequest reason) throws IOException {
            exchange.answer(reason.status(), "text/plain", String.valueOf(reason.getMessage()).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @BeforeEach
    void serve() throws IOException {
        socket = folder.resolve("s");
        server = new HttpServer(List.of(UnixListener.at(socket, List.of())), new Answers(), LIMITS, line -> {
            synchronized (log) {
                log.add(line);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.close();
        assertThat(socket).doesNotExist();
    }

    private RawClient client() throws IOException {
        return RawClient.at(socket);
    }

    @Test
    void a_connection_serves_one_request_after_another() throws IOException {
        try (var client = client()) {
            client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nabc");
            client.send("POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1;x=y\r\nf\r\n0\r\n\r\n");
            assertThat(client.answer()).endsWith("\r\n\r\ndef");
        }
    }

    @Test
    void requests_that_come_together_are_answered_in_their_order() throws IOException {
        try (var client = client()) {
            String one = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n";
            client.send(one + "1" + one + "2" + one + "3");
            assertThat(client.answer()).endsWith("1");
            assertThat(client.answer()).endsWith("2");
            assertThat(client.answer()).endsWith("3");
        }
    }

    @Test
    void a_client_that_waits_for_permission_is_given_it_by_who_reads() throws IOException {
        try (var client = client()) {
            client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.until("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("ok");
            assertThat(client.until("\r\n\r\nok")).contains("HTTP/1.1 200");
        }
    }

    @Test
    void a_client_that_waits_for_permission_and_gets_an_answer_instead_is_hung_up_on() throws IOException {
        try (var client = client()) {
            client.send("POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 200").contains("Connection: close").doesNotContain("100 Continue");
        }
    }

    @Test
    void a_body_that_nobody_read_is_taken_for_no_request() throws IOException {
        try (var client = client()) {
            String hidden = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
            client.send("POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden);
            assertThat(client.answer()).endsWith("not read");
            client.send("POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nz");
            assertThat(client.answer()).endsWith("\r\n\r\nz");
        }
    }

    @Test
    void the_answer_to_head_has_no_body() throws IOException {
        try (var client = client()) {
            client.send("HEAD /unread HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.rest()).contains("Content-Length: 8\r\n").endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_stream_comes_in_chunks_and_its_end_is_seen() throws IOException {
        try (var client = client()) {
            client.send("GET /two HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.until("0\r\n\r\n")).contains("Transfer-Encoding: chunked").endsWith("\r\n\r\n3\r\none\r\n5\r\nthree\r\n0\r\n\r\n");
        }
    }

    @Test
    void a_client_of_the_old_protocol_gets_the_bytes_and_the_end() throws IOException {
        try (var client = client()) {
            client.send("GET /two HTTP/1.0\r\n\r\n");
            assertThat(client.rest()).doesNotContain("chunked").endsWith("\r\n\r\nonethree");
        }
    }

    @Test
    void a_stream_that_broke_has_no_end() throws IOException {
        try (var client = client()) {
            client.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.rest()).endsWith("\r\n\r\n4\r\nhalf\r\n");
        }
    }

    @Test
    void a_conversation_goes_on_with_what_came_with_the_request_and_sees_its_half_end() throws IOException {
        try (var client = client()) {
            client.send("POST /talk HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nhel").send("lo").shutdownOutput();
            assertThat(client.rest()).startsWith("HTTP/1.1 101 UPGRADED\r\n").endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void who_streams_is_told_when_the_client_has_gone() throws Exception {
        try (var client = client()) {
            client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n").until("begun");
        }
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        Await.until("the connection is forgotten", () -> server.connections() == 0);
    }

    @Test
    void a_request_behind_a_stream_does_not_count_as_the_clients_going() throws Exception {
        try (var client = client()) {
            client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n").until("begun");
            client.send("POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nz");
            assertThat(gone.await(300, TimeUnit.MILLISECONDS)).isFalse();
            gone.countDown();
            assertThat(client.until("\r\n\r\nz")).contains("0\r\n\r\nHTTP/1.1 200");
        }
    }

    static Stream<List<String>> broken() {
        return Stream.of(
                List.of("400", "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("400", "get /a HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("400", "GET a HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("400", "GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("400", "GET /\u00ff HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\nHost: x\n\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n"),
                List.of("400", "GET /a\r\n\r\n"),
                List.of("505", "GET /a HTTP/2.0\r\nHost: x\r\n\r\n"),
                List.of("505", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost : x\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n"),
                List.of("400", "GET /a HTTP/1.1\r\nHost: x\r\nA: \u0000\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nz"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\nz"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\nz"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0x1\r\n\r\nz"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"),
                List.of("413", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n"),
                List.of("501", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                List.of("501", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"),
                List.of("400", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + "a: b\r\n".repeat(40) + "\r\n"),
                List.of("417", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: miracles\r\n\r\nz"),
                List.of("414", "GET /" + "a".repeat(2000) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("431", "GET /a HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(2000) + "\r\n\r\n"),
                List.of("431", "GET /a HTTP/1.1\r\nHost: x\r\n" + ("A: " + "a".repeat(900) + "\r\n").repeat(5) + "\r\n"),
                List.of("431", "GET /a HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(30) + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_request_that_could_be_read_in_two_ways_or_is_too_much_is_refused_and_hung_up_on(List<String> row) throws IOException {
        try (var client = client()) {
            client.send(row.get(1));
            String answer = client.rest();
            assertThat(answer).startsWith("HTTP/1.1 " + row.get(0) + " ").contains("Connection: close");
            assertThat(answer.split("HTTP/1.1 [0-9]", -1)).as("one answer").hasSize(2);
        }
        Await.until("the connection is forgotten", () -> server.connections() == 0);
    }

    @Test
    void half_a_request_is_not_waited_for() throws IOException {
        try (var client = client()) {
            client.send("GET /a HTTP/1.1\r\nHo");
            assertThat(client.rest()).isEmpty();
        }
        Await.until("it was said", () -> {
            synchronized (log) {
                return log.stream().anyMatch(line -> line.contains("took too long"));
            }
        });
    }

    @Test
    void more_clients_than_there_is_room_for_wait_until_one_goes() throws IOException {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < LIMITS.connections(); i++) {
            var client = client();
            clients.add(client);
            client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nz").answer();
        }
        try (var waiting = client()) {
            waiting.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nw");
            assertThat(server.connections()).isEqualTo(LIMITS.connections());
            clients.removeLast().close();
            assertThat(waiting.answer()).endsWith("\r\n\r\nw");
        } finally {
            for (var client : clients) client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"root, rw-rw----", "no-such-group, rw-------"})
    void the_socket_is_its_groups_before_anybody_can_connect(String group, String mode) throws IOException {
        var other = folder.resolve("other");
        try (var listener = UnixListener.at(other, List.of("nor-this-one", group))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other))).isEqualTo(mode);
            assertThat(listener.address()).isEqualTo("unix://" + other);
        }
        assertThat(other).doesNotExist();
    }

    @Test
    void a_socket_that_nobody_listens_on_is_replaced_and_one_in_use_is_not() throws IOException {
        assertThat(catchThrowable(() -> UnixListener.at(socket, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("somebody answers");
        var file = Files.createFile(folder.resolve("file"));
        assertThat(catchThrowable(() -> UnixListener.at(file, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no socket");
        var dead = folder.resolve("dead");
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(dead));
        }
        assertThat(dead).exists();
        UnixListener.at(dead, List.of()).close();
        assertThat(dead).doesNotExist();
    }
}
