package dev.davit.engine.fake;

import java.util.ArrayList;
import java.util.List;

/// A shell script's commands and words.
final class ShellWords {
    private ShellWords() {}

    /// What stands between one command and the next.
    enum Joint {
        THEN,
        AND,
        OR,
        BACKGROUND
    }

    /// One command. In its words a dollar that is to stay one is written as NUL.
    record Step(List<String> words, boolean toError, Joint next) {}

    static List<Step> steps(String script) {
        var steps = new ArrayList<Step>();
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        boolean toError = false;
        char quote = 0;
        for (int i = 0; i <= script.length(); i++) {
            char c = i < script.length() ? script.charAt(i) : '\n';
            char after = i + 1 < script.length() ? script.charAt(i + 1) : '\n';
            if (quote != 0 && i < script.length()) {
                if (c == quote) quote = 0;
                else if (c == '\\' && quote == '"') word.append(script.charAt(++i));
                else word.append(c == '$' && quote == '\'' ? '\0' : c);
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (c == '>' && script.startsWith(">&2", i)) {
                toError = true;
                i += 2;
            } else if (" \t;&|\n".indexOf(c) >= 0) {
                if (inWord) words.add(word.toString());
                word.setLength(0);
                inWord = false;
                if (c == ' ' || c == '\t') continue;
                boolean twice = (c == '&' || c == '|') && after == c;
                if (twice) i++;
                var joint = !twice ? c == '&' ? Joint.BACKGROUND : Joint.THEN : c == '&' ? Joint.AND : Joint.OR;
                if (!words.isEmpty()) steps.add(new Step(List.copyOf(words), toError, joint));
                words.clear();
                toError = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        return steps;
    }

    /// Puts values in the place of `$?` and `$NAME`.
    static String expand(String word, int status, List<String> environment) {
        var out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '$' && word.startsWith("$?", i)) {
                out.append(status);
                i++;
            } else if (c == '$') {
                int end = i + 1;
                while (end < word.length() && (Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '_')) end++;
                out.append(variable(word.substring(i + 1, end), environment));
                i = end - 1;
            } else {
                out.append(c == '\0' ? '$' : c);
            }
        }
        return out.toString();
    }

    private static String variable(String name, List<String> environment) {
        return environment.stream()
                .filter(entry -> entry.startsWith(name + "="))
                .map(entry -> entry.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
