package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Span;

/// What logs can do beside what all lines can.
final class Logs {
    private Logs() {}

    /// Asks from when to when lines are wanted.
    static AppState askSpan(AppState state) {
        return state.top() instanceof Screen.Log log
                ? Prompts.ask(state, Screen.Prompt.Purpose.SPAN, LineEditor.of(log.span().text()))
                : state;
    }

    /// What was typed needs a clock and a zone.
    static Next span(AppState state, String typed) {
        return Texts.with(state, lines -> Next.of(state, new Effect.Limit(lines.source(), typed)));
    }

    /// Shows lines of the next choice of streams.
    static Next turnStreams(AppState state) {
        return Texts.with(state, lines -> {
            var sieve = lines.sieve().of(lines.sieve().streams().next());
            var next = Texts.map(state, lines.source(), each -> each.sifting(sieve)).saying(Notice.done(sieve.streams().words()));
            return Next.of(next, new Effect.Sift(lines.source(), sieve, lines.view().top()));
        });
    }

    /// Whoever gets to the first line of a log's tail has older ones read.
    static Next reaching(Next next) {
        if (!(next.state().top() instanceof Screen.Log log) || !log.span().isTail()) return next;
        var lines = log.lines();
        boolean first = !lines.view().follow() && lines.extent().count() > 0 && lines.view().top() <= lines.extent().first();
        return first ? next.and(new Effect.Precede(lines.source())) : next;
    }

    /// Reads the log again, from another time on; what one looks for and filters stays.
    static Next limited(AppState state, SourceId source, Span span) {
        if (!(state.ground() instanceof Screen.Log log) || !log.lines().source().equals(source)) return Next.of(state);
        var next = Stack.nextSource(state);
        var lines = log.lines().anew(next);
        var read = Stack.map(state, screen -> screen.equals(log) ? log.with(lines).within(span) : screen).withSources(state.sources() + 1);
        return Next.of(read, new Effect.Drop(source)).and(new Effect.Follow(next, log.writers(), span)).and(new Effect.Sift(next, lines.sieve(), 0));
    }
}
