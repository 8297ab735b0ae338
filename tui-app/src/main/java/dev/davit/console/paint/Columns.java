package dev.davit.console.paint;

import dev.davit.console.model.Order;
import dev.davit.console.store.ContainerRow;
import dev.davit.format.Graphemes;
import java.util.List;
import java.util.Optional;

/// Where the columns of the table stand. A column of width 0 has no room and is left out: ports first, then images.
///
/// @param name width
/// @param image width
/// @param state width
/// @param age width
/// @param cpu width
/// @param memory width
/// @param share width of the percentage of memory
/// @param ports width
record Columns(int name, int image, int state, int age, int cpu, int memory, int share, int ports) {
    static final int MARGIN = 2;
    static final int GAP = 2;

    private static final int LEAST_TEXT = 8;
    private static final int WIDE = 110;
    private static final int STATE = 12;

    /// Chosen so that the rows' texts fit, or else are cut evenly.
    static Columns of(int width, List<ContainerRow> rows, Signs signs) {
        int age = width >= 40 ? 3 : 0;
        int cpu = width >= WIDE ? 8 : width >= 48 ? 6 : 0;
        int memory = width >= 56 ? 8 : 0;
        int share = width >= WIDE ? 5 : 0;
        int state = width >= 24 ? STATE : 1;
        int room = width - MARGIN - taken(state) - taken(age) - taken(cpu) - taken(memory) - taken(share);
        int name = 4;
        int image = 5;
        int ports = 5;
        for (var row : rows) {
            name = Math.max(name, Graphemes.width(row.name()));
            image = Math.max(image, Graphemes.width(row.summary().image()));
            if (!row.ports().isEmpty()) ports = Math.max(ports, PortsCell.text(PortsCell.parts(row.ports(), signs)).length());
        }
        boolean images = room >= 2 * (LEAST_TEXT + GAP);
        boolean published = room >= 3 * (LEAST_TEXT + GAP);
        int texts = room - (images ? GAP : 0) - (published ? GAP : 0);
        return fitted(texts, name, images ? image : 0, published ? ports : 0, new int[] {state, age, cpu, memory, share});
    }

    /// What is ordered by the title in this column of the screen.
    Optional<Order.Column> title(int x) {
        int from = MARGIN;
        for (var column : Order.Column.ofContainers()) {
            int width = width(column);
            if (x >= from && x < from + width) return Optional.of(column);
            from += taken(width);
        }
        return Optional.empty();
    }

    private int width(Order.Column column) {
        return switch (column) {
            case NAME -> name;
            case IMAGE -> image;
            case STATE -> state;
            case AGE -> age;
            case CPU -> cpu;
            case MEMORY -> memory;
            case ID, SIZE, DRIVER, SCOPE, USERS -> 0;
        };
    }

    private static int taken(int column) {
        return column == 0 ? 0 : column + GAP;
    }

    /// What is too much is taken from the widest column, again and again.
    private static Columns fitted(int room, int name, int image, int ports, int[] fixed) {
        while (name + image + ports > room) {
            if (ports >= name && ports >= image && ports > 0) ports--;
            else if (image >= name && image > 0) image--;
            else if (name > 1) name--;
            else break;
        }
        int rest = Math.max(0, room - name - image - ports);
        // what is left over widens the gaps of the texts a little, and the ports take the rest
        int more = Math.min(rest / 3, 8);
        return new Columns(
                name + more, image == 0 ? 0 : image + more, fixed[0], fixed[1], fixed[2], fixed[3], fixed[4],
                ports == 0 ? 0 : ports + rest - 2 * more);
    }
}
