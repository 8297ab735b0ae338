package dev.davit.console.paint;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.ScreenBuffer;
import dev.davit.engine.container.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The screen: what is to be seen in one buffer, what the terminal shows in another, and a frame is the difference, in one
/// write between the marks of synchronized output (mode 2026), which terminals without it ignore. Nothing changed: nothing
/// is written.
///
/// A place in a frame is always written as an absolute one after characters beyond ASCII, for terminals differ in how wide
/// they are.
public final class Display {
    /// Takes a terminal over: its other screen, no cursor, pasted text marked as such.
    public static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?2004h";
    /// Gives it back as it was.
    public static final String LEAVE = "\u001b[0m\u001b[?2004l\u001b[?25h\u001b[?1049l";
    /// Lets the terminal report buttons and wheel, as SGR does (ctlseqs: modes 1000 and 1006).
    public static final String TAKE_MOUSE = "\u001b[?1000h\u001b[?1006h";
    /// Leaves them to the terminal.
    public static final String GIVE_MOUSE = "\u001b[?1006l\u001b[?1000l";
    private static final String CLEAR = "\u001b[0m\u001b[2J";

    private final OutputStream target;
    private final Theme theme;
    private final Signs signs;
    private final boolean links;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(16 << 10);
    private ScreenBuffer wanted;
    private ScreenBuffer shown;
    private boolean cleared;
    private boolean cursorShown;
    private int row = -1;
    private int column = -1;
    private @Nullable Style style;
    private String link = "";
    private long frames;
    private long bytes;

    /// @param target where each `flush` is one write
    /// @param links whether the terminal knows links
    Display(OutputStream target, Theme theme, Signs signs, boolean links, TerminalSize size) {
        this.target = target;
        this.theme = theme;
        this.signs = signs;
        this.links = links;
        this.wanted = buffer(size);
        this.shown = buffer(size);
    }

    private ScreenBuffer buffer(TerminalSize size) {
        var cells = new com.googlecode.lanterna.TerminalSize(Math.max(1, size.columns()), Math.max(1, size.rows()));
        return new ScreenBuffer(cells, theme.style(Ink.TEXT).blank());
    }

    /// The next frame draws everything, whatever is on the screen.
    public void repaint() {
        cleared = false;
        cursorShown = false;
    }

    /// Gives a text to the clipboard of whoever sits at the terminal (xterm's OSC 52), which leaves the screen as it is.
    public void copy(String text) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        target.write(("\u001b]52;c;" + encoded + "\u0007").getBytes(StandardCharsets.US_ASCII));
        target.flush();
    }

    /// The terminal has another size; what it shows then is not known.
    void resize(TerminalSize size) {
        wanted = buffer(size);
        shown = buffer(size);
        cleared = false;
    }

    /// How many frames were written.
    public long frames() {
        return frames;
    }

    /// How many bytes they had.
    public long bytes() {
        return bytes;
    }

    /// Shows what a painter draws.
    ///
    /// @param painter draws all of it, and says where the cursor is to be seen
    void show(Function<Canvas, Optional<TerminalPosition>> painter) throws IOException {
        wanted.setAll(theme.style(Ink.TEXT).blank());
        var cursor = painter.apply(new Canvas(wanted, theme, signs, links));
        frame.reset();
        if (!cleared) {
            add(CLEAR);
            shown.setAll(theme.cleared().blank());
            style = theme.cleared();
            column = -1;
        }
        hideCursorFor(cursor);
        int before = frame.size();
        difference();
        boolean changed = frame.size() > before || !cleared;
        cleared = true;
        if (cursor.isPresent()) place(cursor.get(), changed);
        deliver();
    }

    private void hideCursorFor(Optional<TerminalPosition> cursor) {
        if (cursorShown && cursor.isEmpty()) {
            add("\u001b[?25l");
            cursorShown = false;
        }
    }

    private void place(TerminalPosition cursor, boolean changed) {
        if (changed || !cursorShown || row != cursor.getRow() || column != cursor.getColumn()) {
            column = -1;
            move(cursor.getColumn(), cursor.getRow());
        }
        if (!cursorShown) add("\u001b[?25h");
        cursorShown = true;
    }

    private void deliver() throws IOException {
        if (frame.size() == 0) return;
        var whole = new ByteArrayOutputStream(frame.size() + 16);
        whole.writeBytes("\u001b[?2026h".getBytes(StandardCharsets.US_ASCII));
        frame.writeTo(whole);
        whole.writeBytes("\u001b[?2026l".getBytes(StandardCharsets.US_ASCII));
        target.write(whole.toByteArray());
        target.flush();
        frames++;
        bytes += whole.size();
    }

    private void difference() {
        int columns = wanted.getSize().getColumns();
        int rows = wanted.getSize().getRows();
        for (int y = 0; y < rows; y++) {
            // a wide character that goes takes the cell beside it along
            boolean halved = false;
            int x = 0;
            while (x < columns) {
                var cell = wanted.getCharacterAt(x, y);
                var old = shown.getCharacterAt(x, y);
                boolean same = cell.equals(old);
                if (!same || halved) draw(x, y, cell);
                halved = !same && old.isDoubleWidth();
                if (cell.isDoubleWidth()) {
                    // and one that is half covered by another loses its other half
                    halved |= !same && x + 1 < columns && shown.getCharacterAt(x + 1, y).isDoubleWidth();
                    x++;
                }
                x++;
            }
        }
        // no link reaches into what is written next, by whomever
        lead("");
        wanted.copyTo(shown);
    }

    private void draw(int x, int y, TextCharacter cell) {
        if (!(cell instanceof Glyph glyph)) throw new IllegalStateException("a cell that nobody drew");
        // a double cell cannot stand in the last column
        boolean fits = x + glyph.columns() <= wanted.getSize().getColumns();
        var shape = fits ? glyph : glyph.style().blank();
        move(x, y);
        dress(shape.style());
        lead(shape.link());
        add(shape.getCharacterString());
        boolean certain = shape.columns() == 1 && shape.getCharacterString().length() == 1 && shape.getCharacterString().charAt(0) < 0x7f;
        column = certain && x + 1 < wanted.getSize().getColumns() ? x + 1 : -1;
    }

    private void move(int x, int y) {
        if (row == y && column == x) return;
        add("\u001b[" + (y + 1) + (x == 0 ? "H" : ";" + (x + 1) + "H"));
        row = y;
        column = x;
    }

    private void dress(Style next) {
        if (style == next) return;
        var sequence = new StringBuilder("\u001b[0");
        for (var modifier : next.modifiers()) sequence.append(';').append(code(modifier));
        append(sequence, next.foreground().getForegroundSGRSequence(), next.foreground());
        append(sequence, next.background().getBackgroundSGRSequence(), next.background());
        add(sequence.append('m').toString());
        style = next;
    }

    /// OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
    private void lead(String target) {
        if (link.equals(target)) return;
        add("\u001b]8;;" + target + "\u001b\\");
        link = target;
    }

    private static void append(StringBuilder sequence, byte[] code, TextColor colour) {
        if (colour == TextColor.ANSI.DEFAULT) return;
        sequence.append(';').append(new String(code, StandardCharsets.US_ASCII));
    }

    private static int code(SGR modifier) {
        return switch (modifier) {
            case BOLD -> 1;
            case ITALIC -> 3;
            case UNDERLINE -> 4;
            case REVERSE -> 7;
            default -> throw new IllegalArgumentException("no theme uses " + modifier);
        };
    }

    private void add(String text) {
        frame.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
