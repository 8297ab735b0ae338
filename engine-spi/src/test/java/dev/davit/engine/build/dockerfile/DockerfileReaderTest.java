package dev.davit.engine.build.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a Dockerfile says, and every way in which it may be wrong.
class DockerfileReaderTest {

    @Test
    void directives_stand_at_the_top_and_nowhere_else() {
        var dockerfile = read("# syntax=docker/dockerfile:1\n#escape = `\n# check=skip=all\nFROM a\n# escape=\\\nRUN dir `\n  C:\\\n");
        assertThat(dockerfile.directives())
                .containsExactly(
                        new Directive("syntax", "docker/dockerfile:1", 1), new Directive("escape", "`", 2), new Directive("check", "skip=all", 3));
        assertThat(dockerfile.escape()).isEqualTo('`');
        assertThat(only(dockerfile, Keyword.RUN).arguments()).isEqualTo(new Arguments.Line("dir   C:\\"));
    }

    @Test
    void a_comment_ends_the_directives() {
        var dockerfile = read("# a comment\n# escape=`\nFROM a\n");
        assertThat(dockerfile.directives()).isEmpty();
        assertThat(dockerfile.escape()).isEqualTo('\\');
    }

    @Test
    void a_line_goes_on_over_comments_and_empty_lines() {
        var dockerfile = read("FROM a\nRUN one \\\n# a comment\n   # another\n\n  && two\\\n && three\nRUN four\n");
        var run = dockerfile.stages().getFirst().instructions().getFirst();
        assertThat(run.arguments()).isEqualTo(new Arguments.Line("one   && two && three"));
        assertThat(run.position()).isEqualTo(new Position(2, 7));
        assertThat(dockerfile.emptyContinuations()).containsExactly(2);
        assertThat(dockerfile.stages().getFirst().instructions().getLast().position()).isEqualTo(new Position(8, 8));
    }

    @Test
    void the_end_of_the_file_ends_a_line_that_would_go_on() {
        assertThat(only(read("FROM a\nRUN one \\\n"), Keyword.RUN).arguments()).isEqualTo(new Arguments.Line("one"));
        assertThat(read("FROM a\nRUN one \\\n").emptyContinuations()).isEmpty();
    }

