package dev.davit.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemLineTest {
    private static final List<String> IDS = List.of("4f2a");

    @TempDir
    private Path folder = Path.of("");

    /// What sh makes of a line.
    private String run(String line) throws Exception {
        String command = SystemLine.of(line).orElseThrow().command();
        var process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void it_begins_with_an_exclamation_mark() {
        assertThat(SystemLine.of(" ! ls -l ")).contains(new SystemLine("ls -l"));
        assertThat(SystemLine.of("ps !")).isEmpty();
        assertThat(new SystemLine("").whyNot(false)).contains("! runs a command of the system: !ls");
        assertThat(new SystemLine("ls").whyNot(false)).isEmpty();
        assertThat(new SystemLine("ls").whyNot(true)).contains("davit is read-only: !ls may change something");
    }

    @Test
    void names_that_sh_reads_as_they_are_stand_where_the_template_has_them() {
        assertThat(SystemLine.filled("!sh -c \"echo {name} {id}\"", List.of("web", "shop-db.1"), IDS)).isEqualTo("!sh -c \"echo web shop-db.1 4f2a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$(touch owned)", "`touch owned`", "a; touch owned", "a\ntouch owned", "'; touch owned; '", "\"; touch owned; \"", "a' 'b", "{id}", "~", "*", "a b", "\\",
        "#", "", "& touch owned", "{name}", "$HOME", "\033]0;owned\007", "a\r", "> owned"
    })
    void a_strangers_name_is_one_word_to_sh_and_nothing_else(String name) throws Exception {
        var names = List.of("web", name);
        assertThat(run(SystemLine.filled("!printf '<%s>' {name}", names, IDS))).isEqualTo("<web><" + name + ">");
        assertThat(run(SystemLine.filled("!printf '<%s>' {name} {id} x{name}", List.of(name), IDS))).isEqualTo("<" + name + "><4f2a><x" + name + ">");
        assertThat(folder.toFile().list()).isEmpty();
    }

    /// Where davit takes a place for bare that is none, sh still does not obey a name.
    @ParameterizedTest
    @ValueSource(strings = {
        "!echo \"$(echo \"{name}\")\"", "!echo `echo {name}`", "!echo ok # {name}", "!cat <<EOF\n{name}\nEOF", "!echo ${none:-{name}}", "!echo \"${none:-\"{name}\"}\""
    })
    void nor_is_it_within_what_sh_expands(String template) throws Exception {
        for (String name : List.of("$(touch owned)", "`touch owned`", "a\ntouch owned", "EOF\ntouch owned", "\"; touch owned; \"", "'; touch owned; '")) {
            String line;
            try {
                line = SystemLine.filled(template, List.of(name), IDS);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("needs quotes of its own");
                continue;
            }
            run(line);
            assertThat(Files.exists(folder.resolve("owned"))).as(line).isFalse();
        }
    }

    @Test
    void a_name_is_refused_where_it_would_not_be_one_word() {
        assertThatThrownBy(() -> SystemLine.filled("!sh -c \"echo {name}\"", List.of("a b"), IDS))
                .hasMessage("the name 'a b' needs quotes of its own, and {name} stands within some");
        assertThatThrownBy(() -> SystemLine.filled("!sh -c 'echo {name}'", List.of("$(x)"), IDS)).hasMessageContaining("needs quotes of its own");
        assertThatThrownBy(() -> SystemLine.filled("!rm {name}", List.of("-rf"), IDS)).hasMessage("a command would take -rf for a flag, and it is a name");
        assertThatThrownBy(() -> SystemLine.filled("!echo {name} {id}", List.of("a b"), List.of("c d"))).hasMessageContaining("cannot both stand in");
        assertThat(SystemLine.filled("!echo {id}", List.of("a b"), List.of("c d"))).isEqualTo("!set -- 'c d'; echo \"$@\"");
        // a volume's id is its name
        assertThat(SystemLine.filled("!echo {name} {id}", List.of("a b"), List.of("a b"))).isEqualTo("!set -- 'a b'; echo \"$@\" \"$@\"");
    }

    @Test
    void many_names_are_many_words() throws Exception {
        var names = List.of("a b", "c", "d;e");
        assertThat(run(SystemLine.filled("!printf '<%s>' {name}", names, IDS))).isEqualTo(names.stream().map(name -> "<" + name + ">").collect(Collectors.joining()));
    }
}
