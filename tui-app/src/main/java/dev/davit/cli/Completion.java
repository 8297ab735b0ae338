package dev.davit.cli;

import dev.davit.batch.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a line of davit's can go on with: words of commands, their flags, and the names of what they are for.
public final class Completion {
    private Completion() {}

    /// What names are asked for.
    public enum Noun {
        CONTAINER,
        IMAGE,
        NETWORK,
        VOLUME
    }

    /// What the word that is being typed can become.
    ///
    /// @param from where that word begins in the line
    /// @param words in order; none when nothing is known
    public record Offer(int from, List<String> words) {
        public Offer {
            words = List.copyOf(words);
        }

        /// What all of them begin with.
        public String common() {
            return words.stream().reduce(Completion::common).orElse("");
        }
    }

    private static String common(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) end++;
        return one.substring(0, end);
    }

    /// What a line can go on with at its end.
    ///
    /// @param line without the program's name
    /// @param names those of a noun, as far as they are known
    public static Offer of(String line, Function<Noun, List<String>> names) {
        int from = line.lastIndexOf(' ') + 1;
        String begun = line.substring(from);
        List<String> before;
        try {
            before = ShellWords.of(line.substring(0, from));
        } catch (IllegalArgumentException e) {
            // within quotes
            return new Offer(from, List.of());
        }
        return new Offer(from, of(before, begun, names));
    }

    /// What a word can become.
    ///
    /// @param before the words before it, without the program's name
    /// @param begun the word, as far as it is typed
    /// @param names those of a noun, as far as they are known
    public static List<String> of(List<String> before, String begun, Function<Noun, List<String>> names) {
        return candidates(before, begun, names).filter(word -> word.startsWith(begun)).distinct().toList();
    }

    private static Stream<String> candidates(List<String> before, String begun, Function<Noun, List<String>> names) {
        var found = CommandTable.find(before);
        if (found.isEmpty()) return commandWords(before).stream();
        var spec = found.get().spec();
        if (begun.startsWith("-")) return spec.flags().stream().map(flag -> "--" + flag.name()).sorted();
        int arguments = arguments(spec, before.subList(found.get().words(), before.size()));
        boolean made = spec.name().endsWith(" create");
        return arguments < 0 || made ? Stream.empty() : argument(spec.synopsis(), arguments).stream().flatMap(place -> names(place, names));
    }

    /// How many arguments there are; negative when a flag's value comes next.
    private static int arguments(CommandSpec spec, List<String> typed) {
        int arguments = 0;
        boolean value = false;
        for (String word : typed) {
            boolean flag = !value && word.startsWith("-") && word.length() > 1;
            if (!value && !flag) arguments++;
            value = flag && takesNext(spec, word);
        }
        return value ? -1 : arguments;
    }

    /// Whether the next word is a flag's value: `--name`, `-it` does not, `-w` and `-itw` do.
    private static boolean takesNext(CommandSpec spec, String word) {
        if (word.contains("=")) return false;
        boolean lengthy = word.startsWith("--");
        char letter = word.charAt(word.length() - 1);
        return spec.flags().stream()
                .filter(flag -> lengthy ? flag.name().equals(word.substring(2)) : flag.letter() == letter)
                .anyMatch(flag -> !flag.isSwitch());
    }

    /// The words that a command's name can go on with.
    private static Set<String> commandWords(List<String> before) {
        var words = new TreeSet<String>();
        for (String name : CommandTable.spellings()) {
            var parts = List.of(name.split(" ", -1));
            if (parts.size() > before.size() && parts.subList(0, before.size()).equals(before)) words.add(parts.get(before.size()));
        }
        return words;
    }

    /// What a synopsis says of an argument: `CONTAINER`; the last place is for all that follow.
    private static Optional<String> argument(String synopsis, int index) {
        var places = new ArrayList<String>();
        for (String place : synopsis.split(" ", -1)) if (!place.equals("[OPTIONS]") && !place.equals("|")) places.add(place);
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(Math.min(index, places.size() - 1)));
    }

    private static Stream<String> names(String place, Function<Noun, List<String>> names) {
        boolean path = place.contains("CONTAINER:");
        return Stream.of(Noun.values())
                .filter(noun -> place.contains(noun.name()) || place.contains("NAME|ID") || (noun == Noun.IMAGE && place.startsWith("NAME[")))
                .flatMap(noun -> names.apply(noun).stream())
                .map(name -> path ? name + ":" : name)
                .sorted();
    }
}
