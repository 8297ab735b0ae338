package dev.davit.console.model;

import dev.davit.console.model.Screen.Job;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.operation.Operation;
import dev.davit.operation.PauseContainer;
import dev.davit.operation.RemoveContainer;
import dev.davit.operation.RestartContainer;
import dev.davit.operation.StartContainer;
import dev.davit.operation.StopContainer;
import dev.davit.operation.UnpauseContainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/// What can be done to the selected container.
final class ContainerActions {
    /// The better shell where there is one.
    private static final String SHELL = "command -v bash >/dev/null && exec bash || exec sh";

    private ContainerActions() {}

    static Next logs(AppState state) {
        return with(state, row -> {
            var source = Stack.nextSource(state);
            var log = new Screen.Log(row.id(), row.name(), source, Extent.EMPTY, TextView.END, false);
            return Next.of(Stack.push(state, log).withSources(state.sources() + 1), new Effect.Follow(source, row.id()));
        });
    }

    static Next stop(AppState state) {
        return with(state, row -> begin(
                state, job(row, "stopping", "stopped", ref -> new StopContainer(ref, StopOptions.DEFAULT))));
    }

    static Next start(AppState state) {
        return with(state, row -> begin(state, job(row, "starting", "started", StartContainer::new)));
    }

    static Next restart(AppState state) {
        return with(state, row -> begin(
                state, job(row, "restarting", "restarted", ref -> new RestartContainer(ref, StopOptions.DEFAULT))));
    }

    static Next pause(AppState state) {
        return with(state, row -> begin(state, row.state() == ContainerState.PAUSED
                ? job(row, "unpausing", "unpaused", UnpauseContainer::new)
                : job(row, "pausing", "paused", PauseContainer::new)));
    }

    static Next remove(AppState state) {
        return with(state, row -> {
            boolean alive = row.state().canStop();
            var options = alive ? RemoveOptions.FORCE : RemoveOptions.GENTLE;
            var job = job(row, "removing", "removed", ref -> new RemoveContainer(ref, options));
            return Next.of(Stack.push(state, new Screen.Confirm("Remove container " + row.name() + "?", losses(row, alive), job)));
        });
    }

    private static List<String> losses(ContainerRow row, boolean alive) {
        var losses = new ArrayList<String>();
        if (alive) losses.add("It runs: it will be killed.");
        losses.add("What it wrote to its own file system will be lost, and its log.");
        long volumes = row.summary().mounts().stream().filter(mount -> mount.type().equals("volume")).count();
        if (volumes > 0) losses.add("Its " + (volumes == 1 ? "volume stays." : volumes + " volumes stay."));
        return losses;
    }

    static Next shell(AppState state) {
        return with(state, row -> Next.of(
                state, new Effect.Suspend(List.of("exec", "-i", "-t", row.id().value(), "sh", "-c", SHELL))));
    }

    /// Starts an operation, and says so.
    static Next begin(AppState state, Job job) {
        var busy = new HashMap<>(state.busy());
        busy.put(job.subject(), job.doing());
        return Next.of(state.doing(busy).saying(Notice.working(job.doing(), job.command())), new Effect.Run(job));
    }

    private static Job job(ContainerRow row, String doing, String done, Function<ContainerRef, Operation> operation) {
        String command = operation.apply(new ContainerRef(row.name())).command();
        return new Job(
                row.id().value(), operation.apply(ContainerRef.of(row.id())), command, doing + " " + row.name(), done + " " + row.name());
    }

    private static Next with(AppState state, Function<ContainerRow, Next> work) {
        return state.selected().map(work).orElseGet(() -> Next.of(state));
    }
}
