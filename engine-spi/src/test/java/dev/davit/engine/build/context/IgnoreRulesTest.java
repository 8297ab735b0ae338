package dev.davit.engine.build.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns one by one. Whole files of them are held against docker's own builds.
class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b/a, false",
        "a, a/b, true",
        "/a, a, true",
        "./a/../b/, b, true",
        "a/, a, true",
        "*, a/b, true",
        "*.log, x.log, true",
        "*.log, a/x.log, false",
        "*/x, a/x, true",
        "*/x, a/b/x, false",
        "**/x, x, true",
        "**/x, a/b/x, true",
        "**/x, a/bx, false",
        "**x, a/bx, true",
        "a/**, a, false",
        "a/**, a/b/c, true",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/xb, false",
        "**, anything/at/all, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a[b-d]e, ace, true",
        "a[^b-d]e, ace, false",
        "a[^b-d]e, axe, true",
        "a\\*, a*, true",
        "a\\*, ab, false",
        "a.b, axb, false",
        "(a)+$, (a)+$, true",
        ".., .., true",
        "größe, größe, true"
    })
    void a_pattern_keeps_out_what_it_means(String pattern, String path, boolean excluded) {
        assertThat(IgnoreRules.parse(pattern + "\n").excludes(path)).isEqualTo(excluded);
    }

    @Test
    void the_last_pattern_that_matches_decides() {
        var rules = IgnoreRules.parse("*.md\n!README*.md\nREADME-secret.md\n");
        assertThat(rules.excludes("other.md")).isTrue();
        assertThat(rules.excludes("README.md")).isFalse();
        assertThat(rules.excludes("README-secret.md")).isTrue();
    }

    @Test
    void something_in_a_folder_that_is_kept_out_can_be_let_in() {
        var rules = IgnoreRules.parse("docs\n!docs/keep\n");
        assertThat(rules.excludes("docs/other")).isTrue();
        assertThat(rules.excludes("docs/keep/deep")).isFalse();
        assertThat(rules.mayLetIn("docs")).isTrue();
        assertThat(rules.mayLetIn("doc")).isFalse();
    }

    @Test
    void comments_and_empty_lines_say_nothing() {
        var rules = IgnoreRules.parse("\ufeff# a\n\n   \n  b  \r\n");
        assertThat(rules.excludes("# a")).isFalse();
        assertThat(rules.excludes("b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'ok\n!', line 2: ! stands alone: it needs a pattern behind it",
        "'[a', line 1: the pattern [a is malformed: its [ has no ]",
        "'a\\', line 1: the pattern a\\ is malformed: a \\ at its end escapes nothing",
        "'[]a]', line 1: the pattern []a] is malformed: in [ ] a ] stands where a letter should",
        "'[z-a]', line 1: the pattern [z-a] is malformed: the range z-a ends before it begins"
    })
    void a_malformed_pattern_is_told_with_its_line(String text, String sentence) {
        assertThatThrownBy(() -> IgnoreRules.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }
}
