package dev.davit.sidebyside;

import java.util.List;
import java.util.regex.Pattern;

/// Cuts the table's lines into words: single and double quotes, no escapes.
final class Words {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    private Words() {}

    static List<String> of(String line) {
        return WORD.matcher(line).results().map(result -> unquoted(result.group())).toList();
    }

    private static String unquoted(String word) {
        return Pattern.compile("'([^']*)'|\"([^\"]*)\"").matcher(word).replaceAll(result -> {
            String inside = result.group(1) == null ? result.group(2) : result.group(1);
            return java.util.regex.Matcher.quoteReplacement(inside);
        });
    }
}
