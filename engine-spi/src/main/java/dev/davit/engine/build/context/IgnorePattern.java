package dev.davit.engine.build.context;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One pattern of an ignore file.
///
/// @param text the pattern, cleaned and without `!`
/// @param letsIn whether it stood behind `!`
/// @param test of a whole path
record IgnorePattern(String text, boolean letsIn, Predicate<String> test) {

    /// @throws IllegalArgumentException what is wrong with it, in half a sentence
    static IgnorePattern of(String text, boolean letsIn) {
        return new IgnorePattern(text, letsIn, test(text));
    }

    /// A path as it stands, let in.
    static IgnorePattern literal(String path) {
        return new IgnorePattern(path, true, path::equals);
    }

    boolean matches(String path) {
        return test.test(path);
    }

    private static Predicate<String> test(String text) {
        var translation = new Translation(text);
        var regex = translation.regex();
        // What begins with ** and has no other wildcard is compared as a suffix, whatever stands before it.
        if (translation.suffixOnly) {
            String suffix = text.substring(2);
            return path -> path.endsWith(suffix) || (suffix.startsWith("/") && path.equals(suffix.substring(1)));
        }
        return path -> regex.matcher(path).matches();
    }

    /// Turns a pattern into a regular expression, letter by letter.
    private static final class Translation {
        private final String text;
        private final StringBuilder out = new StringBuilder();
        private int at;
        private boolean suffixOnly;

        Translation(String text) {
            this.text = text;
        }

        Pattern regex() {
            while (at < text.length()) {
                int start = at;
                char c = text.charAt(at++);
                switch (c) {
                    case '*' -> stars(start);
                    case '?' -> wild("[^/]");
                    case '[' -> letters();
                    case '\\' -> {
                        if (at == text.length()) throw new IllegalArgumentException("a \\ at its end escapes nothing");
                        wild(literal(text.charAt(at++)));
                    }
                    case ']' -> wild("\\]");
                    default -> out.append(literal(c));
                }
            }
            return Pattern.compile(out.toString());
        }

        private void wild(String regex) {
            suffixOnly = false;
            out.append(regex);
        }

        private void stars(int start) {
            if (at == text.length() || text.charAt(at) != '*') {
                wild("[^/]*");
                return;
            }
            at++;
            if (at < text.length() && text.charAt(at) == '/') at++;
            wild(at == text.length() ? ".*" : "(?:.*/)?");
            suffixOnly = start == 0;
        }

        /// `[a-z]`, `[^a-z]`, with `\` before letters that mean something.
        private void letters() {
            var set = new StringBuilder("[");
            if (at < text.length() && text.charAt(at) == '^') {
                set.append("^");
                at++;
            }
            boolean empty = true;
            while (empty || at == text.length() || text.charAt(at) != ']') {
                char low = letter();
                char high = low;
                if (text.charAt(at) == '-') {
                    at++;
                    high = letter();
                }
                if (low > high) throw new IllegalArgumentException(String.format(Locale.ROOT, "the range %c-%c ends before it begins", low, high));
                set.append(literal(low)).append('-').append(literal(high));
                empty = false;
            }
            at++;
            wild(set.append(']').toString());
        }

        private char letter() {
            if (at == text.length()) throw new IllegalArgumentException("its [ has no ]");
            char c = text.charAt(at++);
            if (c == '-' || c == ']') throw new IllegalArgumentException("in [ ] a " + c + " stands where a letter should");
            if (c == '\\') {
                if (at == text.length()) throw new IllegalArgumentException("its [ has no ]");
                c = text.charAt(at++);
            }
            if (at == text.length()) throw new IllegalArgumentException("its [ has no ]");
            return c;
        }

        private static String literal(char c) {
            return Character.isLetterOrDigit(c) || c == '/' || c > 127 ? String.valueOf(c) : "\\" + c;
        }
    }
}
