package dev.davit.console.model;

import java.util.HashMap;
import java.util.List;

/// Beginning what was asked for.
final class Rounds {
    private Rounds() {}

    /// Starts it, and says so; nothing when there is nothing to do it to.
    static Next begin(AppState state, List<Job> jobs) {
        return jobs.isEmpty() ? Next.of(state) : begin(state, new Round(jobs));
    }

    static Next begin(AppState state, Round round) {
        var busy = new HashMap<>(state.busy());
        for (var job : round.jobs()) busy.put(job.subject(), job.doing());
        var working = Notice.working(round.doing(Round.Tally.NONE), round.command());
        return Next.of(Journal.begun(state, round).doing(busy).saying(working), new Effect.Run(round));
    }
}
