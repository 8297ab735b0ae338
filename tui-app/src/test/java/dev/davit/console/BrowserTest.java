package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrowserTest {
    private static final String URL = "http://localhost:8080";

    @TempDir
    private Path folder = Path.of("");

    private Optional<List<String>> command(Map<String, String> environment, boolean mac) throws IOException {
        for (String name : List.of("firefox", "xdg-open", "open")) {
            var program = folder.resolve(name);
            if (!Files.exists(program)) assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve("data"), "not a program");
        var whole = new HashMap<>(environment);
        whole.put("PATH", ":/nonexistent:" + folder);
        return new Browser(whole, mac, new Mailbox()).command(URL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BROWSER=firefox                      | firefox http://localhost:8080",
        "BROWSER=firefox --new-tab %s -x      | firefox --new-tab http://localhost:8080 -x",
        "BROWSER=none:data:firefox -P 'a b'   | firefox -P a b http://localhost:8080",
        "BROWSER=firefox 'open,DISPLAY=:0     | xdg-open http://localhost:8080",
        "BROWSER=,DISPLAY=:0                  | xdg-open http://localhost:8080",
        "WAYLAND_DISPLAY=wayland-0            | xdg-open http://localhost:8080",
        "BROWSER=firefox,DISPLAY=:0           | firefox http://localhost:8080",
        "DISPLAY=                             | ''",
        "BROWSER=%s                           | ''",
    })
    void it_is_what_the_user_names_or_what_the_desktop_has(String variables, String words) throws IOException {
        var environment = new HashMap<String, String>();
        for (String variable : variables.split(",", -1)) environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        assertThat(command(environment, false).map(all -> String.join(" ", all)).orElse("")).isEqualTo(words);
    }

    @Test
    void on_a_mac_it_is_open_but_not_by_ssh() throws IOException {
        assertThat(command(Map.of(), true)).contains(List.of("open", URL));
        assertThat(command(Map.of("SSH_CONNECTION", "192.0.2.7 1 192.0.2.8 22"), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///var/run/docker.sock, '', localhost", "unix:///s, 192.0.2.7 1 192.0.2.8 22, 192.0.2.8", "unix:///s, fe80::1 1 fe80::2 22, localhost",
        "tcp://192.0.2.9:2375, 192.0.2.7 1 192.0.2.8 22, 192.0.2.9", "ssh://me@build.example:2222/s, '', build.example", "tcp://[2001:db8::1]:2375, '', [2001:db8::1]",
        "'tcp://a b', '', ''", "ssh://a_b, '', ''"
    })
    void an_engines_machine_has_a_name_for_it(String address, String ssh, String host) {
        assertThat(EngineHost.of(address, Map.of("SSH_CONNECTION", ssh))).isEqualTo(host);
    }
}