    @Test
    void an_escaped_escape_letter_does_not_continue_a_line() {
        assertThat(only(read("FROM a\nRUN echo \\\\\nUSER b\n"), Keyword.RUN).arguments()).isEqualTo(new Arguments.Line("echo \\\\"));
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_are_no_text() {
        var dockerfile = read("\ufeffFROM a\r\nRUN one \\\r\n two\r\n");
        assertThat(only(dockerfile, Keyword.RUN).arguments()).isEqualTo(new Arguments.Line("one  two"));
    }

    @Test
    void stages_have_names_and_numbers() {
        var dockerfile = read("ARG V=1\nARG W\nFROM a:$V AS Build\nRUN x\nFROM b\nCOPY --from=build /x /y\n");
        assertThat(dockerfile.arguments()).hasSize(2);
        assertThat(dockerfile.stages()).extracting(Stage::base).containsExactly("a:$V", "b");
        assertThat(dockerfile.stage("BUILD")).contains(dockerfile.stages().getFirst());
        assertThat(dockerfile.stage("1")).contains(dockerfile.stages().getLast());
        assertThat(dockerfile.stage("2")).isEmpty();
        assertThat(only(dockerfile, Keyword.COPY).flag("from")).contains("build");
        assertThat(dockerfile.instructions().map(Instruction::keyword))
                .containsExactly(Keyword.ARG, Keyword.ARG, Keyword.FROM, Keyword.RUN, Keyword.FROM, Keyword.COPY);
    }

    @Test
    void commands_are_json_or_a_line_for_the_shell() {
        assertThat(only(read("FROM a\nCMD [\"echo\", \"a b\"]\n"), Keyword.CMD).arguments()).isEqualTo(new Arguments.Exec(List.of("echo", "a b")));
        assertThat(only(read("FROM a\nCMD [ -f x ] && echo\n"), Keyword.CMD).arguments()).isEqualTo(new Arguments.Line("[ -f x ] && echo"));
        assertThat(only(read("FROM a\nCMD ['echo']\n"), Keyword.CMD).arguments()).isEqualTo(new Arguments.Line("['echo']"));
        assertThat(only(read("FROM a\nCOPY [\"a b\", \"c\"]\n"), Keyword.COPY).words()).containsExactly("a b", "c");
        assertThat(only(read("FROM a\nCOPY a\t b  c/\n"), Keyword.COPY).words()).containsExactly("a", "b", "c/");
    }

    @Test
    void names_have_values_in_two_forms() {
        assertThat(pairs("ENV a=1 b=\"x y\" c=p\\ q"))
                .containsExactly(new Arguments.Pair("a", true, "1"), new Arguments.Pair("b", true, "\"x y\""), new Arguments.Pair("c", true, "p\\ q"));
        assertThat(pairs("ENV a  some words = here")).containsExactly(new Arguments.Pair("a", true, "some words = here"));
        assertThat(pairs("LABEL \"a b\"=c")).containsExactly(new Arguments.Pair("\"a b\"", true, "c"));
        assertThat(pairs("ARG a b=2")).containsExactly(new Arguments.Pair("a", false, ""), new Arguments.Pair("b", true, "2"));
    }

    @Test
    void probes_and_triggers_hold_commands() {
        var probe = only(read("FROM a\nHEALTHCHECK --interval=5s --retries=2 CMD [\"true\"]\n"), Keyword.HEALTHCHECK);
        assertThat(probe.arguments()).isEqualTo(new Arguments.Probe("CMD", new Arguments.Exec(List.of("true"))));
        assertThat(probe.flags()).containsExactly(new InstructionFlag("interval", Optional.of("5s")), new InstructionFlag("retries", Optional.of("2")));
        assertThat(only(read("FROM a\nHEALTHCHECK none\n"), Keyword.HEALTHCHECK).arguments())
                .isEqualTo(new Arguments.Probe("NONE", new Arguments.Line("")));
        var kept = only(read("FROM a\nonbuild COPY --chown=1 . /x\n"), Keyword.ONBUILD).arguments();
        assertThat(((Arguments.Trigger) kept).instruction().flag("chown")).contains("1");
    }

    @Test
    void texts_stand_in_the_file_itself() {
        var dockerfile = read("FROM a\nCOPY <<one <<-\"two\" /x/\n1\n RUN no\none\n\t2\n\ttwo\nUSER b\n");
        var copy = only(dockerfile, Keyword.COPY);
        assertThat(copy.heredocs())
                .containsExactly(new Heredoc("one", true, false, "1\n RUN no\n"), new Heredoc("two", false, true, "\t2\n"));
        assertThat(copy.position()).isEqualTo(new Position(2, 7));
        assertThat(only(dockerfile, Keyword.USER).position()).isEqualTo(new Position(8, 8));
    }

    @Test
    void what_only_looks_like_a_text_is_none() {
        assertThat(BuildKitNeed.of(read("FROM a\nRUN cat <<<x && echo $((1<<2)) '<<EOF' \"a <<EOF\"\nENV a <<EOF\nRUN [\"<<EOF\"]\n"))).isEmpty();
    }

    @Test
    void what_needs_buildkit_is_told_with_its_line() {
        var dockerfile = read(
                """
                FROM a
                RUN --mount=type=cache,target=/x --mount=type=secret,id=y \\
                    make
                COPY --chmod=755 a b
                COPY --link --from=x a b
                ADD --checksum=sha256:1 http://x/ y
                RUN <<EOF
                echo
                EOF
                ONBUILD RUN --network=none true
                ONBUILD COPY <<x /
                x
                """);
        assertThat(BuildKitNeed.of(dockerfile))
                .extracting(BuildKitNeed::toString)
                .containsExactly(
                        "line 2: RUN --mount",
                        "line 2: RUN --mount",
                        "line 4: COPY --chmod",
                        "line 5: COPY --link",
                        "line 6: ADD --checksum",
                        "line 7: RUN <<EOF",
                        "line 10: ONBUILD RUN --network",
                        "line 11: ONBUILD COPY <<x");
    }

    @Test
    void all_mistakes_are_told_together() {
        var reading = DockerfileReader.read("RUN x\nFORM a\nFROM b\nRUNN y\nCOPY a\nEXPOSE\nCOPY --form=x a b\n");
        assertThat(reading.mistakes())
                .containsExactly(
                        new Mistake(1, "RUN stands before the first FROM; only ARG may"),
                        new Mistake(2, "unknown instruction FORM; did you mean FROM?"),
                        new Mistake(4, "unknown instruction RUNN; did you mean RUN?"),
                        new Mistake(5, "COPY needs a source and a destination"),
                        new Mistake(6, "EXPOSE needs a port"),
                        new Mistake(7, "COPY has no flag --form; did you mean --from?"));
        assertThat(reading.dockerfile().stages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a b | FROM looks like FROM IMAGE or FROM IMAGE AS NAME",
                "FROM a AS 1x | a stage cannot be named 1x: a name begins with a letter and holds letters, digits, - _ .",
                "FROM --platform a | FROM --platform needs a value: --platform=…",
                "ENV | ENV needs a name and a value",
                "ENV a | ENV needs a value for a: a=…",
                "ENV a=1 b | ENV has no = in b; a value with spaces stands in quotes",
                "LABEL =1 | LABEL has no name before the = in =1",
                "ARG | ARG needs a name",
                "ARG =x | ARG has no name before the = in =x",
                "COPY --from=a --from=b c d | COPY --from is there twice",
                "RUN --rm x | RUN has no flag --rm",
                "CMD [\"a\", 1] | CMD has a JSON array with something in it that is no string",
                "SHELL sh -c | SHELL takes a JSON array: SHELL [\"program\", \"argument\"]",
                "SHELL [] | SHELL needs a program",
                "HEALTHCHECK | HEALTHCHECK needs CMD and a command, or NONE",
                "HEALTHCHECK CMD | HEALTHCHECK CMD needs a command",
                "HEALTHCHECK NONE x | HEALTHCHECK NONE takes no arguments",
                "HEALTHCHECK TCP 80 | HEALTHCHECK knows CMD and NONE, not TCP",
                "ONBUILD | ONBUILD needs an instruction behind it",
                "ONBUILD ONBUILD RUN x | ONBUILD cannot keep ONBUILD for later",
                "ONBUILD FROM a | ONBUILD cannot keep FROM for later",
                "ONBUILD RUM x | unknown instruction RUM; did you mean RUN?",
                "WORKDIR | WORKDIR needs one argument",
                "USER | USER needs one argument",
                "VOLUME | VOLUME needs a path",
                "RUN cat <<EOF | the text that begins with <<EOF does not end: there is no line EOF",
            })
    void a_mistake_is_told_in_a_sentence(String line, String sentence) {
        assertThat(DockerfileReader.read("FROM base\n" + line + "\n").mistakes()).containsExactly(new Mistake(2, sentence));
    }

    @Test
    void directives_can_be_wrong_too() {
        assertThat(DockerfileReader.read("# escape=x\n# syntax=a\n# syntax=b\nFROM a\n").mistakes())
                .containsExactly(new Mistake(1, "the escape letter is \\ or `, not x"), new Mistake(3, "the directive syntax is there already"));
    }

    @Test
    void a_file_without_instructions_is_told_apart_from_one_without_a_base() {
        assertThat(DockerfileReader.read("# nothing\n\n").mistakes()).containsExactly(new Mistake(1, "there is no instruction in the file"));
        assertThat(DockerfileReader.read("ARG a\n").mistakes()).containsExactly(new Mistake(1, "there is no FROM in the file"));
    }

    private static Dockerfile read(String text) {
        var reading = DockerfileReader.read(text);
        assertThat(reading.mistakes()).isEmpty();
        return reading.dockerfile();
    }

    private static Instruction only(Dockerfile dockerfile, Keyword keyword) {
        var found = dockerfile.instructions().filter(instruction -> instruction.keyword() == keyword).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Arguments.Pair> pairs(String line) {
        var instruction = read("FROM a\n" + line + "\n").stages().getFirst().instructions().getFirst();
        return ((Arguments.Pairs) instruction.arguments()).pairs();
    }
}
