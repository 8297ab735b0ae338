package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import dev.davit.engine.container.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThemeTest {

    /// How bright a colour is (WCAG 2.1, relative luminance).
    private static double luminance(TextColor colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int of255) {
        double part = of255 / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// How far letters stand out from their ground (WCAG 2.1, contrast ratio): 1 to 21.
    private static double contrast(Style style, TextColor ground) {
        double letters = luminance(style.foreground() == ANSI.DEFAULT ? ownLetters(ground) : style.foreground());
        double behind = luminance(style.background() == ANSI.DEFAULT ? ground : style.background());
        return (Math.max(letters, behind) + 0.05) / (Math.min(letters, behind) + 0.05);
    }

    private static TextColor ownLetters(TextColor ground) {
        return luminance(ground) > 0.5 ? new TextColor.RGB(0, 0, 0) : new TextColor.RGB(255, 255, 255);
    }

    /// 4.5 is what WCAG asks of text, 7 of text with a high contrast.
    @ParameterizedTest
    @CsvSource({
        "DARK, INDEXED, 0, 4", "DARK, TRUE, 0, 4", "LIGHT, INDEXED, 255, 4.5", "LIGHT, TRUE, 255, 4.5", "HIGH_CONTRAST, INDEXED, 0, 7", "HIGH_CONTRAST, TRUE, 0, 7",
        "HIGH_CONTRAST, INDEXED, 255, 7", "HIGH_CONTRAST, TRUE, 255, 7"
    })
    void everything_can_be_read_on_the_ground_that_a_theme_is_for(ThemeName name, Colours colours, int grey, double least) {
        var theme = Theme.of(name, colours);
        var ground = new TextColor.RGB(grey, grey, grey);
        for (var ink : Ink.values()) {
            assertThat(contrast(theme.style(ink), ground)).as(name + " " + ink).isGreaterThanOrEqualTo(least);
            assertThat(contrast(theme.selected(ink), ground)).as(name + " " + ink + " selected").isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({"SIXTEEN, TRUE", "SIXTEEN, INDEXED", "DARK, BASIC", "LIGHT, BASIC", "HIGH_CONTRAST, BASIC"})
    void no_theme_has_other_colours_than_the_terminal_where_that_has_16_or_shall_have(ThemeName name, Colours colours) {
        var theme = Theme.of(name, colours);
        for (var ink : Ink.values()) {
            assertThat(theme.style(ink).foreground()).isInstanceOf(ANSI.class);
            assertThat(theme.style(ink).background()).isEqualTo(ANSI.DEFAULT);
        }
    }

    @ParameterizedTest
    @CsvSource({"MONO, TRUE", "MONO, BASIC", "DARK, NONE", "LIGHT, NONE", "HIGH_CONTRAST, NONE", "SIXTEEN, NONE"})
    void without_colours_there_are_none(ThemeName name, Colours colours) {
        var theme = Theme.of(name, colours);
        for (var ink : Ink.values()) {
            for (var style : new Style[] {theme.style(ink), theme.selected(ink)}) {
                assertThat(style.foreground()).isEqualTo(ANSI.DEFAULT);
                assertThat(style.background()).isEqualTo(ANSI.DEFAULT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xterm, '', '', BASIC", "xterm-256color, '', '', INDEXED", "xterm-256color, truecolor, '', TRUE", "xterm, 24bit, '', TRUE", "xterm-direct, '', '', TRUE",
        "linux, '', '', BASIC", "vt100, truecolor, '', NONE", "xterm-256color, truecolor, 1, NONE"
    })
    void the_environment_says_how_many_colours_there_are(String type, String colorterm, String noColor, Colours colours) {
        assertThat(Colours.of(Map.of("COLORTERM", colorterm, "NO_COLOR", noColor), type)).isEqualTo(colours);
    }

    private static String frame(ThemeName name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var display = new Display(bytes, Theme.of(name, Colours.INDEXED), Signs.ASCII, false, new TerminalSize(4, 2));
        display.show(_ -> Optional.empty());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_ground_of_its_own_is_drawn_everywhere_and_the_terminals_never() throws IOException {
        assertThat(frame(ThemeName.HIGH_CONTRAST)).contains("48;5;16m").contains("    ");
        assertThat(frame(ThemeName.DARK)).doesNotContain("48;").doesNotContain(" ");
    }
}
