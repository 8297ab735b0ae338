package dev.davit.console.paint;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/// How inks look in a theme, with so many colours. Whatever a colour says, a word or a sign says as well.
final class Theme {
    private final Map<Ink, Style> plain = new EnumMap<>(Ink.class);
    private final Map<Ink, Style> selected = new EnumMap<>(Ink.class);
    private final Style cleared;

    private Theme(Palette palette, Colours colours) {
        for (var ink : Ink.values()) {
            plain.put(ink, style(ink, palette, colours, false));
            selected.put(ink, style(ink, palette, colours, true));
        }
        var text = style(Ink.TEXT);
        boolean own = text.foreground() == ANSI.DEFAULT && text.background() == ANSI.DEFAULT;
        cleared = own ? text : new Style(ANSI.DEFAULT, ANSI.DEFAULT, EnumSet.noneOf(SGR.class));
    }

    /// @param colours of the terminal
    static Theme of(ThemeName name, Colours colours) {
        return new Theme(name.palette(), name.within(colours));
    }

    Style style(Ink ink) {
        return of(plain, ink);
    }

    /// On the row with the cursor.
    Style selected(Ink ink) {
        return of(selected, ink);
    }

    /// What a terminal shows that was cleared: text's style only where that has no ground of its own.
    Style cleared() {
        return cleared;
    }

    private static Style of(Map<Ink, Style> styles, Ink ink) {
        var style = styles.get(ink);
        if (style == null) throw new IllegalStateException("no style for " + ink);
        return style;
    }

    private static Style style(Ink ink, Palette palette, Colours colours, boolean selected) {
        var modifiers = modifiers(ink, colours);
        return switch (colours) {
            case NONE -> {
                if (selected) modifiers.add(SGR.REVERSE);
                yield new Style(ANSI.DEFAULT, ANSI.DEFAULT, modifiers);
            }
            case BASIC -> {
                // 16 colours are the user's own, and which of them stand apart is not known: reversed always does
                if (selected) modifiers.add(SGR.REVERSE);
                yield new Style(selected ? ANSI.DEFAULT : basic(ink), ANSI.DEFAULT, modifiers);
            }
            case INDEXED, TRUE -> selected
                    ? new Style(palette.onSelection(ink).in(colours), palette.selection().in(colours), modifiers)
                    : new Style(palette.foreground(ink).in(colours), palette.background(ink).in(colours), modifiers);
        };
    }

    private static EnumSet<SGR> modifiers(Ink ink, Colours colours) {
        return switch (ink) {
            case BRAND, TITLES, KEY, PROBLEM, DANGER -> EnumSet.of(SGR.BOLD);
            case HEADER -> colours == Colours.NONE ? EnumSet.of(SGR.REVERSE) : EnumSet.noneOf(SGR.class);
            case MATCH -> EnumSet.of(SGR.REVERSE);
            case TEXT, DIM, NAME, RUNNING, PAUSED, ENDED, FAILED, BUSY, KEY_LABEL, DONE, FRAME, STDERR -> EnumSet.noneOf(SGR.class);
        };
    }

    private static TextColor basic(Ink ink) {
        return switch (ink) {
            case TEXT, NAME, KEY_LABEL, HEADER -> ANSI.DEFAULT;
            case DIM, ENDED, FRAME -> ANSI.BLACK_BRIGHT;
            case TITLES, BRAND, KEY -> ANSI.CYAN;
            case RUNNING, DONE -> ANSI.GREEN;
            case PAUSED, BUSY, MATCH, STDERR -> ANSI.YELLOW;
            case FAILED, PROBLEM, DANGER -> ANSI.RED;
        };
    }
}
