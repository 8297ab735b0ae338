package dev.davit.console.model;

import dev.davit.console.store.Details;
import dev.davit.console.store.Subject;
import java.util.Optional;

/// Details of what has the cursor, beside or below its table: they follow the cursor, and what happens to it.
public final class Telling {
    /// Columns of the labels, a gap included.
    public static final int LABELS = 10;

    private Telling() {}

    /// Asks for the details of another thing, or of the same that has changed.
    static Next wanted(AppState before, Next next) {
        var subject = subject(next.state());
        return subject.equals(subject(before)) ? next : next.and(new Effect.Tell(subject));
    }

    /// What is to be told of.
    public static Optional<Subject> subject(AppState state) {
        boolean shown = state.layout().pane() != Layout.Pane.NONE && state.connection() instanceof Connection.Connected;
        if (!shown) return Optional.empty();
        return state.things().isPresent() ? state.selectedThing().map(Subject.OfThing::new) : state.selected().map(Subject.OfContainer::new);
    }

    static AppState turned(AppState state) {
        var turned = Tables.arranged(state, state.arrangement().withDetails(!state.arrangement().details()));
        boolean fits = !turned.arrangement().details() || turned.layout().pane() != Layout.Pane.NONE;
        return fits ? turned : state.saying(Notice.problem("there is no room for details: i shows them on a screen of their own"));
    }

    /// What comes late is of what had the cursor before.
    static AppState told(AppState state, Details details) {
        boolean wanted = subject(state).filter(subject -> subject.key().equals(details.subject())).isPresent();
        if (!wanted) return state;
        var known = state.world().details();
        return at(state, details, known.subject().equals(details.subject()) ? known.top() : 0);
    }

    static AppState scrolled(AppState state, int lines) {
        return at(state, state.world().details(), state.world().details().top() + lines);
    }

    private static AppState at(AppState state, Details details, int top) {
        int most = details.lines(width(state.layout())).size() - state.layout().paneHeight();
        return state.knowing(state.world().with(details.from(Math.clamp(top, 0, Math.max(0, most)))));
    }

    /// Columns for texts.
    public static int width(Layout layout) {
        return Math.max(1, layout.paneColumns() - LABELS - 2);
    }
}
