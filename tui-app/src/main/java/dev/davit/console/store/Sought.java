package dev.davit.console.store;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is looked for in lines.
///
/// @param text as it was typed: a regular expression (java.util.regex), or what is none taken as it is; without capitals it means
/// them too; empty: nothing is looked for
/// @param line the number of the line where it was found last
public record Sought(String text, OptionalLong line) {
    /// Nothing.
    public static final Sought NOTHING = new Sought("", OptionalLong.empty());

    /// Something, found nowhere yet.
    public static Sought of(String text) {
        return new Sought(text, OptionalLong.empty());
    }

    /// The same, found there.
    public Sought at(long number) {
        return new Sought(text, OptionalLong.of(number));
    }

    /// Whether nothing is looked for.
    public boolean isNothing() {
        return text.isEmpty();
    }

    /// What matches it.
    public Pattern pattern() {
        boolean capitals = text.codePoints().anyMatch(Character::isUpperCase);
        int flags = capitals ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        try {
            return Pattern.compile(text, flags);
        } catch (PatternSyntaxException e) {
            // half of an expression while it is typed, or a text with a bracket in it
            return Pattern.compile(Pattern.quote(text), flags);
        }
    }
}
