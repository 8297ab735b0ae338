package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.Filters;
import dev.davit.engine.system.EventQuery;
import dev.davit.format.Times;
import dev.davit.format.list.EventList;
import java.time.Instant;
import java.util.Optional;

/// `davit events`.
public final class EventsCommand {
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");
    private static final Flag<Optional<String>> SINCE = Flag.text("since", "Also those of the past from here on");
    private static final Flag<Optional<String>> UNTIL = Flag.text("until", "Up to here");

    private EventsCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("events", "[OPTIONS]", "Show what happens, as it happens")
                .flags(FILTER, ListFlags.FORMAT, SINCE, UNTIL)
                .runs(EventsCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var list = new EventList(typed.get(ListFlags.FORMAT).orElse(""), context.zone());
        var query = new EventQuery(time(typed.get(SINCE), context), time(typed.get(UNTIL), context), typed.get(FILTER));
        try (var events = context.engine().telemetry().events(query)) {
            for (var event : events) context.say(list.line(event));
        }
        return ExitCode.OK;
    }

    private static Optional<Instant> time(Optional<String> text, CommandContext context) {
        return text.filter(t -> !t.isEmpty()).map(t -> Times.parse(t, context.clock()));
    }
}
