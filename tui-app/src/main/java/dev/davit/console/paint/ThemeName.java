package dev.davit.console.paint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The themes that a user can ask for. A terminal with fewer colours than a theme has shows it in those that it has.
public enum ThemeName {
    /// For terminals with a dark ground.
    DARK("dark"),
    /// For terminals with a light ground.
    LIGHT("light"),
    /// Few, strong colours on a black ground of its own.
    HIGH_CONTRAST("high-contrast"),
    /// The 16 colours that the terminal's own scheme names.
    SIXTEEN("16"),
    /// No colours: bold and reversed.
    MONO("mono");

    private final String word;

    ThemeName(String word) {
        this.word = word;
    }

    /// How the configuration spells it.
    public String word() {
        return word;
    }

    /// The theme of this spelling.
    public static Optional<ThemeName> of(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word.equals(word)).findFirst();
    }

    /// All spellings.
    public static List<String> words() {
        return Arrays.stream(values()).map(ThemeName::word).toList();
    }

    /// As many colours as the theme has and the terminal shows.
    Colours within(Colours shown) {
        return switch (this) {
            case DARK, LIGHT, HIGH_CONTRAST -> shown;
            case SIXTEEN -> shown.atMost(Colours.BASIC);
            case MONO -> Colours.NONE;
        };
    }

    /// The colours of terminals that have many. The two that never need them have those of the default.
    Palette palette() {
        return switch (this) {
            case DARK, SIXTEEN, MONO -> new DarkPalette();
            case LIGHT -> new LightPalette();
            case HIGH_CONTRAST -> new HighContrastPalette();
        };
    }
}
