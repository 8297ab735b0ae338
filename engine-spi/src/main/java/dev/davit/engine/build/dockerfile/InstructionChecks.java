package dev.davit.engine.build.dockerfile;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what follows one instruction and says what is wrong with it.
final class InstructionChecks {
    private final Keyword keyword;
    private final char escape;
    private final Consumer<String> mistake;

    InstructionChecks(Keyword keyword, char escape, Consumer<String> mistake) {
        this.keyword = keyword;
        this.escape = escape;
        this.mistake = mistake;
    }

    /// The arguments; empty after a mistake.
    Optional<Arguments> arguments(String rest) {
        return switch (keyword) {
            case ADD, COPY -> atLeast(2, jsonOrWords(rest), "needs a source and a destination");
            case VOLUME -> atLeast(1, jsonOrWords(rest), "needs a path");
            case EXPOSE -> atLeast(1, Optional.of(new Arguments.Words(Words.plain(rest))), "needs a port");
            case FROM -> from(rest);
            case ENV, LABEL -> pairs(rest);
            case ARG -> names(rest);
            case CMD, ENTRYPOINT, RUN -> jsonOrLine(rest);
            case SHELL -> shell(rest);
            case HEALTHCHECK -> probe(rest);
            case MAINTAINER, STOPSIGNAL, USER, WORKDIR -> line(rest);
            case ONBUILD -> throw new IllegalArgumentException("what ONBUILD keeps is an instruction of its own");
        };
    }

    private <T> Optional<T> wrong(String sentence) {
        mistake.accept(keyword + " " + sentence);
        return Optional.empty();
    }

    private Optional<Arguments> line(String rest) {
        return rest.isEmpty() ? wrong("needs one argument") : Optional.of(new Arguments.Line(rest));
    }

    private Optional<Arguments> from(String rest) {
        var words = Words.plain(rest);
        boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("as");
        if (words.size() != 1 && !named) return wrong("looks like FROM IMAGE or FROM IMAGE AS NAME");
        return Optional.of(new Arguments.Words(words));
    }

    private Optional<Arguments> atLeast(int count, Optional<Arguments> arguments, String needs) {
        if (arguments.isEmpty()) return arguments;
        int found = switch (arguments.get()) {
            case Arguments.Exec(var words) -> words.size();
            case Arguments.Words(var words) -> words.size();
            case Arguments.Line line -> 1;
            case Arguments.Pairs(var pairs) -> pairs.size();
            case Arguments.Probe probe -> 1;
            case Arguments.Trigger trigger -> 1;
        };
        return found < count ? wrong(needs) : arguments;
    }

    private Optional<Arguments> jsonOrWords(String rest) {
        return json(rest).or(() -> stringsOnly(rest) ? Optional.of(new Arguments.Words(Words.plain(rest))) : Optional.empty());
    }

    private Optional<Arguments> jsonOrLine(String rest) {
        return json(rest).or(() -> stringsOnly(rest) ? Optional.of(new Arguments.Line(rest)) : Optional.empty());
    }

    private Optional<Arguments> shell(String rest) {
        var words = json(rest);
        if (words.isEmpty()) return stringsOnly(rest) ? wrong("takes a JSON array: SHELL [\"program\", \"argument\"]") : Optional.empty();
        return atLeast(1, words, "needs a program");
    }

    /// A JSON array of strings; what is no JSON is text.
    private static Optional<Arguments> json(String rest) {
        return array(rest)
                .filter(array -> array.items().stream().allMatch(JsonString.class::isInstance))
                .map(array -> new Arguments.Exec(array.items().stream().map(element -> ((JsonString) element).value()).toList()));
    }

    /// Whether a JSON array, if it is one, is of strings; a mistake otherwise.
    private boolean stringsOnly(String rest) {
        if (array(rest).isEmpty()) return true;
        wrong("has a JSON array with something in it that is no string");
        return false;
    }

    private static Optional<JsonArray> array(String rest) {
        if (!rest.startsWith("[")) return Optional.empty();
        try {
            return Json.parse(rest) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
        } catch (JsonException e) {
            // A shell command may begin with [ as well: test(1) is called that.
            return Optional.empty();
        }
    }

    private Optional<Arguments> pairs(String rest) {
        var words = Words.quoted(rest, escape);
        if (words.isEmpty()) return wrong("needs a name and a value");
        if (words.getFirst().indexOf('=') < 0) {
            String[] parts = rest.split("[ \\t\\x0b\\f\\r]+", 2);
            if (parts.length < 2) return wrong("needs a value for " + rest + ": " + rest + "=…");
            return Optional.of(new Arguments.Pairs(List.of(new Arguments.Pair(parts[0], true, parts[1]))));
        }
        var pairs = new ArrayList<Arguments.Pair>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) return wrong("has no = in " + word + "; a value with spaces stands in quotes");
            if (equals == 0) return wrong("has no name before the = in " + word);
            pairs.add(new Arguments.Pair(word.substring(0, equals), true, word.substring(equals + 1)));
        }
        return Optional.of(new Arguments.Pairs(pairs));
    }

    private Optional<Arguments> names(String rest) {
        var words = Words.quoted(rest, escape);
        if (words.isEmpty()) return wrong("needs a name");
        var pairs = new ArrayList<Arguments.Pair>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals == 0) return wrong("has no name before the = in " + word);
            pairs.add(new Arguments.Pair(equals < 0 ? word : word.substring(0, equals), equals > 0, equals < 0 ? "" : word.substring(equals + 1)));
        }
        return Optional.of(new Arguments.Pairs(pairs));
    }

    private Optional<Arguments> probe(String rest) {
        String[] parts = rest.split("\\s+", 2);
        String type = parts[0].toUpperCase(Locale.ROOT);
        String command = parts.length < 2 ? "" : parts[1];
        return switch (type) {
            case "" -> wrong("needs CMD and a command, or NONE");
            case "NONE" -> command.isEmpty() ? Optional.of(new Arguments.Probe(type, new Arguments.Line(""))) : wrong("NONE takes no arguments");
            case "CMD" -> command.isEmpty()
                    ? wrong("CMD needs a command")
                    : jsonOrLine(command).map(arguments -> new Arguments.Probe(type, arguments));
            default -> wrong("knows CMD and NONE, not " + parts[0]);
        };
    }
}
