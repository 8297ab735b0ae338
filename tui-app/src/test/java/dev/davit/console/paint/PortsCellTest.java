package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalPosition;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.container.TransportProtocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortsCellTest {

    private static List<PortsCell.Part> parts(TransportProtocol protocol, String address, String port) {
        return PortsCell.parts(List.of(new PortBinding(new ContainerPort(80, protocol), address, port)), Signs.ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 0.0.0.0, 8080, http://localhost:8080", "TCP, ::, 8080, http://localhost:8080", "TCP, '', 8080, http://localhost:8080",
        "TCP, 127.0.0.1, 8080, http://127.0.0.1:8080", "TCP, 127.1.2.3, 8080, http://127.1.2.3:8080", "TCP, ::1, 8080, http://[::1]:8080",
        "TCP, 192.0.2.1, 8080, ''", "TCP, 127.0.0.1.example, 8080, ''", "TCP, 0.0.0.0, 8000-8010, ''", "TCP, '', '', ''", "UDP, 0.0.0.0, 8080, ''"
    })
    void what_a_browser_on_the_same_machine_gets_at_is_a_link(TransportProtocol protocol, String address, String port, String link) {
        assertThat(parts(protocol, address, port)).extracting(PortsCell.Part::link).containsExactly(link);
    }

    @ParameterizedTest
    @CsvSource({"443, https://localhost:9000", "8443, https://localhost:9000", "80, http://localhost:9000", "9443, http://localhost:9000"})
    void what_speaks_https_is_told_by_the_port_of_the_container(int inside, String link) {
        var binding = new PortBinding(new ContainerPort(inside, TransportProtocol.TCP), "", "9000");
        assertThat(PortsCell.parts(List.of(binding), Signs.ASCII)).extracting(PortsCell.Part::link).containsExactly(link);
    }

    @Test
    void what_an_engine_makes_up_is_none() {
        assertThat(parts(TransportProtocol.TCP, "127.0.0.1\033\\x", "80")).extracting(PortsCell.Part::link).containsExactly("");
        assertThat(parts(TransportProtocol.TCP, "127.0.0.1", "80\033\\")).extracting(PortsCell.Part::link).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({
        "xterm-256color, '', true", "xterm-kitty, '', true", "tmux-256color, '', true", "screen.xterm-256color, '', true", "foot, '', true", "linux, '', false",
        "dumb, '', false", "vt220, '', false", "ansi, '', false", "'', '', false", "xterm-256color, 192.0.2.7 1 192.0.2.8 22, false"
    })
    void links_are_for_terminals_that_know_them_on_this_machine(String type, String ssh, boolean known) {
        assertThat(Links.areKnown(Map.of("SSH_CONNECTION", ssh), type)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_link_is_written_with_its_cells_and_ends_with_them(boolean links) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var theme = Theme.of(ThemeName.MONO, Colours.NONE);
        var display = new Display(bytes, theme, Signs.ASCII, links, new TerminalSize(9, 1));
        display.show(canvas -> {
            canvas.put(0, 0, "a bc d", theme.style(Ink.TEXT), 9);
            canvas.link(2, 0, 2, "http://localhost:1");
            return Optional.<TerminalPosition>empty();
        });
        String written = bytes.toString(StandardCharsets.UTF_8);
        if (links) assertThat(written).contains("\033]8;;http://localhost:1\033\\bc", "\033]8;;\033\\d");
        else assertThat(written).doesNotContain("]8;").contains("bc");
    }
}
