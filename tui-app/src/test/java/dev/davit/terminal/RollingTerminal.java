package dev.davit.terminal;

import dev.davit.engine.container.TerminalSize;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// A terminal on which lines roll away at the top, for programs that draw their last lines anew: it knows carriage return, line
/// feed, cursor up (which stops at the first row, as ECMA-48 has it), erasing to the end of the line and below, and whether lines wrap.
/// Anything else fails. It takes ASCII only.
public final class RollingTerminal extends OutputStream {
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder sequence = new StringBuilder();
    private final int columns;
    private int rows;
    private int x;
    private int y;
    private boolean wraps = true;

    public RollingTerminal(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public TerminalSize size() {
        return new TerminalSize(columns, rows);
    }

    /// Another height; what is above rolls away, as xterm does it.
    public void resize(int height) {
        rows = height;
    }

    /// All lines, those that have rolled away included.
    public List<String> everything() {
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /// What is on the screen.
    public List<String> screen() {
        return everything().subList(top(), lines.size());
    }

    public boolean wraps() {
        return wraps;
    }

    private int top() {
        return Math.max(0, lines.size() - rows);
    }

    @Override
    public void write(int b) {
        char c = (char) (b & 0xff);
        if (!sequence.isEmpty()) {
            sequence.append(c);
            if (c != '[' && Character.isLetter(c)) act();
            return;
        }
        switch (c) {
            case '\u001b' -> sequence.append(c);
            case '\r' -> x = 0;
            case '\n' -> {
                // the terminal's driver makes it a carriage return as well
                x = 0;
                lineFeed();
            }
            default -> put(c);
        }
    }

    private void lineFeed() {
        y++;
        if (y == lines.size()) lines.add(new StringBuilder());
    }

    private void put(char c) {
        if (c < ' ' || c > '~') throw new AssertionError("unknown character " + (int) c);
        if (x == columns) {
            if (wraps) {
                x = 0;
                lineFeed();
            } else {
                x--;
            }
        }
        var line = lines.get(y);
        while (line.length() <= x) line.append(' ');
        line.setCharAt(x++, c);
    }

    private void act() {
        String text = sequence.substring(1);
        sequence.setLength(0);
        if (text.equals("[K")) {
            lines.get(y).setLength(Math.min(x, lines.get(y).length()));
        } else if (text.equals("[J")) {
            lines.get(y).setLength(Math.min(x, lines.get(y).length()));
            lines.subList(y + 1, lines.size()).forEach(line -> line.setLength(0));
        } else if (text.matches("\\[\\d+A")) {
            y = Math.max(top(), y - Integer.parseInt(text.substring(1, text.length() - 1)));
        } else if (text.equals("[?7l") || text.equals("[?7h")) {
            wraps = text.endsWith("h");
        } else {
            throw new AssertionError("unknown sequence " + text);
        }
    }
}
