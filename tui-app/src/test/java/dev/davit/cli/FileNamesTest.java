package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileNamesTest {
    @TempDir
    Path home;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(home.resolve("one/two"));
        for (String name : new String[] {"one.txt", "two", ".three", "bad\033[2J", "one/four"}) Files.createFile(home.resolve(name));
    }

    @Test
    void theyBeginAsTyped() {
        assertThat(FileNames.of("", home)).containsExactly("one.txt", "one/", "two");
        assertThat(FileNames.of("on", home)).containsExactly("one.txt", "one/");
        assertThat(FileNames.of("one/", home)).containsExactly("one/four", "one/two/");
        assertThat(FileNames.of("./t", home)).containsExactly("./two");
        assertThat(FileNames.of(home + "/tw", Path.of("/"))).containsExactly(home + "/two");
        assertThat(FileNames.of(".", home)).containsExactly(".three");
    }

    @Test
    void whatCannotBeReadHasNone() {
        assertThat(FileNames.of("nowhere/", home)).isEmpty();
        assertThat(FileNames.of("two/", home)).isEmpty();
        assertThat(FileNames.of("\0/", home)).isEmpty();
    }
}
