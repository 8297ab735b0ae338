package dev.davit.shell;

import dev.davit.batch.ShellWords;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// What was typed up to the cursor, for whoever completes its last word.
///
/// @param line all that was typed
/// @param command what stands before the word in its command; empty when that cannot be cut into words
/// @param raw the word, as far as the cursor, as it was typed
/// @param word the same without its quotes
record Piece(String line, int cursor, String command, String raw, String word) implements CompletingParsedLine {

    static Piece of(String line, int cursor) {
        String typed = line.substring(0, cursor);
        var quotes = Quotes.of(typed);
        String raw = typed.substring(1 + quotes.last(" \t\r\n|>"));
        String command = typed.substring(1 + quotes.last("\n"), typed.length() - raw.length());
        // JLine gives back what it has got from here
        String begun = raw.startsWith("\\\n") ? raw.substring(2) : raw;
        var words = words(begun + (quotes.open() == '\\' ? "" : Character.toString(quotes.open()).replace("\0", "")));
        return new Piece(line, cursor, command, begun, words.isEmpty() ? "" : words.getLast());
    }

    private static List<String> words(String text) {
        try {
            return ShellWords.of(text);
        } catch (IllegalArgumentException e) {
            // within a quote that ends in a backslash, and the like
            return List.of();
        }
    }

    /// Whether sh will read it, not davit.
    boolean isOfSystem() {
        return command.strip().startsWith("!") || Quotes.of(command).first("|>") >= 0;
    }

    /// The words before it.
    List<String> before() {
        return words(command);
    }

    @Override
    public int wordCursor() {
        return word.length();
    }

    @Override
    public List<String> words() {
        var words = new ArrayList<>(before());
        words.add(word);
        return words;
    }

    @Override
    public int wordIndex() {
        return words().size() - 1;
    }

    @Override
    public int rawWordCursor() {
        return raw.length();
    }

    @Override
    public int rawWordLength() {
        return raw.length();
    }

    /// The word as a shell must be given it.
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        var escaped = new StringBuilder();
        for (char c : candidate.toString().toCharArray()) {
            if (" \t\"'\\|>#$`&;()<*?[".indexOf(c) >= 0) escaped.append('\\');
            escaped.append(c);
        }
        return escaped;
    }
}
