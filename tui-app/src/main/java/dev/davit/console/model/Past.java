package dev.davit.console.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was done since the console began.
///
/// @param typed command lines typed, the newest first
/// @param failures what failed last when something was done to several things, a sentence each
/// @param deeds commands that were run, by keys or by lines, the newest first
public record Past(List<String> typed, List<String> failures, List<Deed> deeds) {
    /// In the beginning.
    static final Past NONE = new Past(List.of(), List.of(), List.of());

    private static final int REMEMBERED = 500;

    public Past {
        typed = List.copyOf(typed);
        failures = List.copyOf(failures);
        deeds = List.copyOf(deeds);
    }

    /// A command that was run.
    ///
    /// @param key by which its end is told
    /// @param command its line, without the program's name
    /// @param result what came of it: `done`, `exit 1`, a sentence; empty while it runs
    /// @param ended when that came
    public record Deed(String key, String command, Instant began, String result, Optional<Instant> ended) {

        /// Whether it still runs.
        public boolean isRunning() {
            return ended.isEmpty();
        }
    }

    /// With a line typed; the same line before is forgotten.
    Past typing(String line) {
        var lines = new ArrayList<>(typed);
        lines.remove(line);
        lines.addFirst(line);
        return new Past(newest(lines), failures, deeds);
    }

    /// With lines of other days behind those of now, each once.
    Past recalling(List<String> older) {
        return new Past(newest(Stream.concat(typed.stream(), older.stream()).distinct().toList()), failures, deeds);
    }

    Past failing(List<String> sentences) {
        return new Past(typed, sentences, deeds);
    }

    Past beginning(String key, String command, Instant now) {
        var more = new ArrayList<>(deeds);
        more.addFirst(new Deed(key, command, now, "", Optional.empty()));
        return new Past(typed, failures, newest(more));
    }

    /// The one that began first with this key has come to an end; nothing happens when there is none.
    Past ending(String key, String result, Instant now) {
        var more = new ArrayList<>(deeds);
        for (int i = more.size() - 1; i >= 0; i--) {
            var deed = more.get(i);
            if (!deed.isRunning() || !deed.key().equals(key)) continue;
            more.set(i, new Deed(key, deed.command(), deed.began(), result, Optional.of(now)));
            return new Past(typed, failures, more);
        }
        return this;
    }

    /// The one that runs with this key.
    Optional<Deed> running(String key) {
        return deeds.stream().filter(deed -> deed.isRunning() && deed.key().equals(key)).findFirst();
    }

    private static <T> List<T> newest(List<T> all) {
        return all.size() > REMEMBERED ? all.subList(0, REMEMBERED) : all;
    }
}
