package dev.davit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is there as a whole, or as it was before.
final class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void itAppearsWhenItIsCompleteAndForItsOwnerOnly() throws IOException {
        var target = folder.resolve("f");
        try (var out = new OutputFile(target)) {
            out.write(new byte[] {1, 2, 3});
            assertThat(Files.exists(target)).isFalse();
            out.commit();
        }
        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void whatWasThereStaysWhenItIsNotCompleted() throws IOException {
        var target = folder.resolve("f");
        Files.writeString(target, "old");
        try (var out = new OutputFile(target)) {
            out.write(1);
        }
        assertThat(target).content().isEqualTo("old");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void onlyAFileIsReplaced() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere"));
        for (var name : List.of("/dev/null", folder.toString(), folder.resolve("link").toString())) {
            assertThatThrownBy(() -> new OutputFile(Path.of(name)).close()).isInstanceOf(IOException.class).hasMessageContaining("no file");
        }
        assertThatThrownBy(() -> new OutputFile(folder.resolve("nosuch/f")).close()).hasMessageContaining("no folder");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
