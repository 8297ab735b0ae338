package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionTest {

    private static Completion.Offer offer(String line) {
        return Completion.of(line, CompletionTest::names, _ -> List.of());
    }

    private static List<String> names(Completion.Noun noun) {
        return switch (noun) {
            case CONTAINER -> List.of("web", "worker", "db");
            case IMAGE -> List.of("web:1", "nginx:latest");
            case NETWORK -> List.of("front", "back");
            case VOLUME -> List.of("data");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "res | restart", "netw | network", "network cr | create", "network | network", "volume r | remove rm", "container pr | prune",
        "stop w | web worker", "stop -t 5 w | web worker", "stop -t | ", "stop --time=5 d | db", "exec -it d | db",
        "exec -u root d | db", "rmi n | nginx:latest", "run --name x w | web:1", "network connect f | front", "network connect front d | db",
        "network create f | ", "volume rm d | data", "cp d | db:", "inspect d | data db", "push n | nginx:latest", "tag w | web:1",
        "logs --fo | --follow", "logs --t | --tail --timestamps", "nosuch x | ", "stop 'a | ", "help st | start stats stop", "help network cr | create", "hel | help",
        "cp file d | db:", "cp d f | ", "run --network f | front", "run --network=b | --network=back", "run --restart un | unless-stopped",
        "run --volumes-from w | web worker", "kill -s K | KILL", "kill --signal=T | --signal=TERM", "run --pull n | never",
        "build --pull=a | ", "ps --format j | json", "run --security-opt no | no-new-privileges", "run --volume d | data:", "run --net | --network --network-alias"
    })
    void aLineCanGoOnWith(String line, String words) {
        assertThat(String.join(" ", offer(line).words())).isEqualTo(words == null ? "" : words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "build _ | ~/a ~/b", "build -f _ | ~/a ~/b", "build --file=~/a | --file=~/a", "build --tag _ | ", "load -i _ | ~/a ~/b", "save -o _ | ~/a ~/b",
        "save -o x _ | nginx:latest web:1", "import _ | ~/a ~/b", "run --env-file _ | ~/a ~/b", "run -v _ | data:", "run -v ~/b | ~/b",
        "batch _ | ~/a ~/b", "cp _ | db: web: worker: ~/a ~/b",
        "cp web:/etc/hosts _ | ~/a ~/b db: web: worker:", "context import there _ | ~/a ~/b", "logs _ | db web worker"
    })
    void filesAreOfferedWhereACommandTakesOne(String line, String words) {
        var typed = List.of(line.split(" ", -1));
        // a word of which nothing is typed yet
        String begun = typed.getLast().replace("_", "");
        var offered = Completion.of(typed.subList(0, typed.size() - 1), begun, CompletionTest::names, _ -> List.of("~/a", "~/b"));
        assertThat(String.join(" ", offered)).isEqualTo(words == null ? "" : words);
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
