package dev.davit.console.model;

import dev.davit.console.model.Order.Column;
import dev.davit.console.store.Kind;
import dev.davit.console.store.VolumeSizes.Stage;
import dev.davit.format.Sizes;

/// How large volumes are is asked when the user wants to know it: by a key, or by looking at them in the order of their sizes.
final class Measuring {
    private Measuring() {}

    /// Asks when volumes are ordered by their sizes and nobody has asked yet.
    static Next wanted(Next next) {
        var state = next.state();
        boolean ordered = state.things().filter(things -> things.kind() == Kind.VOLUMES).isPresent() && state.order().isBy(Column.SIZE);
        boolean possible = state.connection() instanceof Connection.Connected && state.world().volumes().stage() == Stage.UNKNOWN;
        if (!ordered || !possible) return next;
        var begun = begin(state);
        for (var effect : begun.effects()) next = next.and(effect);
        return new Next(begun.state(), next.effects());
    }

    static Next begin(AppState state) {
        var asking = state.knowing(state.world().with(state.world().volumes().asking()));
        return Next.of(asking.saying(Notice.working("measuring the volumes", "system df -v")), new Effect.Measure(state.arrangement().engine()));
    }

    /// What is not known after all stays so until the user asks again.
    static AppState measured(AppState state, Message.Measured measured) {
        if (!measured.engine().equals(state.arrangement().engine())) return state;
        var known = state.world().volumes();
        if (!measured.problem().isEmpty()) return state.knowing(state.world().with(known.answered(known.bytes()))).saying(Notice.problem(measured.problem()));
        var sizes = measured.volumes();
        String sum = Sizes.decimal(sizes.values().stream().mapToLong(Long::longValue).sum(), 3);
        String done = "measured " + sizes.size() + (sizes.size() == 1 ? " volume: " : " volumes: ") + sum;
        return state.knowing(state.world().with(known.answered(sizes))).saying(Notice.done(done, "system df -v"));
    }
}
