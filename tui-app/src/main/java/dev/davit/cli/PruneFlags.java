package dev.davit.cli;

import dev.davit.engine.Filters;
import dev.davit.operation.Operation;
import java.util.stream.Stream;

/// What all `prune` commands share: the question before, and filters from docker's configuration file.
public final class PruneFlags {
    public static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Do not ask");
    public static final Flag<Filters> FILTER = Flag.filtersWithoutLetter("Only what matches: NAME=VALUE");

    private PruneFlags() {}

    /// Asks, unless forced, and prunes when the answer is yes.
    ///
    /// @param warning what would be gone
    public static int run(Invocation typed, CommandContext context, String warning, Operation prune) {
        boolean agreed = typed.get(FORCE) || Confirmation.given(context, warning + "Are you sure you want to continue?");
        if (agreed) prune.run(context.engine(), context.progress());
        return ExitCode.OK;
    }

    /// What was typed, and from the configuration file's `pruneFilters` what was not said otherwise.
    public static Filters filters(Invocation typed, CommandContext context) {
        var filters = typed.get(FILTER);
        for (String text : UserSettings.pruneFilters(context)) {
            int equals = text.indexOf('=');
            if (equals <= 0) continue;
            String name = text.substring(0, equals);
            String value = text.substring(equals + 1);
            String opposite = name.equals("label") ? "label!" : name.equals("label!") ? "label" : "";
            boolean contradicted = Stream.of(name, opposite).anyMatch(other -> typed.get(FILTER).get(other).contains(value));
            if (!contradicted) filters = filters.and(name, value);
        }
        return filters;
    }
}
