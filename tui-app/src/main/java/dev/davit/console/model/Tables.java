package dev.davit.console.model;

import dev.davit.console.store.Kind;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Thing;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.operation.CommandLine;
import dev.davit.operation.Operation;
import dev.davit.operation.RemoveImage;
import dev.davit.operation.RemoveNetwork;
import dev.davit.operation.RemoveVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What every table can do: be filtered, make room for another, tell of the selected row, remove it.
final class Tables {
    private static final int MOST_NAMED = 5;

    private Tables() {}

    /// Another table in the place of this one.
    static AppState go(AppState state, Kind kind) {
        return Stack.push(containers(state), new Screen.Things(kind, ListView.start(), ""));
    }

    /// The containers, with nothing above them.
    static AppState containers(AppState state) {
        return state.stacked(state.screens().subList(0, 1));
    }

    /// All rows again; where all are shown, one table back.
    static AppState clear(AppState state) {
        boolean filtered = !filter(state).isEmpty();
        return filtered || state.things().isEmpty() ? Stack.filtered(state, "") : containers(state);
    }

    static AppState filter(AppState state, String text) {
        return Stack.push(state, new Screen.Prompt(Screen.Prompt.Purpose.FILTER, LineEditor.of(text), 0));
    }

    /// What rows of the table must contain.
    static String filter(AppState state) {
        return state.things().map(Screen.Things::filter).orElseGet(() -> state.list().filter());
    }

    /// Only where a row is selected, as [Availability] has seen.
    static Next inspect(AppState state) {
        if (state.things().isEmpty()) return run(state, "container", "inspect", state.selected().orElseThrow().name());
        return switch (state.selectedThing().orElseThrow()) {
            case Thing.Image image -> run(state, "image", "inspect", image.reference());
            case Thing.Network network -> run(state, "network", "inspect", network.name());
            case Thing.Volume volume -> run(state, "volume", "inspect", volume.name());
        };
    }

    static Next layers(AppState state) {
        return state.selectedThing()
                .map(thing -> thing instanceof Thing.Image image ? run(state, "history", image.reference()) : Next.of(state))
                .orElseGet(() -> Next.of(state));
    }

    /// Shows what a command says.
    static Next run(AppState state, String... words) {
        var line = CommandLine.of(words[0]);
        for (int i = 1; i < words.length; i++) line.argument(words[i]);
        return run(state, line.toString(), List.of(words));
    }

    /// Shows what a command says.
    ///
    /// @param line as it was typed
    static Next run(AppState state, String line, List<String> words) {
        var source = Stack.nextSource(state);
        var output = new Screen.Output(line, source, Extent.EMPTY, TextView.BEGINNING, "");
        return Next.of(Stack.push(state, output).withSources(state.sources() + 1), new Effect.Capture(source, words));
    }

    static Next remove(AppState state) {
        return state.selectedThing().map(thing -> removal(state, thing)).orElseGet(() -> ContainerActions.remove(state));
    }

    private static Next removal(AppState state, Thing thing) {
        var losses = new ArrayList<String>();
        String question = switch (thing) {
            case Thing.Image image -> {
                losses.add("With its last name go its layers, except those that other images have.");
                yield "Remove image " + image.reference() + "?";
            }
            case Thing.Network network -> {
                losses.add("Its containers must have left it.");
                yield "Remove network " + network.name() + "?";
            }
            case Thing.Volume volume -> {
                losses.add("All that is in it will be lost.");
                yield "Remove volume " + volume.name() + "?";
            }
        };
        var users = state.users(thing);
        if (!users.isEmpty()) losses.add("Used by " + names(users.stream().map(row -> row.name()).toList()) + ".");
        return Next.of(Stack.push(state, new Screen.Confirm(question, losses, job(thing))));
    }

    private static Screen.Job job(Thing thing) {
        Operation operation = switch (thing) {
            case Thing.Image image -> new RemoveImage(new ImageRef(image.reference()), ImageRemoveOptions.GENTLE);
            case Thing.Network network -> new RemoveNetwork(new NetworkRef(network.name()), false);
            case Thing.Volume volume -> new RemoveVolume(new VolumeRef(volume.name()), false);
        };
        String name = thing instanceof Thing.Image image ? image.reference() : thing.name();
        return new Screen.Job(thing.key(), operation, operation.command(), "removing " + name, "removed " + name);
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }
}
