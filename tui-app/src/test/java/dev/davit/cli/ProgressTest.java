package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is seen of a transfer while it lasts: on a terminal bytes, their rate and what is waited for, in lines that are drawn anew; on a
/// pipe plain lines, and nothing that a file would have to be cleaned of. [InterruptedTransferTest] looks at them in the middle.
@Timeout(120)
@ExtendWith({DockerdExtension.class, ProgressTest.Registry.class, LeakCheck.class})
final class ProgressTest {
    /// The line goes back to its beginning, and what was there is taken away.
    private static final String DRAWN_ANEW = "(?s).*\\r[^\\n]*\\u001b\\[K.*";

    @TempDir
    Path folder;

    private String registry = "";

    @BeforeEach
    void files(Dockerd daemon) throws IOException {
        registry = daemon.provisions().registry();
        Files.write(folder.resolve("file"), new byte[300_000]);
        Files.createDirectories(folder.resolve("context"));
        Files.writeString(folder.resolve("context/Dockerfile"), "FROM busybox\nCOPY file /\nRUN echo built\n");
        Files.write(folder.resolve("context/file"), new byte[300_000]);
        var user = Davit.on(daemon.host());
        assertThat(user.run("create", "--name", "progress", Dockerd.BUSYBOX).exit()).isZero();
        assertThat(user.run("tag", Dockerd.BUSYBOX, registry + "/progress").exit()).isZero();
        assertThat(user.run("push", "-q", registry + "/progress").exit()).isZero();
        assertThat(user.run("save", "-o", folder.resolve("image.tar").toString(), Dockerd.BUSYBOX).exit()).isZero();
        assertThat(user.run("export", "-o", folder.resolve("export.tar").toString(), "progress").exit()).isZero();
    }

    private void cleanUp(Dockerd daemon) {
        var user = Davit.on(daemon.host());
        assertThat(user.run("rm", "-f", "progress").exit()).isZero();
        user.run("rmi", "-f", "progressed", registry + "/progress");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "save -o FOLDER/new.tar busybox | save | bytes", "export -o FOLDER/new.tar progress | export | bytes",
        "load -i FOLDER/image.tar | Loading | waiting", "import FOLDER/export.tar progressed | Importing | waiting",
        "cp FOLDER/file progress:/tmp | Copying to progress | waiting", "cp progress:/bin FOLDER/out | Successfully copied | drawn",
        "build --no-cache -t progressed FOLDER/context | context | drawn", "push REGISTRY/progress | Layer already exists | drawn",
        "pull REGISTRY/progress | Image is up to date | plain"
    })
    void onATerminalAndOnAPipe(String line, String words, String kind, Dockerd daemon) {
        String[] typed = line.replace("FOLDER", folder.toString()).replace("REGISTRY", registry).split(" ");
        try {
            var terminal = Davit.onTerminal(daemon.host()).run(typed);
            String seen = terminal.err() + terminal.out();
            assertThat(terminal.exit()).as(seen).isZero();
            assertThat(seen).contains(words);
            if (!kind.equals("plain")) assertThat(seen).matches(DRAWN_ANEW);
            if (!kind.equals("plain") && !kind.equals("drawn")) assertThat(seen).containsPattern("\\d(\\.\\d+)?[kMG]?B {2}\\d\\S*[kMG]?B/s");
            if (kind.equals("waiting")) assertThat(seen).contains("waiting for the engine to unpack");
            if (line.startsWith("save") || line.startsWith("export")) assertThat(folder.resolve("new.tar")).exists();

            var pipe = Davit.on(daemon.host()).run(typed);
            assertThat(pipe.exit()).as(pipe.err()).isZero();
            assertThat(pipe.out() + pipe.err()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n\\t]]").doesNotContain("/s");
        } finally {
            cleanUp(daemon);
        }
    }

    /// A line that wrapped could not be drawn anew.
    @Test
    void aLongNameDoesNotMakeTheLineWrap(Dockerd daemon) {
        String name = "n".repeat(100);
        try {
            assertThat(Davit.on(daemon.host()).run("rename", "progress", name).exit()).isZero();
            var copied = Davit.onTerminal(daemon.host()).run("cp", folder.resolve("file").toString(), name + ":/tmp");
            assertThat(copied.exit()).as(copied.err()).isZero();
            var drawn = List.of(copied.err().split("\r", -1)).stream().filter(line -> !line.contains("Successfully")).toList();
            assertThat(drawn).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(line.replace("\u001b[K", "")).hasSizeLessThan(80));
            assertThat(copied.err()).contains("waiting for the engine to unpack");
            assertThat(Davit.on(daemon.host()).run("rename", name, "progress").exit()).isZero();
        } finally {
            cleanUp(daemon);
        }
    }

    /// The registry lives as long as the daemon.
    static final class Registry implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            DockerdExtension.daemon(context).provisions().registry();
        }
    }
}
