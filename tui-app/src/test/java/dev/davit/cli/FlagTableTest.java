package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every flag of docker's own command line, by a list read from docker 28.2.2: its name, letter, type and default.
final class FlagTableTest {
    private static final Set<String> OURS = Set.of("batch");

    /// Flags of docker's that davit leaves out, and why.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "run --use-api-socket", "experimental: it hands the daemon's socket and the user's logins to the container",
            "create --use-api-socket", "experimental: it hands the daemon's socket and the user's logins to the container",
            "image inspect --platform", "it needs a daemon of API 1.49 that keeps several variants of an image",
            "images --tree", "experimental: it shows manifests that daemons list from API 1.47 on, with a containerd store");

    /// Flags that docker takes and leaves out of its help.
    private static final Map<String, String> HIDDEN = Map.of(
            "stop --time", "the older name of --timeout",
            "restart --time", "the older name of --timeout",
            "build --squash", "shown with an experimental daemon only");

    /// Flags of the BuildKit client's commands that the commands of docker itself lack.
    private static final Set<String> BUILDX_ONLY = Set.of("builder prune --builder", "builder prune --verbose");

    /// The list has the BuildKit client's `build`, and beside it that of docker itself, which goes before it: builds go to the
    /// daemon's own builder.
    private static final String LEGACY = " (legacy, DOCKER_BUILDKIT=0)";

    /// A default that docker's help words, where ours says nothing because the switch is simply off.
    private static final Set<String> WORDED = Set.of("shows just running", "hides intermediate images");

    private record Shape(String letter, String type, String standard) {}

    static Stream<String> commands() {
        return CommandTable.names().stream().filter(name -> !OURS.contains(name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasDockersFlags(String command) throws IOException {
        var docker = docker(command);
        var ours = ours(command);
        LEFT_OUT.keySet().stream().filter(flag -> flag.startsWith(command + " --")).forEach(flag -> {
            String name = flag.substring(command.length() + 3);
            assertThat(docker).as("left out of " + command).containsKey(name);
            assertThat(ours).as("left out of " + command).doesNotContainKey(name);
            docker.remove(name);
        });
        HIDDEN.keySet().stream().filter(flag -> flag.startsWith(command + " --")).forEach(flag -> {
            String name = flag.substring(command.length() + 3);
            assertThat(docker).as("in help of " + command).doesNotContainKey(name);
            assertThat(ours.remove(name)).as(flag).isNotNull();
        });
        assertThat(ours).containsExactlyInAnyOrderEntriesOf(docker);
    }

    @Test
    void everyCommandOfThisStepIsThere() {
        assertThat(new TreeSet<>(CommandTable.names()))
                .containsAll(List.of(
                        ("run create start stop restart kill pause unpause rm rename wait update ps logs exec attach top stats"
                                + " inspect port diff events images pull tag rmi history info version login").split(" ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsCalledAsItsRowSays(String name) {
        assertThat(spec(name).name()).isEqualTo(name);
    }

    @Test
    void everySpellingNamesOneCommand() {
        var spellings = CommandTable.all().values().stream()
                .flatMap(spec -> Stream.concat(Stream.of(spec.name()), spec.aliases().stream()))
                .toList();
        assertThat(spellings).doesNotHaveDuplicates().contains("ps", "container ls", "image rm", "system info");
        for (String spelling : spellings) {
            var found = CommandTable.find(List.of(spelling.split(" "))).orElseThrow();
            assertThat(found.words()).isEqualTo(spelling.split(" ").length);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noNameOrLetterIsTakenTwice(String command) {
        var flags = spec(command).flags();
        assertThat(flags.stream().map(Flag::name)).doesNotHaveDuplicates();
        assertThat(flags.stream().map(Flag::letter).filter(letter -> letter != 0)).doesNotHaveDuplicates();
    }

    private static CommandSpec spec(String command) {
        return CommandTable.find(List.of(command.split(" "))).orElseThrow().spec();
    }

    private static Map<String, Shape> ours(String command) {
        return spec(command).flags().stream().collect(Collectors.toMap(Flag::name, FlagTableTest::shape));
    }

    private static Shape shape(Flag<?> flag) {
        String letter = flag.letter() == 0 ? "" : "-" + flag.letter();
        String shown = flag.shownDefault();
        boolean quoted = shown.length() > 1 && shown.startsWith("\"") && shown.endsWith("\"");
        return new Shape(letter, flag.type(), quoted ? shown.substring(1, shown.length() - 1) : shown);
    }

    private static Map<String, Shape> docker(String command) throws IOException {
        var flags = listed("docker " + command);
        flags.putAll(listed("docker " + command + LEGACY));
        flags.keySet().removeIf(name -> BUILDX_ONLY.contains(command + " --" + name));
        return flags;
    }

    private static Map<String, Shape> listed(String command) throws IOException {
        return commandsOfDocker()
                .filter(object -> object.string("command").equals(command))
                .flatMap(object -> object.array("flags").objects().stream())
                .filter(flag -> !flag.string("name").equals("--help"))
                .collect(Collectors.toMap(flag -> flag.string("name").substring(2), FlagTableTest::shape));
    }

    private static boolean isMeant(JsonObject command) {
        return Set.of("reference", "related", "reference-legacy").contains(command.string("scope"))
                || command.string("command").equals("docker builder prune")
                || command.string("command").startsWith("docker context ");
    }

    private static Shape shape(JsonObject flag) {
        boolean isSwitch = flag.string("type").equals("bool");
        String standard = text(flag, "default");
        boolean off = isSwitch && (standard.equals("false") || WORDED.contains(standard));
        return new Shape(text(flag, "short"), isSwitch ? "" : flag.string("type"), off ? "" : standard);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).map(value -> value instanceof JsonString(String text) ? text : "").orElse("");
    }

    private static Stream<JsonObject> commandsOfDocker() throws IOException {
        try (var in = FlagTableTest.class.getResourceAsStream("/reference/docker-cli-flags.json")) {
            assertThat(in).isNotNull();
            var root = (JsonObject) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(root.string("docker_cli")).isEqualTo("28.2.2");
            return root.array("commands").objects().stream().filter(FlagTableTest::isMeant);
        }
    }
}
