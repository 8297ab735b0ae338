package dev.davit.console.store;

import dev.davit.console.store.ContainerRow.Health;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.system.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The containers as the list and the events tell them, for any number of threads.
///
/// An event changes a row at once, as far as it says how. What it does not say (the ports of a container that was started)
/// is asked for by a list of those rows only. An answer that an event has overtaken is not taken: each change has a number,
/// and an answer is compared with the number at the time of its question. Docker tells that a container has ended before
/// its list knows: a row that has ended does not run again without an event of a start.
public final class ContainerStore {
    /// Changes of containers that are remembered, among them removed ones.
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<ContainerId, ContainerRow> rows = new LinkedHashMap<>();
    private final Map<ContainerId, Long> changes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContainerId, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long change;
    private @Nullable ContainerTable snapshot = ContainerTable.UNKNOWN;

    /// What an event asks for.
    public enum Reaction {
        /// Nothing has changed.
        NOTHING,
        /// The row has changed, and all of it is known.
        SHOW,
        /// The row has changed, and a list must tell the rest.
        ASK
    }

    public ContainerStore(Clock clock) {
        this.clock = clock;
    }

    /// The number of the last change, to be taken before a list is asked for.
    public synchronized long mark() {
        return change;
    }

    /// As if no engine had been asked yet.
    public synchronized void forget() {
        rows.clear();
        changes.clear();
        snapshot = ContainerTable.UNKNOWN;
    }

    /// The whole list anew.
    public synchronized void replace(List<ContainerSummary> list) {
        rows.clear();
        changes.clear();
        var now = clock.instant();
        for (var summary : list) rows.put(summary.id(), StatusWords.row(summary, now));
        snapshot = null;
    }

    /// What a list says of some containers.
    ///
    /// @param asked those that were asked for; one that is not in the list is gone
    /// @param mark [#mark] from before the question
    /// @return those whose answer was overtaken or is older than an event: to be asked for again
    public synchronized List<ContainerId> merge(Set<ContainerId> asked, List<ContainerSummary> list, long mark) {
        var again = new ArrayList<ContainerId>();
        var now = clock.instant();
        Map<ContainerId, ContainerSummary> answers = new LinkedHashMap<>();
        for (var summary : list) answers.put(summary.id(), summary);
        for (var id : asked) {
            var answer = answers.get(id);
            if (changes.getOrDefault(id, 0L) > mark) {
                if (rows.containsKey(id) || answer != null) again.add(id);
            } else if (answer == null) {
                rows.remove(id);
            } else {
                var known = rows.get(id);
                boolean stale = known != null && known.state() == ContainerState.EXITED && answer.state().isRunning();
                if (stale) again.add(id);
                else rows.put(id, fresher(known, StatusWords.row(answer, now)));
            }
        }
        snapshot = null;
        return again;
    }

    /// An event knows the moment, a list only a rounded span.
    private static ContainerRow fresher(@Nullable ContainerRow known, ContainerRow listed) {
        if (known == null) return listed;
        boolean same = known.state() == listed.state() || (known.state().isRunning() && listed.state().isRunning());
        if (!same) return listed;
        return new ContainerRow(
                listed.summary(), listed.name(), listed.state(), listed.exitCode(), listed.health(), known.since().or(listed::since));
    }

    /// Something happened to a container.
    public synchronized Reaction apply(Event event) {
        if (event.actorId().isEmpty()) return Reaction.NOTHING;
        var id = new ContainerId(event.actorId());
        var row = rows.get(id);
        String action = event.action();
        if (action.equals("destroy")) {
            changed(id);
            return rows.remove(id) == null ? Reaction.NOTHING : Reaction.SHOW;
        }
        if (row == null) {
            // whatever is known of it has not been answered yet, or is already old
            if (!matters(action)) return Reaction.NOTHING;
            changed(id);
            return Reaction.ASK;
        }
        var next = next(row, event);
        if (next.equals(row) && !asks(action)) return Reaction.NOTHING;
        changed(id);
        rows.put(id, next);
        return asks(action) ? Reaction.ASK : Reaction.SHOW;
    }

    private void changed(ContainerId id) {
        changes.remove(id);
        changes.put(id, ++change);
        snapshot = null;
    }

    private static boolean matters(String action) {
        return switch (action) {
            case "create", "start", "die", "pause", "unpause", "rename", "update" -> true;
            default -> action.startsWith("health_status");
        };
    }

    /// A restart policy may take over after `die`, and only a list knows that it waits.
    private static boolean asks(String action) {
        return action.equals("start") || action.equals("die") || action.equals("update");
    }

    private static ContainerRow next(ContainerRow row, Event event) {
        return switch (event.action()) {
            case "start" -> row.running(event.time());
            case "die" -> row.ended(number(event.attributes().get("exitCode")), event.time());
            case "pause" -> row.in(ContainerState.PAUSED);
            case "unpause" -> row.in(ContainerState.RUNNING);
            case "rename" -> row.named(event.attributes().getOrDefault("name", row.name()));
            case "health_status: healthy" -> row.checked(Health.HEALTHY);
            case "health_status: unhealthy" -> row.checked(Health.UNHEALTHY);
            case "health_status: starting" -> row.checked(Health.STARTING);
            default -> row;
        };
    }

    private static int number(@Nullable String digits) {
        return digits != null && digits.matches("-?\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /// All of them now.
    public synchronized ContainerTable snapshot() {
        var made = snapshot;
        if (made == null) {
            made = ContainerTable.of(rows.values());
            snapshot = made;
        }
        return made;
    }
}
