package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.remote.DockerEngineProvider;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.testing.Certificates;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A port of the loopback, served by TLS to clients with a certificate.
@ExtendWith(LeakCheck.class)
@Timeout(60)
class ServedByTlsTest {
    @TempDir
    Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final FakeEngine engine = new FakeEngine();
    private Certificates made;
    private EngineServer.Serving serving;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        Requirement.need(Requirement.OPENSSL);
        made = Certificates.in(folder.resolve("certificates"));
        made.server("server", "DNS:localhost", 2);
        made.client("cert", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
        Files.move(made.key("cert"), made.folder().resolve("key.pem"));
        int port = freePort();
        var tls = new ServerSettings.Tls(made.authority(), made.certificate("server"), made.key("server"));
        serving = new DockerApiServer()
                .serve(engine, new ServerSettings(List.of("tcp://127.0.0.1:" + port), List.of(), Optional.of(tls), log::add));
        address = "tcp://localhost:" + port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void end() {
        serving.close();
        engine.close();
    }

    private EngineSettings client(Path certificates) {
        return EngineSettings.of(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", certificates.toString()));
    }

    private void createVolume() {
        try (var client = new DockerEngineProvider().open(address, client(made.folder()))) {
            assertThat(client.volumes().create(VolumeSpec.of("kept"))).isEqualTo("kept");
        }
    }

    @Test
    void who_has_a_certificate_is_let_in_and_known_by_its_name() {
        createVolume();
        assertThat(log).anyMatch(line -> line.contains("CN=") && line.contains("127.0.0.1") && line.endsWith("POST /v1.43/volumes/create"));
    }

    @Test
    void who_has_none_or_one_of_another_authority_is_not() throws IOException {
        var stranger = Certificates.in(folder.resolve("stranger"));
        stranger.client("cert", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
        Files.move(stranger.key("cert"), stranger.folder().resolve("key.pem"));
        Files.copy(made.authority(), stranger.authority(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> new DockerEngineProvider().open(address, client(stranger.folder()))).isInstanceOf(EngineException.Denied.class);
        Files.delete(stranger.certificate("cert"));
        Files.delete(stranger.folder().resolve("key.pem"));
        assertThatThrownBy(() -> new DockerEngineProvider().open(address, client(stranger.folder()))).isInstanceOf(EngineException.Denied.class);
    }

    @Test
    void who_speaks_no_tls_is_hung_up_on_and_keeps_nobody_waiting() throws IOException {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (var silent = new Socket(InetAddress.getLoopbackAddress(), port);
                var plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            plain.getOutputStream().write("GET /_ping HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("OK");
            assertThat(silent.getInputStream().available()).isZero();
            createVolume();
        }
    }

    @Test
    void a_port_without_certificates_is_refused() {
        var settings = new ServerSettings(List.of("tcp://127.0.0.1:2375"), List.of(), Optional.empty(), log::add);
        assertThatThrownBy(() -> new DockerApiServer().serve(engine, settings))
                .isInstanceOf(EngineException.Invalid.class)
                .hasMessageContaining("cannot listen at tcp://127.0.0.1:2375: a port is served by TLS only");
    }
}
