package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionTest {

    private static Completion.Offer offer(String line) {
        return Completion.of(line, noun -> switch (noun) {
            case CONTAINER -> List.of("web", "worker", "db");
            case IMAGE -> List.of("web:1", "nginx:latest");
            case NETWORK -> List.of("front", "back");
            case VOLUME -> List.of("data");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "res | restart", "netw | network", "network cr | create", "network | network", "volume r | remove rm", "container pr | prune",
        "stop w | web worker", "stop -t 5 w | web worker", "stop -t | ", "stop --time=5 d | db", "exec -it d | db",
        "exec -u root d | db", "rmi n | nginx:latest", "run --name x w | web:1", "network connect f | front", "network connect front d | db",
        "network create f | ", "volume rm d | data", "cp d | db:", "inspect d | data db", "push n | nginx:latest", "tag w | web:1",
        "logs --fo | --follow", "logs --t | --tail --timestamps", "nosuch x | ", "stop 'a | "
    })
    void aLineCanGoOnWith(String line, String words) {
        assertThat(String.join(" ", offer(line).words())).isEqualTo(words == null ? "" : words);
    }

    @Test
    void everyWordOfACommandIsOfferedOnce() {
        assertThat(offer("").words()).contains("ps", "run", "container", "system").doesNotHaveDuplicates().isSorted();
        assertThat(offer("network ").words()).containsExactly("connect", "create", "disconnect", "inspect", "list", "ls", "prune", "remove", "rm");
        assertThat(offer("stop ").words()).containsExactly("db", "web", "worker");
        assertThat(offer("stop -t ").words()).isEmpty();
    }

    @Test
    void itSaysWhereTheWordBeginsAndWhatAllHaveInCommon() {
        assertThat(offer("stop w").from()).isEqualTo(5);
        assertThat(offer("stop w").common()).isEqualTo("w");
        assertThat(offer("logs --t").common()).isEqualTo("--t");
        assertThat(offer("stop we").common()).isEqualTo("web");
    }
}
