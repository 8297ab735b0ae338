package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.model.Message;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
final class CommandLinesTest {
    private final Mailbox mailbox = new Mailbox();

    @TempDir
    Path home;

    private Path file() {
        return home.resolve("davit/console-history");
    }

    private CommandLines lines() {
        return new CommandLines(Map.of("XDG_STATE_HOME", home.toString()), mailbox);
    }

    private Optional<Message> loaded() throws InterruptedException {
        try (var lines = lines()) {
            lines.load();
        }
        return mailbox.take(0);
    }

    @Test
    void whatIsKeptComesBackTheNewestFirst() throws Exception {
        assertThat(loaded()).isEmpty();
        try (var lines = lines()) {
            for (String line : List.of("ps -a ", " images", "login -p geheim", "version")) lines.keep(line);
        }
        assertThat(file()).content().isEqualTo("ps -a\nversion\n");
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        assertThat(loaded()).contains(new Message.Kept(List.of("version", "ps -a")));
    }

    @Test
    void theFileDoesNotGrowForEver() throws Exception {
        Files.createDirectory(file().getParent());
        var many = IntStream.range(0, 1001).mapToObj(number -> "logs box" + number).toList();
        Files.write(file(), many);
        assertThat(loaded()).contains(new Message.Kept(many.subList(501, 1001).reversed()));
        assertThat(Files.readAllLines(file())).isEqualTo(many.subList(501, 1001));
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() throws Exception {
        Files.createDirectory(file().getParent());
        Files.write(file(), new byte[] {'p', 's', '\n', (byte) 0xff, '\n'});
        assertThat(loaded()).contains(new Message.Kept(List.of("\ufffd", "ps")));
    }

    @Test
    void whatCannotBeKeptIsToldOnce() throws IOException, InterruptedException {
        Files.createFile(home.resolve("davit"));
        try (var lines = lines()) {
            lines.load();
            lines.keep("ps");
            lines.keep("images");
        }
        assertThat(mailbox.take(0)).contains(new Message.Problem("lines are not kept: cannot write " + home.resolve("davit")));
        assertThat(mailbox.take(0)).isEmpty();
    }

    @Test
    void withoutAHomeNothingIsKept() throws InterruptedException {
        try (var lines = new CommandLines(Map.of(), mailbox)) {
            lines.load();
            lines.keep("ps");
        }
        assertThat(mailbox.take(0)).isEmpty();
    }
}
