package dev.davit.engine.build.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a folder goes into a context.
class DirectoryContextTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("context"));
        put("Dockerfile", "FROM a\n");
    }

    @Test
    void entries_come_folders_first_and_in_the_same_order_each_time() throws IOException {
        put("b/2", "2");
        put("b/1", "1");
        put("a", "");
        Files.createDirectory(folder.resolve("c"));
        assertThat(names(context())).containsExactly("Dockerfile", "a", "b", "b/1", "b/2", "c");
    }

    @Test
    void links_go_as_links_wherever_they_lead() throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(folder.resolve("broken"), Path.of("../nosuch"));
        assertThat(names(context())).containsExactly("Dockerfile", "broken", "out");
        assertThat(heads(context())).anySatisfy(head -> {
            assertThat(head.head().name()).isEqualTo("out");
            assertThat(head.head().linkName()).isEqualTo("/etc");
        });
    }

    @Test
    void a_further_name_of_a_file_is_a_hard_link() throws IOException {
        put("a", "x");
        Files.createLink(folder.resolve("b"), folder.resolve("a"));
        var last = heads(context()).getLast();
        assertThat(last.head().kind()).isEqualTo(dev.davit.engine.archive.TarEntry.Kind.HARD_LINK);
        assertThat(last.head().linkName()).isEqualTo("a");
    }

    @Test
    void sockets_stay_here() throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
            assertThat(names(context())).containsExactly("Dockerfile");
        }
    }

    @Test
    void the_rules_and_the_dockerfile_go_whatever_the_rules_say() throws IOException {
        put(".dockerignore", "*\n!a\n");
        put("a", "");
        put("b", "");
        assertThat(names(context())).containsExactly(".dockerignore", "Dockerfile", "a");
    }

    @Test
    void rules_beside_the_dockerfile_go_before_the_common_ones() throws IOException {
        put(".dockerignore", "a\n");
        put("Dockerfile.dockerignore", "b\n");
        put("a", "");
        put("b", "");
        assertThat(names(context())).containsExactly(".dockerignore", "Dockerfile", "Dockerfile.dockerignore", "a");
        assertThat(context().foreignRules()).contains("b\n");
    }

    @Test
    void a_malformed_rule_is_told_with_its_file() throws IOException {
        put(".dockerignore", "[\n");
        assertThatThrownBy(this::context).hasMessageStartingWith(folder.toRealPath().resolve(".dockerignore") + " line 1: ");
    }

    @Test
    void no_text_comes_from_outside() throws IOException {
        Files.writeString(temporary.resolve("secret"), "x");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("../secret"));
        assertThat(context().text("Dockerfile")).contains("FROM a\n");
        assertThat(context().text("link")).isEmpty();
        assertThat(context().text("../secret")).isEmpty();
        assertThat(context().text("/etc/passwd")).isEmpty();
        assertThat(context().text("nosuch")).isEmpty();
    }

    private DirectoryContext context() throws IOException {
        return DirectoryContext.of(folder, Optional.of(folder.resolve("Dockerfile")));
    }

    private static List<ContextEntry> heads(DirectoryContext context) throws IOException {
        var entries = new ArrayList<ContextEntry>();
        context.entries().forEachRemaining(entries::add);
        return entries;
    }

    private static List<String> names(DirectoryContext context) throws IOException {
        return heads(context).stream().map(entry -> entry.head().name()).toList();
    }

    private void put(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
