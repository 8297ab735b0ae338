package dev.davit.console.store;

import dev.davit.format.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// From when to when the lines of a log are.
///
/// @param text as it was typed; empty: the usual tail
/// @param since from here on; a span like `10m` was counted back when it was typed, and stays there
/// @param until up to here
public record Span(String text, Optional<Instant> since, Optional<Instant> until) {
    /// The last lines, whenever they were written.
    public static final Span TAIL = new Span("", Optional.empty(), Optional.empty());

    /// Reads what `--since` takes, and after a blank what `--until` takes.
    ///
    /// @throws IllegalArgumentException with a sentence for the user
    public static Span parse(String typed, Clock clock) {
        String text = typed.strip();
        if (text.isEmpty()) return TAIL;
        String[] words = text.split("\\s+");
        if (words.length > 2) throw new IllegalArgumentException("one time is taken for since and one for until, and not " + words.length + " of them");
        var since = moment(words[0], clock);
        var until = words.length == 1 ? Optional.<Instant>empty() : Optional.of(moment(words[1], clock));
        if (until.isPresent() && until.get().isBefore(since)) {
            throw new IllegalArgumentException("there is nothing since " + words[0] + " until " + words[1] + ": the first is the later one");
        }
        return new Span(String.join(" ", words), Optional.of(since), until);
    }

    private static Instant moment(String word, Clock clock) {
        try {
            return Times.parse(word, clock);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + word + "\" is no time: 10m, 1h30m, 2026-01-02 and 2026-01-02T03:04 are such", e);
        }
    }

    /// Whether it is the usual tail.
    public boolean isTail() {
        return since.isEmpty();
    }

    /// What the title row says; empty for the usual tail.
    public String words() {
        return isTail() ? "" : "since " + text.replace(" ", " until ");
    }
}
