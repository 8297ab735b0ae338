package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Holds davit's standard output and exit codes against docker's, byte by byte, ids and times masked.
///
/// In a line `@` stands for a suffix of names that differs between the two, so that what a line makes does not stand in
/// the way of the other's, and `§` for a digit; ` <<< TEXT` is its standard input. The lines of output that a `~` stands before come in an
/// order that the daemon itself changes from call to call.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(LeakCheck.class)
final class SideBySideTest {
    private static final Map<String, String> NUMBERS = Map.of("-d", "1", "-v", "2", "-w", "3", "-e", "4");

    private Path folder = Path.of("");
    private Optional<Dockerd> started = Optional.empty();

    private static List<String> words(TableLine line, String suffix) {
        return Words.of(line.text().replace("@", suffix).replace("§", NUMBERS.getOrDefault(suffix, "")));
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        folder = temporary;
        started = Optional.of(Dockerd.start(Files.createTempDirectory("davit-beside")));
        for (var line : table("setup.txt")) {
            var done = docker().run(words(line, ""), line.input());
            assertThat(done.exit()).as(line.text() + ": " + done.err()).isZero();
        }
    }

    @AfterAll
    void stop() {
        started.ifPresent(Dockerd::close);
    }

    @TestFactory
    Stream<DynamicTest> davitAnswersAsDockerDoes() throws IOException {
        return Stream.concat(davitAnswersAsDockerDoes("lines.txt"), davitAnswersAsDockerDoes("networks.txt"));
    }

    private Stream<DynamicTest> davitAnswersAsDockerDoes(String name) throws IOException {
        var lines = table(name);
        var differences = Differences.in(name, lines.stream().map(TableLine::text).toList());
        return lines.stream().map(line -> DynamicTest.dynamicTest(line.text(), () -> {
            var docker = docker().run(words(line, "-d"), line.input());
            var davit = davit(words(line, "-v"), line.input());
            differences.compare(line.text(), docker.masked(line::masked), davit.masked(line::masked));
        }));
    }

    /// Of the everyday lines that do not differ on purpose: those of networks.txt take room of address space for each who runs them.
    @Test
    void aBatchOfTheSameLinesAnswersAsDockerDoes() throws IOException, InterruptedException {
        var all = table("lines.txt");
        var differences = Differences.in("lines.txt", all.stream().map(TableLine::text).toList());
        var lines = all.stream().filter(line -> line.input().isEmpty() && !differences.isMeant(line.text())).toList();
        var file = folder.resolve("lines.batch");
        Files.write(file, lines.stream().map(line -> "docker " + line.text().replace("@", "-w")).toList());
        var batch = davit(List.of("batch", "--keep-going", "--format", "json", file.toString()), "");
        var records = batch.out().lines().map(text -> (JsonObject) Json.parse(text)).toList();
        assertThat(records).hasSameSizeAs(lines);
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            var docker = docker().run(words(lines.get(i), "-e"), "");
            var davit = records.get(i);
            String told = lines.get(i).text() + "; davit said: " + davit.string("error");
            assertThat(lines.get(i).masked(davit.string("output"))).as(told).isEqualTo(lines.get(i).masked(docker.out()));
            assertThat(davit.integer("exit")).as(told).isEqualTo(docker.exit());
            if (first == 0) first = docker.exit();
        }
        assertThat(batch.exit()).isEqualTo(first);
    }

    private String host() {
        return started.orElseThrow().host();
    }

    private DockerCommand docker() {
        return new DockerCommand(host(), folder);
    }

    private Outcome davit(List<String> words, String input) {
        return new DavitCommand(host(), folder).run(words, input);
    }

    private static List<TableLine> table(String name) throws IOException {
        return Tables.lines(name).stream().map(TableLine::of).toList();
    }
}
