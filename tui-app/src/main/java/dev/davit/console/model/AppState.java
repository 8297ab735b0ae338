package dev.davit.console.model;

import dev.davit.console.input.Keystrokes;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.Thing;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.TerminalSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// All that the console is at a moment. What feeds bring is in here as snapshots; lines of logs stay in their stores, and
/// screens hold which of them are shown.
///
/// @param size of the terminal
/// @param now for the ages of things
/// @param world what is known of the outside
/// @param screens the stack, the lowest first: [Screen.Containers] is always there
/// @param notice the line of messages
/// @param busy what is being done, by what it is done to: `stopping web`
/// @param past what was done
/// @param sources how many logs and outputs were opened so far
/// @param keymap which key does what
/// @param views tables as they were looked at, under names
/// @param readOnly whether what would change something is refused
/// @param begun the keys of a sequence that goes on with the next one
public record AppState(
        TerminalSize size,
        Instant now,
        World world,
        List<Screen> screens,
        Optional<Notice> notice,
        Map<String, String> busy,
        Past past,
        long sources,
        Keymap keymap,
        List<View> views,
        boolean readOnly,
        Keystrokes begun) {

    public AppState {
        screens = List.copyOf(screens);
        busy = Map.copyOf(busy);
        views = List.copyOf(views);
    }

    /// Before anything is known.
    public static AppState initial(TerminalSize size, Instant now, Keymap keymap, boolean readOnly) {
        var list = new Screen.Containers(ListView.start(), "", Arrangement.START);
        return new AppState(size, now, World.UNKNOWN, List.of(list), Optional.empty(), Map.of(), Past.NONE, 0, keymap, List.of(), readOnly, Keystrokes.NONE);
    }

    /// How it stands with the engine.
    public Connection connection() {
        return world.connection();
    }

    /// The containers as the engine told last.
    public ContainerTable containers() {
        return world.containers();
    }

    /// The newest figures.
    public SampleTable.Snapshot samples() {
        return world.samples();
    }

    /// What the rows of the screen are for.
    public Layout layout() {
        var layout = Layout.of(size);
        if (!arrangement().details()) return layout;
        return ground() instanceof Screen.Containers || ground() instanceof Screen.Things ? layout.withPane() : layout;
    }

    /// The screen that has the keys.
    public Screen top() {
        return screens.getLast();
    }

    /// The highest screen that is no overlay: it fills the room.
    public Screen ground() {
        for (var screen : screens.reversed()) if (!(screen instanceof Screen.Overlay)) return screen;
        throw new IllegalStateException("the table of containers is gone");
    }

    /// The lowest screen.
    public Screen.Containers list() {
        if (screens.getFirst() instanceof Screen.Containers list) return list;
        throw new IllegalStateException("the lowest screen is no table of containers");
    }

    /// How the user has arranged the tables.
    public Arrangement arrangement() {
        return list().arrangement();
    }

    /// The order of the table that fills the room.
    public Order order() {
        return things().map(things -> arrangement().order(things.kind())).orElseGet(() -> arrangement().order());
    }

    /// The rows of the table, filtered, in order.
    public List<ContainerRow> rows() {
        return list().order().of(RowFilter.rows(list(), containers()), samples());
    }

    /// What those rows are known by.
    List<ContainerId> ids() {
        return rows().stream().map(ContainerRow::id).toList();
    }

    /// The rows that are on the screen.
    public List<ContainerRow> visibleRows() {
        if (!(ground() instanceof Screen.Containers list)) return List.of();
        var rows = rows();
        int from = Math.min(list.view().top(), rows.size());
        return rows.subList(from, Math.min(rows.size(), from + layout().bodyHeight()));
    }

    /// The table of things that fills the room.
    public Optional<Screen.Things> things() {
        return ground() instanceof Screen.Things things ? Optional.of(things) : Optional.empty();
    }

    /// Its rows, filtered, in order.
    public List<Thing> rows(Screen.Things things) {
        return arrangement().order(things.kind()).of(RowFilter.rows(things, world.things(things.kind())), thing -> users(thing).size(), thing -> size(thing).orElse(-1));
    }

    /// What those rows are known by.
    List<String> keys(Screen.Things things) {
        return rows(things).stream().map(Thing::key).toList();
    }

    /// The thing with the cursor.
    public Optional<Thing> selectedThing() {
        return things().flatMap(things -> things.view().selected().flatMap(world.things(things.kind())::find));
    }

    /// The containers that have a thing.
    public List<ContainerRow> users(Thing thing) {
        return containers().rows().stream().filter(thing::isUsedBy).toList();
    }

    /// The bytes of a thing, as far as they are known.
    public OptionalLong size(Thing thing) {
        return switch (thing) {
            case Thing.Image image -> OptionalLong.of(image.summary().size());
            case Thing.Network _ -> OptionalLong.empty();
            case Thing.Volume volume -> world.volumes().of(volume.name());
        };
    }

    /// How many rows are marked in the table that fills the room.
    public int marks() {
        return Targets.marks(this);
    }

    /// The container with the cursor.
    public Optional<ContainerRow> selected() {
        return list().view().selected().flatMap(containers()::find);
    }

    AppState sized(TerminalSize other) {
        return new AppState(other, now, world, screens, notice, busy, past, sources, keymap, views, readOnly, begun);
    }

    /// The same at another time.
    public AppState at(Instant time) {
        return new AppState(size, time, world, screens, notice, busy, past, sources, keymap, views, readOnly, begun);
    }

    AppState knowing(World other) {
        return new AppState(size, now, other, screens, notice, busy, past, sources, keymap, views, readOnly, begun);
    }

    AppState stacked(List<Screen> other) {
        return new AppState(size, now, world, other, notice, busy, past, sources, keymap, views, readOnly, begun);
    }

    AppState saying(Optional<Notice> other) {
        return new AppState(size, now, world, screens, other, busy, past, sources, keymap, views, readOnly, begun);
    }

    AppState saying(Notice other) {
        return saying(Optional.of(other));
    }

    AppState doing(Map<String, String> other) {
        return new AppState(size, now, world, screens, notice, other, past, sources, keymap, views, readOnly, begun);
    }

    AppState remembering(Past other) {
        return new AppState(size, now, world, screens, notice, busy, other, sources, keymap, views, readOnly, begun);
    }

    AppState withSources(long count) {
        return new AppState(size, now, world, screens, notice, busy, past, count, keymap, views, readOnly, begun);
    }

    AppState beginning(Keystrokes keys) {
        return new AppState(size, now, world, screens, notice, busy, past, sources, keymap, views, readOnly, keys);
    }

    AppState viewing(List<View> other) {
        return new AppState(size, now, world, screens, notice, busy, past, sources, keymap, other, readOnly, begun);
    }
}
