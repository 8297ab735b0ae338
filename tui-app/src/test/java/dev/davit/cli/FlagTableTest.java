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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every flag of docker's own command line, by a list read from docker 28.2.2: its name, letter, type and default.
final class FlagTableTest {
    private static final Set<String> OURS = Set.of("batch", "shell", "engine serve", "engine status", "engine stop");

    /// Flags that docker takes and leaves out of its help.
    private static final Map<String, String> HIDDEN = Map.of(
            "stop --time", "the older name of --timeout",
            "restart --time", "the older name of --timeout",
            "volume create --name", "the older way to say the name",
            "build --squash", "shown with an experimental daemon only");

    /// The list has the BuildKit client's `build`, and beside it that of docker itself, which goes before it: builds go to the
    /// daemon's own builder.
    private static final String LEGACY = " (legacy, DOCKER_BUILDKIT=0)";

    /// What the table of statuses says of a flag that davit has, lacks for a reason, refuses for one, and will have.
    private static final String DONE = "done";

    private static final String REFUSED = "refused: ";

    /// Known, so that it is refused by its own reason; docker's command may know it no better.
    private static final String REFUSED_WHEN_USED = "refused when used: ";

    private static final String NOT_YET = "not yet";

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
        statuses().forEach((flag, status) -> {
            if (flag.startsWith(command + " --") && status.startsWith(REFUSED)) docker.remove(flag.substring(command.length() + 3));
        });
        HIDDEN.keySet().stream().filter(flag -> flag.startsWith(command + " --")).forEach(flag -> {
            String name = flag.substring(command.length() + 3);
            assertThat(docker).as("in help of " + command).doesNotContainKey(name);
            assertThat(ours.remove(name)).as(flag).isNotNull();
        });
        assertThat(ours).containsExactlyInAnyOrderEntriesOf(docker);
    }

    @Test
    void everyFlagOfDockersHasAStatus() throws IOException {
        var flags = commandsOfDocker()
                .filter(FlagTableTest::isMeant)
                .flatMap(FlagTableTest::flags)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(statuses().keySet()).isEqualTo(flags);
    }

    @Test
    void everyStatusIsTrue() throws IOException {
        statuses().forEach((flag, status) -> {
            int dashes = flag.indexOf(" --");
            var command = CommandTable.find(List.of(flag.substring(0, dashes < 0 ? flag.length() : dashes).split(" ", -1)));
            boolean known = command.isPresent()
                    && (dashes < 0 || command.get().spec().flags().stream().anyMatch(f -> f.name().equals(flag.substring(dashes + 3))));
            if (status.equals(DONE) || status.startsWith(REFUSED_WHEN_USED)) assertThat(known).as(flag).isTrue();
            else if (status.startsWith(REFUSED)) assertThat(known).as(flag).isFalse();
            else assertThat(status).as(flag).isEqualTo(NOT_YET);
        });
    }

    /// A command's flags as the table of statuses names them; the command itself where it has none.
    private static Stream<String> flags(JsonObject command) {
        String name = command.string("command").substring("docker ".length()).replace(LEGACY, "");
        var flags = command.array("flags").objects().stream()
                .map(flag -> flag.string("name"))
                .filter(flag -> !flag.equals("--help"))
                .map(flag -> name + " " + flag)
                .toList();
        return flags.isEmpty() ? Stream.of(name) : flags.stream();
    }

    private static Map<String, String> statuses() throws IOException {
        try (var in = FlagTableTest.class.getResourceAsStream("/reference/flags-status.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
        }
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
        return flags;
    }

    private static Map<String, Shape> listed(String command) throws IOException {
        return commandsOfDocker()
                .filter(object -> object.string("command").equals(command))
                .flatMap(object -> object.array("flags").objects().stream())
                .filter(flag -> !flag.string("name").equals("--help"))
                .collect(Collectors.toMap(flag -> flag.string("name").substring(2), FlagTableTest::shape));
    }

    /// Compose's commands have a table of their own; swarm's, plugins' and the like are not davit's.
    private static boolean isMeant(JsonObject command) {
        String name = command.string("command");
        boolean listed = Set.of("reference", "related", "reference-legacy").contains(command.string("scope"));
        boolean more = name.startsWith("docker context ") || name.equals("docker builder prune") || name.equals("docker volume update");
        return (listed || more) && !name.startsWith("docker compose");
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
            return root.array("commands").objects().stream();
        }
    }
}
