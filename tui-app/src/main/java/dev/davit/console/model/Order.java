package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Kind;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.Thing;
import dev.davit.engine.container.PortBinding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/// In which order a table shows its rows.
///
/// @param column by which; none: as the table has them: containers that run first, other things by name
/// @param reversed whether the other way round
public record Order(Optional<Column> column, boolean reversed) {
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    /// As the table has them.
    public static final Order GIVEN = new Order(Optional.empty(), false);

    /// What tables have, and can be ordered by. Figures begin with the largest, ages with the newest, texts with the first
    /// letter, ports with the lowest.
    public enum Column {
        NAME("name"),
        ID("id"),
        IMAGE("image"),
        COMMAND("command"),
        STATE("state"),
        AGE("age"),
        CPU("CPU"),
        MEMORY("memory"),
        SHARE("share of memory"),
        NETWORKS("networks"),
        PORTS("ports"),
        SIZE("size"),
        DRIVER("driver"),
        SCOPE("scope"),
        USERS("use");

        private static final List<Column> OF_CONTAINERS = List.of(NAME, ID, IMAGE, COMMAND, STATE, AGE, CPU, MEMORY, SHARE, NETWORKS, PORTS);
        private static final List<Column> USUAL = List.of(NAME, IMAGE, STATE, AGE, CPU, MEMORY, SHARE, PORTS);

        private final String word;

        Column(String word) {
            this.word = word;
        }

        /// Its name in a sentence.
        public String word() {
            return word;
        }

        /// Those of containers, from left to right.
        public static List<Column> ofContainers() {
            return OF_CONTAINERS;
        }

        /// Those of containers that are shown when nobody says otherwise.
        public static List<Column> usual() {
            return USUAL;
        }

        /// Those of the things of a kind, from left to right.
        public static List<Column> of(Kind kind) {
            return switch (kind) {
                case IMAGES -> List.of(NAME, ID, SIZE, AGE, USERS);
                case NETWORKS -> List.of(NAME, ID, DRIVER, SCOPE, AGE, USERS);
                case VOLUMES -> List.of(NAME, DRIVER, SIZE, USERS);
            };
        }

        private boolean isFigure() {
            return this == CPU || this == MEMORY || this == SHARE || this == SIZE || this == USERS;
        }
    }

    /// Whether it is by this column.
    public boolean isBy(Column wanted) {
        return column.filter(by -> by == wanted).isPresent();
    }

    /// By the next of these columns; after the last one as the table has them.
    Order next(List<Column> columns) {
        int index = column.map(columns::indexOf).orElse(-1) + 1;
        return index == columns.size() ? GIVEN : new Order(Optional.of(columns.get(index)), false);
    }

    /// By this column; where it is that already, the other way round.
    Order by(Column wanted) {
        return isBy(wanted) ? turned() : new Order(Optional.of(wanted), false);
    }

    Order turned() {
        return new Order(column, !reversed);
    }

    /// Whether figures must be known of all that runs, not only of what somebody sees.
    boolean needsFigures() {
        return isBy(Column.CPU) || isBy(Column.MEMORY) || isBy(Column.SHARE);
    }

    /// In words: `ordered by name`, `ordered by memory, the least first`.
    String words() {
        if (column.isEmpty()) return reversed ? "the other way round" : "in the usual order";
        String turned = isBy(Column.AGE) ? "the oldest first" : column.get().isFigure() ? "the least first" : "backwards";
        return "ordered by " + column.get().word() + (reversed ? ", " + turned : "");
    }

    List<ContainerRow> of(List<ContainerRow> rows, SampleTable.Snapshot samples) {
        return sorted(rows, by -> comparator(by, samples));
    }

    /// @param users how many containers have a thing
    /// @param size its bytes, -1 where they are not known
    List<Thing> of(List<Thing> rows, ToIntFunction<Thing> users, ToLongFunction<Thing> size) {
        var counts = new HashMap<Thing, Integer>();
        if (isBy(Column.USERS)) for (var row : rows) counts.put(row, users.applyAsInt(row));
        return sorted(rows, by -> comparator(by, counts, size));
    }

    /// Rows that are alike stay as the table has them.
    private <R> List<R> sorted(List<R> rows, Function<Column, Comparator<R>> comparators) {
        if (column.isEmpty()) return reversed ? rows.reversed() : rows;
        var comparator = comparators.apply(column.get());
        return rows.stream().sorted(reversed ? comparator.reversed() : comparator).toList();
    }

    private static Comparator<ContainerRow> comparator(Column by, SampleTable.Snapshot samples) {
        return switch (by) {
            case NAME -> Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT));
            case ID -> Comparator.comparing(ContainerRow::id);
            case IMAGE -> Comparator.comparing(row -> row.summary().image().toLowerCase(Locale.ROOT));
            case COMMAND -> Comparator.comparing(row -> row.summary().command());
            case STATE -> Comparator.comparing(ContainerRow::state);
            case AGE -> Comparator.comparing((ContainerRow row) -> row.since().orElse(row.summary().created())).reversed();
            case CPU -> Comparator.comparingDouble(row -> -samples.of(row.id()).map(SampleTable.Figures::cpuPercent).orElse(-1.0));
            case MEMORY -> Comparator.comparingLong(row -> -samples.of(row.id()).map(figures -> figures.memory().used()).orElse(-1L));
            case SHARE -> Comparator.comparingDouble(row -> -samples.of(row.id()).map(figures -> figures.memory().percent()).orElse(-1.0));
            case NETWORKS -> Comparator.comparing(ContainerRow::networks);
            case PORTS -> Comparator.comparingInt(Order::lowestPort);
            case SIZE, DRIVER, SCOPE, USERS -> alike();
        };
    }

    private static Comparator<Thing> comparator(Column by, Map<Thing, Integer> users, ToLongFunction<Thing> size) {
        return switch (by) {
            case NAME -> Comparator.comparing((Thing thing) -> thing.name().isEmpty()).thenComparing(thing -> thing.name().toLowerCase(Locale.ROOT));
            case ID -> Comparator.comparing(Thing::id);
            case AGE -> Comparator.comparing(Order::created).reversed();
            case SIZE -> Comparator.comparingLong(thing -> -size.applyAsLong(thing));
            case DRIVER -> Comparator.comparing(Order::driver);
            case SCOPE -> Comparator.comparing(thing -> thing instanceof Thing.Network network ? network.summary().scope() : "");
            case USERS -> Comparator.comparingInt(thing -> -users.getOrDefault(thing, 0));
            case IMAGE, COMMAND, STATE, CPU, MEMORY, SHARE, NETWORKS, PORTS -> alike();
        };
    }

    /// Published ones only; where there are none: after all others.
    private static int lowestPort(ContainerRow row) {
        return row.ports().stream().map(PortBinding::hostPort).filter(PORT.asMatchPredicate()).mapToInt(Integer::parseInt).min().orElse(Integer.MAX_VALUE);
    }

    /// For a column that the table does not have.
    private static <R> Comparator<R> alike() {
        return (_, _) -> 0;
    }

    /// Of what nobody says when it was made: long ago.
    private static Instant created(Thing thing) {
        return switch (thing) {
            case Thing.Image image -> image.summary().created();
            case Thing.Network network -> network.summary().created().orElse(Instant.MIN);
            case Thing.Volume _ -> Instant.MIN;
        };
    }

    private static String driver(Thing thing) {
        return switch (thing) {
            case Thing.Image _ -> "";
            case Thing.Network network -> network.summary().driver();
            case Thing.Volume volume -> volume.summary().driver();
        };
    }
}
