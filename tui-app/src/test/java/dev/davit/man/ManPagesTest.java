package dev.davit.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.CommandTable;
import dev.davit.cli.GlobalFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Holds the pages in `man/` against the commands' tables. `./check -Dtest=ManPagesTest -Ddavit.man=accept` writes them anew.
final class ManPagesTest {
    private static final Path FOLDER = Path.of("..", "man");

    @Test
    void theyAreFresh() throws IOException {
        var pages = pages();
        if ("accept".equals(System.getProperty("davit.man"))) write(pages);
        var stale = new ArrayList<String>();
        for (var page : pages.entrySet()) {
            var file = FOLDER.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) stale.add(page.getKey());
        }
        assertThat(stale).as("pages that are not what the commands' tables make").isEmpty();
    }

    @Test
    void noneIsLeftOfACommandThatWent() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.[15]")))
                    .containsExactlyInAnyOrderElementsOf(pages().keySet());
        }
    }

    private static Map<String, String> pages() {
        var commands = CommandTable.all();
        var pages = new TreeMap<String, String>();
        commands.forEach((name, spec) -> pages.put(ManPage.fileName(name), ManPage.of(spec)));
        pages.put("davit.1", ManPage.ofProgram(GlobalFlags.spec(), commands));
        pages.put("davit-keymap.5", ManPage.ofKeymap());
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        try (var old = Files.newDirectoryStream(FOLDER, "*.[15]")) {
            for (var file : old) Files.delete(file);
        }
        for (var page : pages.entrySet()) Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
}
