package dev.davit.format.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortTextTest {
    @Test
    void whatIsNotPublishedStandsAlone() {
        assertThat(text(binding(80, ""))).isEqualTo("80/tcp");
        assertThat(PortText.of(List.of())).isEmpty();
    }

    @Test
    void neighboursAreDrawnTogether() {
        assertThat(text(binding(72, ""), binding(70, ""), binding(71, ""), binding(74, ""))).isEqualTo("70-72/tcp, 74/tcp");
    }

    @Test
    void neighboursUnderTheirOwnNumbersAreDrawnTogether() {
        assertThat(text(binding(8000, "8000"), binding(8001, "8001"))).isEqualTo("0.0.0.0:8000-8001->8000-8001/tcp");
    }

    @Test
    void otherNumbersStandOneByOneAtTheEnd() {
        assertThat(text(binding(80, "8080"), binding(81, "8081"), binding(90, "")))
                .isEqualTo("90/tcp, 0.0.0.0:8080->80/tcp, 0.0.0.0:8081->81/tcp");
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        var port = new ContainerPort(80, TransportProtocol.TCP);
        assertThat(text(new PortBinding(port, "::", "80"))).isEqualTo("[::]:80->80/tcp");
        assertThat(text(new PortBinding(port, "::1", "81"))).isEqualTo("[::1]:81->80/tcp");
    }

    private static PortBinding binding(int port, String host) {
        return new PortBinding(new ContainerPort(port, TransportProtocol.TCP), host.isEmpty() ? "" : "0.0.0.0", host);
    }

    private static String text(PortBinding... ports) {
        return PortText.of(Arrays.asList(ports));
    }
}
