package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where davit differs from docker on purpose, by `differences.txt`: a row is a table of lines, a line of it, in what the two
/// differ, and why, between tabs. What differs without a row is a mistake, and so is a row whose line no longer differs.
final class Differences {
    private final Map<String, Set<Aspect>> rows;

    private Differences(Map<String, Set<Aspect>> rows) {
        this.rows = rows;
    }

    /// In what two runs may differ.
    private enum Aspect {
        /// Davit writes nothing to standard output where docker does.
        SILENT,
        /// Standard output.
        OUT,
        /// Standard error: of a line that goes well its text, of one that fails whether there is any. The sentence of a failure is
        /// each one's own.
        ERR,
        /// The exit code.
        EXIT
    }

    private record Row(String table, String line, Set<Aspect> aspects, String reason) {

        static Row of(String text) {
            var cells = text.split("\t", -1);
            assertThat(cells).as(text).hasSize(4);
            var aspects = Arrays.stream(cells[2].split(" ", -1)).map(word -> Aspect.valueOf(word.toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
            assertThat(cells[3]).as("the reason of " + cells[1]).isNotBlank();
            return new Row(cells[0], cells[1], aspects, cells[3]);
        }
    }

    /// Those of a table, each of which must have its line there.
    ///
    /// @param lines of the table, as they are compared
    static Differences in(String table, List<String> lines) throws IOException {
        var rows = new LinkedHashMap<String, Set<Aspect>>();
        for (String text : Tables.lines("differences.txt")) {
            var row = Row.of(text);
            if (!row.table().equals(table)) continue;
            assertThat(lines).as("the lines of " + table).contains(row.line());
            assertThat(rows.put(row.line(), row.aspects())).as("another row for " + row.line()).isNull();
        }
        return new Differences(rows);
    }

    /// Whether a line differs on purpose.
    boolean isMeant(String line) {
        return rows.containsKey(line);
    }

    /// Compares what a line left on both sides, masked.
    ///
    /// @param line as it stands in its table
    void compare(String line, Outcome docker, Outcome davit) {
        var meant = rows.getOrDefault(line, Set.of());
        var found = EnumSet.noneOf(Aspect.class);
        boolean equalErrors = docker.exit() == 0 ? davit.err().equals(docker.err()) : davit.err().isEmpty() == docker.err().isEmpty();
        if (!davit.out().equals(docker.out())) found.add(davit.out().isEmpty() && meant.contains(Aspect.SILENT) ? Aspect.SILENT : Aspect.OUT);
        if (!equalErrors) found.add(Aspect.ERR);
        if (davit.exit() != docker.exit()) found.add(Aspect.EXIT);
        String told = line + "\ndocker: " + docker + "\ndavit: " + davit;
        if (meant.isEmpty()) assertThat(davit.out()).as(told).isEqualTo(docker.out());
        assertThat(found).as("what differs, beside differences.txt: " + told).isEqualTo(meant);
    }
}
