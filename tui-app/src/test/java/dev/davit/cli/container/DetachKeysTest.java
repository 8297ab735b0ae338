package dev.davit.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.cli.UsageException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DetachKeysTest {
    @Test
    void theUsualKeysLeave() {
        var keys = DetachKeys.of(DetachKeys.USUAL);
        assertThat(pass(keys, "ab\u0010")).isEqualTo("ab");
        assertThat(pass(keys, "\u0011rest")).isEqualTo("!");
    }

    @Test
    void aSequenceThatIsNotCompletedIsPassedOn() {
        var keys = DetachKeys.of(DetachKeys.USUAL);
        assertThat(pass(keys, "\u0010")).isEmpty();
        assertThat(pass(keys, "x")).isEqualTo("\u0010x");
        assertThat(pass(keys, "\u0010\u0010")).isEqualTo("\u0010");
        assertThat(pass(keys, "\u0011")).isEqualTo("!");
    }

    @ParameterizedTest
    @CsvSource({"'a,b,c', abc", "'ctrl-a', '\u0001'", "'CTRL-[', '\u001b'", "'ctrl-@,x', '\u0000x'", "'ctrl-_', '\u001f'"})
    void keysAreLettersAndControls(String text, String typed) {
        assertThat(pass(DetachKeys.of(text), typed)).isEqualTo("!");
    }

    @Test
    void whatFollowsTheKeysIsNotUsed() {
        byte[] typed = "ab\u0010\u0011rest".getBytes(StandardCharsets.UTF_8);
        assertThat(DetachKeys.of(DetachKeys.USUAL).filter(typed, typed.length).used()).isEqualTo(4);
        assertThat(DetachKeys.of("").filter(typed, typed.length).used()).isEqualTo(8);
    }

    @Test
    void noKeysNeverLeave() {
        assertThat(pass(DetachKeys.of(""), "\u0010\u0011")).isEqualTo("\u0010\u0011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl-", "ctrl-1", "ab", "a,", "é", "alt-a"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> DetachKeys.of(text)).isInstanceOf(UsageException.class).hasMessageContaining("is no key");
    }

    /// What is passed on, and `!` when it left.
    private static String pass(DetachKeys keys, String typed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        var passed = keys.filter(bytes, bytes.length);
        return new String(passed.bytes(), StandardCharsets.UTF_8) + (passed.detached() ? "!" : "");
    }
}
