package dev.davit.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a terminal shows of the bytes that it gets. It knows just the sequences that the console may use, and keeps a list of
/// all others: whatever else acts on a terminal has come from somewhere else. It keeps no history that grows with each frame:
/// a day before it is to cost no more than a minute.
final class VirtualScreen {
    /// Around each frame.
    /// The console's; without it the terminal is a command's, which writes lines.
    private static final String OTHER_SCREEN = "?1049";
    private static final String FRAME = "?2026";
    private static final Set<String> MODES = Set.of("?1049", "?25", "?2004", FRAME, "?1000", "?1006");
    private static final int MOST_LINKS = 10_000;

    private int columns;
    private int rows;
    private String[][] cells = new String[0][0];
    private int x;
    private int y;
    private boolean resized;
    private int clears;
    private static final String CLIPBOARD = "\u001b]52;c;";
    private static final String LINK = "\u001b]8;;";
    private static final String LINK_END = "\u001b\\";

    private final Set<String> modes = new java.util.TreeSet<>();
    private final List<String> switched = new ArrayList<>();
    private final Set<String> colours = new LinkedHashSet<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private String link = "";
    private String copied = "";
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    VirtualScreen(int columns, int rows) {
        resize(columns, rows);
        modes.add("?25");
    }

    synchronized void resize(int width, int height) {
        columns = width;
        rows = height;
        resized = true;
        cells = new String[height][width];
        clear();
    }

    private void clear() {
        for (var row : cells) Arrays.fill(row, " ");
    }

    /// Takes what was written.
    synchronized void write(byte[] bytes) {
        held.writeBytes(bytes);
        String text = held.toString(StandardCharsets.UTF_8);
        held.reset();
        int at = 0;
        while (at < text.length()) at = take(text, at);
        if (!link.isEmpty()) foreign.add("a link that is left open");
    }

    private int take(String text, int at) {
        char c = text.charAt(at);
        if (c == '\u001b') return sequence(text, at);
        int point = text.codePointAt(at);
        boolean lent = !modes.contains(OTHER_SCREEN);
        if (lent && c == '\r') x = 0;
        else if (lent && c == '\n') nextLine();
        else if (c < ' ' || (c >= 0x7f && c < 0xa0)) foreign.add("control character " + (int) c);
        else put(point);
        return at + Character.charCount(point);
    }

    private void nextLine() {
        x = 0;
        y = Math.min(rows - 1, y + 1);
    }

    private int sequence(String text, int at) {
        int end = at + 2;
        while (end < text.length() && (text.charAt(end) < 0x40 || end < at + 2)) end++;
        if (text.startsWith(CLIPBOARD, at) && text.indexOf('\u0007', at) > 0) {
            int last = text.indexOf('\u0007', at);
            copied = new String(Base64.getDecoder().decode(text.substring(at + CLIPBOARD.length(), last)), StandardCharsets.UTF_8);
            return last + 1;
        }
        if (text.startsWith(LINK, at) && text.indexOf(LINK_END, at + LINK.length()) > 0) {
            int last = text.indexOf(LINK_END, at + LINK.length());
            link = text.substring(at + LINK.length(), last);
            if (!link.isEmpty()) links.add(link + " ");
            if (links.size() > MOST_LINKS) links.removeFirst();
            return last + LINK_END.length();
        }
        if (end >= text.length() || text.charAt(at + 1) != '[') {
            foreign.add("sequence " + text.substring(at, Math.min(text.length(), at + 8)));
            return at + 1;
        }
        act(text.charAt(end), text.substring(at + 2, end));
        return end + 1;
    }

    private void act(char command, String parameters) {
        switch (command) {
            case 'H' -> {
                var numbers = parameters.split(";", -1);
                y = Integer.parseInt(numbers[0]) - 1;
                x = numbers.length > 1 ? Integer.parseInt(numbers[1]) - 1 : 0;
            }
            case 'm' -> colours.add(parameters);
            case 'J' -> {
                clear();
                clears++;
                resized = false;
            }
            case 'h', 'l' -> {
                if (!MODES.contains(parameters)) foreign.add("mode " + parameters);
                else if (command == 'h') modes.add(parameters);
                else modes.remove(parameters);
                if (!parameters.equals(FRAME)) switched.add(parameters + command);
                if (parameters.equals(OTHER_SCREEN)) {
                    clear();
                    x = 0;
                    y = 0;
                }
            }
            default -> foreign.add("sequence [" + parameters + command);
        }
    }

    private void put(int point) {
        if (!link.isEmpty()) links.set(links.size() - 1, links.getLast() + Character.toString(point));
        int type = Character.getType(point);
        boolean joins = type == Character.NON_SPACING_MARK || point == 0x200d || point == 0xfe0f;
        if (joins && x > 0) {
            cells[y][x - 1] += Character.toString(point);
            return;
        }
        if (x >= columns || y >= rows) {
            // a frame for the size before may be on its way
            if (!resized) foreign.add("a character outside, at " + x + "," + y);
            return;
        }
        cells[y][x++] = Character.toString(point);
        boolean wide = (point >= 0x3040 && point < 0xa4cf) || (point >= 0x1f300 && point < 0x1fb00);
        if (wide && x < columns) cells[y][x++] = "";
    }

    /// The screen as text, a line each, without trailing blanks.
    synchronized String text() {
        return IntStream.range(0, rows).mapToObj(this::line).collect(Collectors.joining("\n"));
    }

    private String line(int row) {
        return String.join("", cells[row]).stripTrailing();
    }

    /// How often it was cleared, as the first frame of another size does.
    synchronized int clears() {
        return clears;
    }

    /// What was given to the clipboard last.
    synchronized String copied() {
        return copied;
    }

    /// The links that were written last, in order: the target, a blank, the text.
    synchronized List<String> links() {
        return List.copyOf(links);
    }

    /// Which modes are set.
    synchronized Set<String> modes() {
        return Set.copyOf(modes);
    }

    /// All modes that were set and unset, in order, but for those around frames: `?25l`.
    synchronized List<String> switched() {
        return List.copyOf(switched);
    }

    /// The parameters of all colours and the like that were set, each once.
    synchronized List<String> colours() {
        return List.copyOf(colours);
    }

    /// What no console sends.
    synchronized List<String> foreign() {
        return List.copyOf(foreign);
    }
}
