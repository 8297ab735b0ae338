package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every form of the command reference (`forms.txt`) is run by the script that docker and davit answer alike.
final class ReferenceFormsTest {

    @Test
    void everyFormHasItsLineInTheScript() throws IOException {
        var script = ScriptLine.all().stream().flatMap(line -> LineFlags.of(line.text()).stream()).toList();
        var forms = Tables.text("/reference/forms.txt").lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(forms).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        assertThat(forms).allSatisfy(form -> assertThat(runs(script, form)).as("a line of the script is of the form: " + form).isTrue());
    }

    private static boolean runs(List<LineFlags> script, String text) {
        var form = LineFlags.of(text).orElseThrow(() -> new AssertionError("is no command line: " + text));
        return script.stream().anyMatch(line -> line.command().equals(form.command())
                && line.flags().containsAll(form.flags())
                && line.arguments().contains("-") == form.arguments().contains("-"));
    }
}
