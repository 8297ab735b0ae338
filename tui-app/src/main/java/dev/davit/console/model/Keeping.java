package dev.davit.console.model;

/// The arrangement of the tables stays from one day to the next, engine by engine.
final class Keeping {
    private Keeping() {}

    /// When an engine has been met, what was kept for it is asked for; whatever the user changes from then on is kept.
    static Next after(AppState before, Message message, Next next) {
        var was = before.arrangement();
        var now = next.state().arrangement();
        if (next.state().connection() instanceof Connection.Connected connected && !connected.choice().equals(now.engine())) {
            return new Next(Tables.arranged(next.state(), now.of(connected.choice())), next.effects()).and(new Effect.Recall(connected.choice()));
        }
        var known = message instanceof Message.Recalled(var kept) ? kept : was;
        return now.engine().isEmpty() || now.equals(known) ? next : next.and(new Effect.Keep(now));
    }

    /// Only what is still talked to matters.
    static AppState recalled(AppState state, Arrangement kept) {
        return state.arrangement().engine().equals(kept.engine()) ? Tables.arranged(state, state.arrangement().over(kept)) : state;
    }
}
