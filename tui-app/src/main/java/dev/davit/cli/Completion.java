package dev.davit.cli;

import dev.davit.batch.ShellWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a line of davit's can go on with: words of commands, their flags, and the names of what they are for.
public final class Completion {
    private static final String HELP = "help";
    /// Flags whose values are the user's own files, by their names.
    private static final Set<String> PATHS = Set.of(
            "cidfile", "env-file", "file", "iidfile", "input", "label-file", "metadata-file", "output");
    /// Flags whose values are names of a noun.
    private static final Map<String, Noun> NOUNS = Map.of(
            "link", Noun.CONTAINER, "volumes-from", Noun.CONTAINER, "network", Noun.NETWORK, "cache-from", Noun.IMAGE);
    /// Flags that take one of a few words, and the words.
    private static final Map<String, List<String>> WORDS = Map.of(
            "cgroupns", List.of("host", "private"),
            "format", List.of("json", "table"),
            "ipc", List.of("host", "none", "private", "shareable"),
            "pid", List.of("host"),
            "pull", List.of("always", "missing", "never"),
            "restart", List.of("always", "no", "on-failure", "unless-stopped"),
            "security-opt", List.of("apparmor=unconfined", "no-new-privileges", "seccomp=unconfined", "systempaths=unconfined"),
            "signal", List.of("HUP", "INT", "KILL", "QUIT", "TERM", "USR1", "USR2"),
            "userns", List.of("host"),
            "uts", List.of("host"));

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
    /// @param files the user's own files whose paths begin so
    public static Offer of(String line, Function<Noun, List<String>> names, Function<String, List<String>> files) {
        int from = line.lastIndexOf(' ') + 1;
        String begun = line.substring(from);
        List<String> before;
        try {
            before = ShellWords.of(line.substring(0, from));
        } catch (IllegalArgumentException e) {
            // within quotes
            return new Offer(from, List.of());
        }
        return new Offer(from, of(before, begun, names, files));
    }

    /// What a word can become.
    ///
    /// @param before the words before it, without the program's name
    /// @param begun the word, as far as it is typed
    /// @param names those of a noun, as far as they are known
    /// @param files the user's own files whose paths begin so
    public static List<String> of(
            List<String> before, String begun, Function<Noun, List<String>> names, Function<String, List<String>> files) {
        return candidates(before, begun, names, files).filter(word -> word.startsWith(begun)).distinct().toList();
    }

    private static Stream<String> candidates(
            List<String> before, String begun, Function<Noun, List<String>> names, Function<String, List<String>> files) {
        var found = CommandTable.find(before);
        if (found.isEmpty()) return commandWords(before).stream();
        var spec = found.get().spec();
        int value = begun.startsWith("--") ? begun.indexOf('=') + 1 : 0;
        if (value > 0) {
            String name = begun.substring(2, value - 1);
            if (spec.flags().stream().noneMatch(flag -> flag.name().equals(name) && !flag.isSwitch())) return Stream.empty();
            return ofFlag(name, begun.substring(value), names, files).map(word -> begun.substring(0, value) + word);
        }
        if (begun.startsWith("-")) return spec.flags().stream().map(flag -> "--" + flag.name()).sorted();
        var place = Place.after(spec, before.subList(found.get().words(), before.size()));
        if (place.flag().isPresent()) return ofFlag(place.flag().get().name(), begun, names, files);
        if (spec.name().endsWith(" create")) return Stream.empty();
        return arguments(spec.synopsis(), place.arguments()).flatMap(word -> known(word, begun, names, files));
    }

    /// Where in a command's line a word stands.
    ///
    /// @param flag the one whose value it is
    /// @param arguments how many there are before it
    private record Place(Optional<Flag<?>> flag, int arguments) {

        static Place after(CommandSpec spec, List<String> typed) {
            int arguments = 0;
            Optional<Flag<?>> waiting = Optional.empty();
            for (String word : typed) {
                boolean value = waiting.isPresent();
                boolean flag = !value && word.startsWith("-") && word.length() > 1;
                if (!value && !flag) arguments++;
                waiting = flag ? taker(spec, word) : Optional.empty();
            }
            return new Place(waiting, arguments);
        }

        /// The flag that takes the next word as its value: `--name`, `-it` does not, `-w` and `-itw` do.
        private static Optional<Flag<?>> taker(CommandSpec spec, String word) {
            if (word.contains("=")) return Optional.empty();
            boolean lengthy = word.startsWith("--");
            char letter = word.charAt(word.length() - 1);
            for (var flag : spec.flags()) {
                boolean meant = lengthy ? flag.name().equals(word.substring(2)) : flag.letter() == letter;
                if (meant && !flag.isSwitch()) return Optional.of(flag);
            }
            return Optional.empty();
        }
    }

    /// What a flag's value can be, as far as that is known.
    private static Stream<String> ofFlag(
            String name, String begun, Function<Noun, List<String>> names, Function<String, List<String>> files) {
        // without a slash it is a volume's name
        if (name.equals("volume") && !begun.contains("/")) return names.apply(Noun.VOLUME).stream().sorted().map(volume -> volume + ":");
        if (name.equals("volume") || PATHS.contains(name)) return files.apply(begun).stream();
        if (NOUNS.containsKey(name)) return names.apply(NOUNS.get(name)).stream().sorted();
        return WORDS.getOrDefault(name, List.of()).stream();
    }

    /// The words that a command's name can go on with.
    private static Set<String> commandWords(List<String> before) {
        var words = new TreeSet<String>();
        if (before.isEmpty()) words.add(HELP);
        var named = !before.isEmpty() && before.getFirst().equals(HELP) ? before.subList(1, before.size()) : before;
        for (String name : CommandTable.spellings()) {
            var parts = List.of(name.split(" ", -1));
            if (parts.size() > named.size() && parts.subList(0, named.size()).equals(named)) words.add(parts.get(named.size()));
        }
        return words;
    }

    /// What a synopsis says of an argument, in each of its forms: `CONTAINER`; the last place is for all that follow.
    private static Stream<String> arguments(String synopsis, int index) {
        return Stream.of(synopsis.replace("[OPTIONS]", "").strip().split(" \\| ", -1))
                .map(form -> form.split(" ", -1))
                .map(places -> places[Math.min(index, places.length - 1)]);
    }

    private static Stream<String> known(
            String place, String begun, Function<Noun, List<String>> names, Function<String, List<String>> files) {
        boolean inside = place.contains("CONTAINER:");
        boolean path = !inside && (place.contains("PATH") || place.contains("FILE"));
        if (path) return files.apply(begun).stream();
        return Stream.of(Noun.values())
                .filter(noun -> place.contains(noun.name()) || place.contains("NAME|ID") || (noun == Noun.IMAGE && place.startsWith("NAME[")))
                .flatMap(noun -> names.apply(noun).stream())
                .map(name -> inside ? name + ":" : name)
                .sorted();
    }
}
