package dev.davit.console.paint;

import com.googlecode.lanterna.TextColor;

/// Colours for inks, on terminals that have 256 or more.
sealed interface Palette permits DarkPalette, LightPalette, HighContrastPalette {

    /// A colour.
    ///
    /// @param indexed its nearest neighbour among the 256 of xterm, for terminals with no more; negative: the terminal's own
    /// @param rgb 24 bits
    record Shade(int indexed, int rgb) {
        /// Whatever the terminal has where nobody says otherwise.
        static final Shade OWN = new Shade(-1, 0);

        TextColor in(Colours colours) {
            if (indexed < 0) return TextColor.ANSI.DEFAULT;
            return colours == Colours.TRUE
                    ? new TextColor.RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)
                    : new TextColor.Indexed(indexed);
        }
    }

    Shade foreground(Ink ink);

    Shade background(Ink ink);

    /// The foreground on the row with the cursor.
    Shade onSelection(Ink ink);

    /// The ground of the row with the cursor.
    Shade selection();
}
