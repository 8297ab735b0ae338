package dev.davit.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTest {
    /// Bindings as `address/host/inside`.
    @ParameterizedTest
    @CsvSource({
        "80, //80/tcp",
        "80/udp, //80/udp",
        "8080:80, /8080/80/tcp",
        "8080:80/SCTP, /8080/80/sctp",
        "127.0.0.1:8080:80, 127.0.0.1/8080/80/tcp",
        "127.0.0.1::80, 127.0.0.1//80/tcp",
        "[::1]:8080:80, ::1/8080/80/tcp",
        "[::1]::80, ::1//80/tcp",
        ":80, //80/tcp",
        "8000-8001:80-81, /8000/80/tcp /8001/81/tcp",
        "90-91, //90/tcp //91/tcp",
        "8000-8010:80, /8000-8010/80/tcp",
    })
    void aPublishedPortHasManySpellings(String text, String bindings) {
        assertThat(String.join(" ", Ports.published(text).stream()
                        .map(b -> b.hostAddress() + "/" + b.hostPort() + "/" + b.port())
                        .toList()))
                .isEqualTo(bindings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "70000", "-1", "80/ftp", "8080:", "1-2:3-5", "5-3", "::1:8080:80", "80-", "1:2:3:4", "8080:80:90:"})
    void whatIsNoPortIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.published(text));
    }

    @ParameterizedTest
    @CsvSource({"80, 80/tcp", "53/udp, 53/udp", "70-72, 70/tcp 71/tcp 72/tcp"})
    void anExposedPortMayBeARange(String text, String ports) {
        assertThat(String.join(" ", Ports.exposed(text).stream().map(Object::toString).toList())).isEqualTo(ports);
    }
}
