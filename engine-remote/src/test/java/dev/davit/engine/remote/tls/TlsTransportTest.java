package dev.davit.engine.remote.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.remote.http.ConnectFailure;
import dev.davit.engine.remote.http.HostPort;
import dev.davit.engine.remote.http.HttpClient;
import dev.davit.engine.remote.http.Request;
import dev.davit.engine.remote.http.TcpTransport;
import dev.davit.testing.Await;
import dev.davit.testing.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTransportTest {
    private Certificates ours = new Certificates(Path.of(""));
    private Certificates theirs = ours;

    @BeforeAll
    void issue(@TempDir Path folder) throws IOException {
        ours = Certificates.in(folder.resolve("ours"));
        theirs = Certificates.in(folder.resolve("theirs"));
        ours.server("daemon", "DNS:localhost,IP:127.0.0.1", 2);
        ours.server("expired", "DNS:localhost,IP:127.0.0.1", -1);
        ours.server("elsewhere", "DNS:far.example,IP:10.1.2.3", 2);
        ours.client("me", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
        theirs.client("stranger", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
    }

    private TlsFiles files() {
        return new TlsFiles(Optional.of(ours.authority()), Optional.empty(), Optional.empty(), false);
    }

    private static TlsFiles with(TlsFiles files, Path certificate, Path key) {
        return new TlsFiles(files.ca(), Optional.of(certificate), Optional.of(key), files.skipVerify());
    }

    private static int ask(int port, TlsFiles files) throws IOException {
        return ask("127.0.0.1", port, files);
    }

    private static int ask(String host, int port, TlsFiles files) throws IOException {
        var tcp = new TcpTransport("tcp://" + host + ":" + port, new HostPort(host, port), Optional.empty());
        try (var client = new HttpClient(new TlsTransport(tcp, files));
                var response = client.send(Request.of("GET", "/"))) {
            return response.status();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void speaksTheVersionsInUse(String version) throws IOException {
        try (var server = TlsServer.start(ours, "daemon", version)) {
            assertThat(ask(server.port(), files())).isEqualTo(200);
            assertThat(ask("localhost", server.port(), files())).isEqualTo(200);
        }
    }

    @Test
    void refusesVersionsThatAreBroken() throws IOException {
        try (var server = TlsServer.start(ours, "daemon", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0")) {
            assertThatThrownBy(() -> ask(server.port(), files())).isInstanceOf(ConnectFailure.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EC PRIVATE KEY, ecparam -name prime256v1 -genkey -noout -out KEY",
        "EC PARAMETERS, ecparam -name secp384r1 -genkey -out KEY",
        "PRIVATE KEY, genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521 -out KEY",
        "RSA PRIVATE KEY, genrsa -traditional -out KEY 2048",
        "PRIVATE KEY, genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out KEY",
        "PRIVATE KEY, genpkey -algorithm ed25519 -out KEY"
    })
    void showsTheClientsCertificate(String form, String generate) throws IOException {
        String name = "client";
        ours.openssl(generate.replace("KEY", name + "-key.pem"));
        assertThat(Files.readString(ours.key(name))).startsWith("-----BEGIN " + form + "-----");
        ours.client(name, "-key " + name + "-key.pem");
        try (var server = TlsServer.start(ours, "daemon", "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem")) {
            assertThat(ask(server.port(), with(files(), ours.certificate(name), ours.key(name)))).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateOfSomebodyElseIsDenied(String version) throws IOException {
        try (var server = TlsServer.start(ours, "daemon", version, "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem")) {
            String address = "tcp://127.0.0.1:" + server.port();
            var stranger = with(files(), theirs.certificate("stranger"), theirs.key("stranger"));
            assertThatThrownBy(() -> ask(server.port(), stranger))
                    .isInstanceOfSatisfying(ConnectFailure.class, e -> assertThat(e.isDenied()).isTrue())
                    .hasMessageStartingWith("the daemon at " + address + " does not accept the certificate in " + theirs.certificate("stranger"));
            assertThat(ask(server.port(), with(files(), ours.certificate("me"), ours.key("me")))).isEqualTo(200);
        }
    }

    @Test
    void aDaemonThatWantsACertificateAndGetsNoneIsToldOf() throws IOException {
        try (var server = TlsServer.start(ours, "daemon", "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem")) {
            assertThatThrownBy(() -> ask(server.port(), files()))
                    .isInstanceOfSatisfying(ConnectFailure.class, e -> assertThat(e.isDenied()).isTrue())
                    .hasMessageContaining("wants a client certificate, and there is none such as " + ours.folder().resolve("cert.pem"));
        }
    }

    @Test
    void aDaemonOfAnotherAuthorityIsRefused() throws IOException {
        var trusting = new TlsFiles(Optional.of(theirs.authority()), Optional.empty(), Optional.empty(), false);
        try (var server = TlsServer.start(ours, "daemon")) {
            assertThatThrownBy(() -> ask(server.port(), trusting))
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessage("the certificate of 127.0.0.1 is not signed by any authority in " + theirs.authority());
            var machines = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), false);
            assertThatThrownBy(() -> ask(server.port(), machines))
                    .hasMessage("the certificate of 127.0.0.1 is not signed by any authority in this machine's list");
        }
    }

    @Test
    void aCertificateThatExpiredIsRefusedWithItsDay() throws IOException {
        try (var server = TlsServer.start(ours, "expired")) {
            assertThatThrownBy(() -> ask(server.port(), files()))
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessageMatching("the certificate of 127\\.0\\.0\\.1 expired on \\d{4}-\\d\\d-\\d\\d");
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefusedWithBoth() throws IOException {
        try (var server = TlsServer.start(ours, "elsewhere")) {
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                assertThatThrownBy(() -> ask(host, server.port(), files()))
                        .isInstanceOf(ConnectFailure.class)
                        .hasMessage("the certificate of " + host + " is for far.example, 10.1.2.3 and not for " + host);
            }
        }
    }

    @Test
    void withoutVerifyingAnythingIsTaken() throws IOException {
        for (String certificate : new String[] {"expired", "elsewhere"}) {
            try (var server = TlsServer.start(ours, certificate)) {
                var lax = new TlsFiles(Optional.of(theirs.authority()), Optional.empty(), Optional.empty(), true);
                assertThat(ask(server.port(), lax)).isEqualTo(200);
            }
        }
    }

    @Test
    void filesThatAreMissingOrWrongAreNamed() throws IOException {
        var absent = ours.folder().resolve("absent.pem");
        var me = with(files(), ours.certificate("me"), ours.key("me"));
        assertFails(new TlsFiles(Optional.of(absent), Optional.empty(), Optional.empty(), false), "there is no file " + absent);
        assertFails(with(me, absent, ours.key("me")), "there is no file " + absent);
        assertFails(with(me, ours.certificate("me"), absent), "there is no file " + absent);
        assertFails(with(me, ours.key("me"), ours.key("me")), ours.key("me") + " holds no certificate");
        assertFails(with(me, ours.certificate("me"), ours.certificate("me")), ours.certificate("me") + " holds no private key");
        assertFails(
                with(me, ours.certificate("me"), ours.key("daemon")),
                "the key in " + ours.key("daemon") + " is not that of the certificate in " + ours.certificate("me"));
        assertFails(with(me, ours.certificate("me"), ours.folder()), ours.folder() + " cannot be read: Is a directory");
    }

    @Test
    void keysWithAPassphraseAreRefusedBySayingSo() throws IOException {
        ours.openssl("ec -in me-key.pem -aes128 -passout pass:secret -out old-locked-key.pem");
        ours.openssl("pkcs8 -topk8 -in me-key.pem -passout pass:secret -out new-locked-key.pem");
        for (String name : new String[] {"old-locked", "new-locked"}) {
            assertFails(
                    with(files(), ours.certificate("me"), ours.key(name)),
                    "the key in " + ours.key(name) + " is encrypted; keys without a passphrase can be used");
        }
    }

    @Test
    void aBrokenKeyIsNotQuoted() throws IOException {
        var file = ours.folder().resolve("broken-key.pem");
        String text = Files.readString(ours.key("me"));
        for (String broken : new String[] {text.substring(0, 60), text.replace("MIG", "!IG"), text.replace("MIG", "AIG"), text.replaceFirst("-{5}END(?s:.*)", "")}) {
            Files.writeString(file, broken);
            assertThatThrownBy(() -> ask(1, with(files(), ours.certificate("me"), file)))
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining(text.lines().skip(1).findFirst().orElseThrow().substring(4));
        }
    }

    /// Nothing listens at port 1: the files are looked at before anything is sent.
    private static void assertFails(TlsFiles files, String message) {
        assertThatThrownBy(() -> ask(1, files)).isInstanceOf(ConnectFailure.class).hasMessage(message);
    }

    @Test
    void whatSpeaksNoTlsIsToldOf() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var _ = Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    client.getInputStream().read(new byte[16]);
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThatThrownBy(() -> ask(server.getLocalPort(), files()))
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessage("what listens at tcp://127.0.0.1:" + server.getLocalPort() + " does not speak TLS");
        }
    }

    @Test
    void aThreadThatWaitsCanBeInterrupted() throws Exception {
        try (var server = TlsServer.start(ours, "daemon")) {
            var tcp = new TcpTransport("tcp://x", new HostPort("127.0.0.1", server.port()), Optional.empty());
            try (var connection = new TlsTransport(tcp, files()).connect()) {
                var waiting = new CountDownLatch(1);
                var ended = new AtomicReference<Throwable>();
                Runnable read = () -> {
                    waiting.countDown();
                    try {
                        ended.set(new AssertionError("read " + connection.input().read()));
                    } catch (IOException e) {
                        ended.set(e);
                    }
                };
                var reader = Thread.ofPlatform().start(read);
                waiting.await();
                reader.interrupt();
                reader.join();
                assertThat(ended.get()).isInstanceOf(ClosedByInterruptException.class);
            }
        }
    }

    @Test
    void closingEndsAReader() throws Exception {
        try (var server = TlsServer.start(ours, "daemon")) {
            var tcp = new TcpTransport("tcp://x", new HostPort("127.0.0.1", server.port()), Optional.empty());
            var connection = new TlsTransport(tcp, files()).connect();
            var ended = new AtomicReference<Throwable>();
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    ended.set(new AssertionError("read " + connection.input().read()));
                } catch (IOException e) {
                    ended.set(e);
                }
            });
            Await.until("the reader waits", () -> reader.getState() == Thread.State.WAITING);
            connection.close();
            reader.join();
            assertThat(ended.get()).isInstanceOf(IOException.class);
        }
    }
}
