package dev.davit.console.paint;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/// How inks look with so many colours. Whatever a colour says, a word or a sign says as well.
final class Theme {
    private final Map<Ink, Style> plain = new EnumMap<>(Ink.class);
    private final Map<Ink, Style> selected = new EnumMap<>(Ink.class);

    private Theme(Colours colours) {
        for (var ink : Ink.values()) {
            plain.put(ink, style(ink, colours, false));
            selected.put(ink, style(ink, colours, true));
        }
    }

    static Theme of(Colours colours) {
        return new Theme(colours);
    }

    Style style(Ink ink) {
        return of(plain, ink);
    }

    /// On the row with the cursor.
    Style selected(Ink ink) {
        return of(selected, ink);
    }

    private static Style of(Map<Ink, Style> styles, Ink ink) {
        var style = styles.get(ink);
        if (style == null) throw new IllegalStateException("no style for " + ink);
        return style;
    }

    private static Style style(Ink ink, Colours colours, boolean selected) {
        var modifiers = modifiers(ink, colours);
        if (colours == Colours.NONE) {
            if (selected) modifiers.add(SGR.REVERSE);
            return new Style(ANSI.DEFAULT, ANSI.DEFAULT, modifiers);
        }
        boolean rich = colours != Colours.BASIC;
        // 16 colours are the user's own, and which of them stand apart is not known: reversed always does
        if (selected && !rich) {
            modifiers.add(SGR.REVERSE);
            return new Style(ANSI.DEFAULT, ANSI.DEFAULT, modifiers);
        }
        var background = selected ? rich(colours, 24, 0x1d4f6e) : background(ink, colours);
        return new Style(selected ? onSelection(ink, colours) : foreground(ink, colours), background, modifiers);
    }

    private static EnumSet<SGR> modifiers(Ink ink, Colours colours) {
        return switch (ink) {
            case BRAND, TITLES, KEY, PROBLEM, DANGER -> EnumSet.of(SGR.BOLD);
            case HEADER -> colours == Colours.NONE ? EnumSet.of(SGR.REVERSE) : EnumSet.noneOf(SGR.class);
            case MATCH -> EnumSet.of(SGR.REVERSE);
            case TEXT, DIM, NAME, RUNNING, PAUSED, ENDED, FAILED, BUSY, KEY_LABEL, DONE, FRAME, STDERR -> EnumSet.noneOf(SGR.class);
        };
    }

    private static TextColor background(Ink ink, Colours colours) {
        return switch (ink) {
            case BRAND -> colours == Colours.BASIC ? ANSI.DEFAULT : rich(colours, 31, 0x1f7fa8);
            case HEADER -> colours == Colours.BASIC ? ANSI.DEFAULT : rich(colours, 236, 0x2b3440);
            default -> ANSI.DEFAULT;
        };
    }

    private static TextColor onSelection(Ink ink, Colours colours) {
        return switch (ink) {
            case RUNNING -> rich(colours, 120, 0x8ff0a4);
            case PAUSED, BUSY -> rich(colours, 222, 0xffd787);
            case FAILED, PROBLEM, DANGER, STDERR -> rich(colours, 217, 0xffb3b3);
            case DIM, ENDED, TITLES, KEY_LABEL, FRAME -> rich(colours, 252, 0xd0d8e0);
            case TEXT, BRAND, HEADER, NAME, KEY, DONE, MATCH -> rich(colours, 231, 0xffffff);
        };
    }

    private static TextColor foreground(Ink ink, Colours colours) {
        boolean basic = colours == Colours.BASIC;
        return switch (ink) {
            case TEXT -> ANSI.DEFAULT;
            case NAME -> basic ? ANSI.DEFAULT : rich(colours, 117, 0x8fd3ff);
            case DIM, ENDED, FRAME -> basic ? ANSI.BLACK_BRIGHT : rich(colours, 245, 0x8a929c);
            case TITLES -> basic ? ANSI.CYAN : rich(colours, 73, 0x62b5c4);
            case KEY_LABEL -> basic ? ANSI.DEFAULT : rich(colours, 250, 0xb4bcc6);
            case BRAND -> basic ? ANSI.CYAN : rich(colours, 231, 0xffffff);
            case HEADER -> basic ? ANSI.DEFAULT : rich(colours, 252, 0xd5dbe3);
            case RUNNING, DONE -> basic ? ANSI.GREEN : rich(colours, 78, 0x57d28b);
            case PAUSED, BUSY, MATCH -> basic ? ANSI.YELLOW : rich(colours, 221, 0xf2c55c);
            case FAILED, PROBLEM, DANGER -> basic ? ANSI.RED : rich(colours, 203, 0xff6b68);
            case STDERR -> basic ? ANSI.YELLOW : rich(colours, 216, 0xf0b08a);
            case KEY -> basic ? ANSI.CYAN : rich(colours, 117, 0x7cc7ff);
        };
    }

    private static TextColor rich(Colours colours, int indexed, int rgb) {
        return colours == Colours.TRUE
                ? new TextColor.RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)
                : new TextColor.Indexed(indexed);
    }
}
