package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Thing;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.operation.Operation;
import dev.davit.operation.RemoveContainer;
import dev.davit.operation.RemoveImage;
import dev.davit.operation.RemoveNetwork;
import dev.davit.operation.RemoveVolume;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Removing what is marked, or what has the cursor: asks first, with the names and what will be lost.
final class Removal {
    private static final int MOST_NAMED = 5;

    private Removal() {}

    static Next ask(AppState state) {
        if (state.things().isPresent()) {
            var things = Targets.removable(state);
            return ask(state, things.stream().map(Removal::job).toList(), losses(state, things));
        }
        var rows = Targets.able(state, Action.REMOVE);
        boolean alive = rows.stream().anyMatch(row -> row.state().canStop());
        var options = alive ? RemoveOptions.FORCE : RemoveOptions.GENTLE;
        var jobs = rows.stream().map(row -> ContainerActions.job(row, "removing", "removed", ref -> new RemoveContainer(ref, options)));
        return ask(state, jobs.toList(), losses(rows));
    }

    private static Next ask(AppState state, List<Job> jobs, List<String> losses) {
        if (jobs.isEmpty()) return Next.of(state);
        var first = jobs.getFirst();
        var lines = new ArrayList<String>();
        if (jobs.size() > 1) lines.add(named(jobs.stream().map(Job::name).toList()) + ".");
        lines.addAll(losses);
        String noun = first.words().noun();
        String what = jobs.size() == 1 ? noun.substring(0, noun.length() - 1) + " " + first.name() : jobs.size() + " " + noun;
        return Next.of(Stack.push(state, new Screen.Confirm("Remove " + what + "?", lines, new Round(jobs))));
    }

    private static List<String> losses(List<ContainerRow> rows) {
        var losses = new ArrayList<String>();
        boolean one = rows.size() == 1;
        var alive = rows.stream().filter(row -> row.state().canStop()).map(ContainerRow::name).toList();
        if (!alive.isEmpty()) losses.add(one ? "It runs: it will be killed." : "Running, and will be killed: " + named(alive) + ".");
        losses.add(one ? "What it wrote to its own file system will be lost, and its log." : "What they wrote to their own file systems will be lost, and their logs.");
        long volumes = rows.stream()
                .flatMap(row -> row.summary().mounts().stream())
                .filter(mount -> mount.type().equals("volume"))
                .count();
        if (volumes > 0) losses.add((one ? "Its " : "Their ") + (volumes == 1 ? "volume stays." : volumes + " volumes stay."));
        return losses;
    }

    private static List<String> losses(AppState state, List<Thing> things) {
        var losses = new LinkedHashSet<String>();
        for (var thing : things) losses.add(loss(thing, things.size() == 1));
        for (var thing : things) {
            var users = state.users(thing).stream().map(ContainerRow::name).toList();
            String who = things.size() == 1 ? "Used by " : thing.name() + " is used by ";
            if (!users.isEmpty()) losses.add(who + named(users) + ".");
        }
        return List.copyOf(losses);
    }

    private static String loss(Thing thing, boolean one) {
        return switch (thing) {
            case Thing.Image _ -> one
                    ? "With its last name go its layers, except those that other images have."
                    : "With an image's last name go its layers, except those that other images have.";
            case Thing.Network _ -> one ? "Its containers must have left it." : "Their containers must have left them.";
            case Thing.Volume _ -> one ? "All that is in it will be lost." : "All that is in them will be lost.";
        };
    }

    private static Job job(Thing thing) {
        Operation operation = switch (thing) {
            case Thing.Image image -> new RemoveImage(new ImageRef(image.reference()), ImageRemoveOptions.GENTLE);
            case Thing.Network network -> new RemoveNetwork(new NetworkRef(network.name()), false);
            case Thing.Volume volume -> new RemoveVolume(new VolumeRef(volume.name()), false);
        };
        String noun = switch (thing) {
            case Thing.Image _ -> "images";
            case Thing.Network _ -> "networks";
            case Thing.Volume _ -> "volumes";
        };
        return new Job(thing.key(), thing.reference(), operation, operation.command(), new Job.Words("removing", "removed", noun));
    }

    private static String named(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }
}
