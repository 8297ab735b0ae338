package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Older;
import dev.davit.console.store.Span;
import dev.davit.console.store.WebAddress;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.StopOptions;
import dev.davit.operation.Operation;
import dev.davit.operation.PauseContainer;
import dev.davit.operation.RestartContainer;
import dev.davit.operation.StartContainer;
import dev.davit.operation.StopContainer;
import dev.davit.operation.UnpauseContainer;
import java.util.List;
import java.util.function.Function;

/// What can be done to containers.
final class ContainerActions {
    /// The better shell where there is one.
    private static final String SHELL = "command -v bash >/dev/null && exec bash || exec sh";

    /// Each is a connection to the engine for as long as it is shown.
    private static final int MOST_LOGS = 100;

    private ContainerActions() {}

    static Next logs(AppState state) {
        var writers = Targets.containers(state).stream().map(row -> new Screen.Log.Writer(row.id(), row.name())).toList();
        if (writers.size() > MOST_LOGS) {
            return Next.of(state.saying(Notice.problem("one log shows at most " + MOST_LOGS + " containers, and " + writers.size() + " are marked")));
        }
        var source = Stack.nextSource(state);
        var log = new Screen.Log(writers, Lines.of(source, TextView.END), Span.TAIL, Older.UNKNOWN, false);
        return Next.of(Stack.push(state, log).withSources(state.sources() + 1), new Effect.Follow(source, writers, Span.TAIL));
    }

    /// The history begins with what the table has shown.
    static Next stats(AppState state) {
        return with(state, row -> {
            var opened = Screen.Stats.of(row.id(), row.name());
            return Next.of(Stack.push(state, state.samples().of(row.id()).map(opened::and).orElse(opened)));
        });
    }

    static Next stop(AppState state) {
        return each(state, Action.STOP, "stopping", "stopped", ref -> new StopContainer(ref, StopOptions.DEFAULT));
    }

    static Next start(AppState state) {
        return each(state, Action.START, "starting", "started", StartContainer::new);
    }

    static Next restart(AppState state) {
        return each(state, Action.RESTART, "restarting", "restarted", ref -> new RestartContainer(ref, StopOptions.DEFAULT));
    }

    /// Thaws only where there is nothing to freeze.
    static Next pause(AppState state) {
        var frozen = Targets.able(state, Action.PAUSE);
        var running = frozen.stream().filter(row -> row.state() != ContainerState.PAUSED).toList();
        return running.isEmpty()
                ? Rounds.begin(state, jobs(frozen, "unpausing", "unpaused", UnpauseContainer::new))
                : Rounds.begin(state, jobs(running, "pausing", "paused", PauseContainer::new));
    }

    private static Next each(AppState state, Action action, String doing, String done, Function<ContainerRef, Operation> operation) {
        return Rounds.begin(state, jobs(Targets.able(state, action), doing, done, operation));
    }

    private static List<Job> jobs(List<ContainerRow> rows, String doing, String done, Function<ContainerRef, Operation> operation) {
        return rows.stream().map(row -> job(row, doing, done, operation)).toList();
    }

    static Next shell(AppState state) {
        return with(state, row -> Journal.lending(
                state, "exec -it " + row.name() + " sh", List.of("exec", "-i", "-t", row.id().value(), "sh", "-c", SHELL)));
    }

    /// Where a browser gets at its ports.
    static List<WebAddress> addresses(AppState state, ContainerRow row) {
        return state.connection() instanceof Connection.Connected engine ? WebAddress.of(row.ports(), engine.host(), engine.here()) : List.of();
    }

    /// Asks which, where there are several.
    static Next openPort(AppState state) {
        return with(state, row -> {
            var addresses = addresses(state, row);
            return addresses.size() == 1 ? Next.of(state, new Effect.Browse(addresses.getFirst().url())) : Next.of(Choices.ports(state, addresses));
        });
    }

    static Job job(ContainerRow row, String doing, String done, Function<ContainerRef, Operation> operation) {
        String command = operation.apply(new ContainerRef(row.name())).command();
        var words = new Job.Words(doing, done, "containers");
        return new Job(row.id().value(), row.name(), operation.apply(ContainerRef.of(row.id())), command, words);
    }

    private static Next with(AppState state, Function<ContainerRow, Next> work) {
        return state.selected().map(work).orElseGet(() -> Next.of(state));
    }
}
