package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.Thing;
import dev.davit.console.store.ThingTable;
import dev.davit.engine.container.ContainerSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which rows of a table are shown.
final class RowFilter {
    private RowFilter() {}

    static List<ContainerRow> rows(Screen.Containers screen, ContainerTable table) {
        if (screen.all() && screen.filter().isEmpty()) return table.rows();
        var wish = Wish.of(screen.filter());
        return table.rows().stream()
                .filter(row -> screen.all() || wish.how() == Wish.How.USES || row.state().canStop())
                .filter(row -> wish.shows(row.summary().labels(), wanted -> contains(row, wanted)))
                .toList();
    }

    static List<Thing> rows(Screen.Things screen, ThingTable table) {
        if (screen.filter().isEmpty()) return table.rows();
        var wish = Wish.of(screen.filter());
        return table.rows().stream().filter(row -> wish.shows(labels(row), wanted -> contains(row, wanted))).toList();
    }

    static List<Screen.Choice.Row> rows(Screen.Choice screen) {
        if (screen.filter().isEmpty()) return screen.rows();
        var wish = Wish.of(screen.filter());
        return screen.rows().stream().filter(row -> wish.shows(Map.of(), wanted -> row.cells().stream().anyMatch(wanted::isIn))).toList();
    }

    /// What a filter asks for.
    ///
    /// @param inverse whether rows are shown of which it is not true: it begins with `!`
    /// @param how a row's texts are looked at
    /// @param wanted in small letters
    private record Wish(boolean inverse, How how, String wanted) {

        enum How {
            /// A text has it.
            PART,
            /// A text has its letters, in this order: it begins with `~`, or with `-f` as K9s has it.
            LETTERS,
            /// A label is it, or has it as its name: it begins with `-l`.
            LABEL,
            /// A container has it, running or not: `network=NAME`, `volume=NAME`, `ancestor=IMAGE`.
            USES
        }

        private static final Pattern USE = Pattern.compile("(network|volume|ancestor)=.+");

        static Wish of(String filter) {
            boolean inverse = filter.startsWith("!");
            String text = (inverse ? filter.substring(1) : filter).toLowerCase(Locale.ROOT);
            if (text.startsWith("~")) return new Wish(inverse, How.LETTERS, text.substring(1).strip());
            if (text.startsWith("-f ")) return new Wish(inverse, How.LETTERS, text.substring(3).strip());
            if (text.startsWith("-l ")) return new Wish(inverse, How.LABEL, text.substring(3).strip());
            return new Wish(inverse, USE.matcher(text).matches() ? How.USES : How.PART, text);
        }

        boolean isEmpty() {
            return wanted.isEmpty();
        }

        boolean isIn(String text) {
            String small = text.toLowerCase(Locale.ROOT);
            if (how != How.LETTERS) return small.contains(wanted);
            int at = 0;
            for (int i = 0; i < small.length() && at < wanted.length(); i++) if (small.charAt(i) == wanted.charAt(at)) at++;
            return at == wanted.length();
        }

        boolean isLabel(Map<String, String> labels) {
            return labels.entrySet().stream().anyMatch(label -> {
                String name = label.getKey().toLowerCase(Locale.ROOT);
                return name.equals(wanted) || (name + "=" + label.getValue().toLowerCase(Locale.ROOT)).equals(wanted);
            });
        }

        boolean shows(Map<String, String> labels, Predicate<Wish> texts) {
            return isEmpty() || (how == How.LABEL ? isLabel(labels) : texts.test(this)) != inverse;
        }
    }

    private static boolean contains(ContainerRow row, Wish wish) {
        if (wish.how() == Wish.How.USES) return uses(row, wish.wanted());
        return wish.isIn(row.name()) || wish.isIn(row.summary().image()) || wish.isIn(row.state().word()) || row.id().value().startsWith(wish.wanted());
    }

    private static boolean uses(ContainerRow row, String use) {
        String name = use.substring(use.indexOf('=') + 1);
        return switch (use.substring(0, use.indexOf('='))) {
            case "network" -> row.networkNames().anyMatch(name::equalsIgnoreCase);
            case "volume" -> row.volumeNames().anyMatch(name::equalsIgnoreCase);
            default -> isOf(row.summary(), name);
        };
    }

    private static boolean isOf(ContainerSummary container, String image) {
        String digits = container.imageId().substring(container.imageId().indexOf(':') + 1);
        return container.image().equals(image) || container.image().equals(image + ":latest") || digits.startsWith(image);
    }

    private static boolean contains(Thing row, Wish wish) {
        return wish.isIn(row.name()) || switch (row) {
            case Thing.Image image -> image.shortId().startsWith(wish.wanted());
            case Thing.Network network -> wish.isIn(network.summary().driver()) || network.summary().id().startsWith(wish.wanted());
            case Thing.Volume volume -> wish.isIn(volume.summary().driver());
        };
    }

    private static Map<String, String> labels(Thing row) {
        return switch (row) {
            case Thing.Image image -> image.summary().labels();
            case Thing.Network network -> network.summary().labels();
            case Thing.Volume volume -> volume.summary().labels();
        };
    }
}
