package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.CommandTable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A flag that is said to be done, or to be refused when it is used, has been seen: in a line that docker and davit run side by
/// side, or where `flags-elsewhere.txt` says, by the class of a test, or by why nothing can show it.
final class FlagEvidenceTest {
    private static final List<String> TABLES = List.of(
            "lines.txt", "networks.txt", "builds.txt", "copy.txt", "contexts.txt", "setup.txt", "reference.txt", "reference-setup.txt");

    @Test
    void everyFlagThatIsDoneIsSeenSomewhere() throws IOException {
        var unseen = new TreeSet<>(done());
        unseen.removeAll(seen());
        assertThat(elsewhere().keySet()).as("flags-elsewhere.txt names what no line has, and nothing else").isEqualTo(unseen);
    }

    @Test
    void theTestsElsewhereAreThere() throws IOException {
        for (String where : elsewhere().values()) {
            if (where.startsWith("dev.davit.")) assertThat(exists(where)).as(where).isTrue();
            else assertThat(where).startsWith("unseen: ");
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /// The flags of both spellings of a command are one.
    private static Set<String> done() throws IOException {
        var flags = new HashSet<String>();
        for (String line : Tables.text("/reference/flags-status.txt").lines().toList()) {
            int dashes = line.indexOf(" --");
            if (dashes < 0 || line.contains("\trefused: ")) continue;
            var spec = CommandTable.find(List.of(line.substring(0, dashes).split(" ", -1))).orElseThrow().spec();
            flags.add(shared(spec.name()) + line.substring(dashes, line.indexOf('\t')));
        }
        return flags;
    }

    /// `create` reads the same flags as `run`, by the same class.
    private static String shared(String command) {
        return command.equals("create") ? "run" : command;
    }

    private static Set<String> seen() throws IOException {
        var flags = new HashSet<String>();
        for (String table : TABLES) {
            for (String line : Tables.lines(table)) {
                LineFlags.of(line).ifPresent(typed -> typed.flags().forEach(flag -> flags.add(shared(typed.command()) + " --" + flag)));
            }
        }
        return flags;
    }

    private static Map<String, String> elsewhere() throws IOException {
        var rows = new TreeMap<String, String>();
        for (String line : Tables.text("/reference/flags-elsewhere.txt").lines().filter(row -> !row.startsWith("#")).toList()) {
            var cells = line.split("\t", 2);
            assertThat(cells).as(line).hasSize(2);
            assertThat(rows.put(cells[0], cells[1])).as(line).isNull();
        }
        return rows;
    }
}
