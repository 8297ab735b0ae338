package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.Filters;
import dev.davit.engine.clientconfig.RegistryKey;
import dev.davit.engine.image.SearchRequest;
import dev.davit.engine.image.SearchResult;
import dev.davit.format.list.SearchList;
import java.util.Comparator;
import java.util.OptionalInt;

/// `davit search`.
public final class SearchCommand {
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");
    private static final Flag<OptionalInt> LIMIT = Flag.integer("limit", (char) 0, "The most results");

    private SearchCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("search", "[OPTIONS] TERM", "Look for images in a registry")
                .flags(FILTER, ListFlags.FORMAT, LIMIT, ListFlags.NO_TRUNC)
                .arguments(1, 1)
                .runs(SearchCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String term = typed.argument(0);
        var list = new SearchList(typed.get(ListFlags.FORMAT).orElse(""), !typed.get(ListFlags.NO_TRUNC));
        var limit = typed.get(LIMIT);
        var asked = limit.isPresent() && limit.getAsInt() > 0 ? limit : OptionalInt.empty();
        var login = Login.logins(context).find(RegistryKey.ofImage(term));
        var found = context.engine().registries().search(new SearchRequest(term, asked, typed.get(FILTER), login));
        context.print(list.print(found.stream()
                .sorted(Comparator.comparingInt(SearchResult::stars).reversed())
                .toList()));
        return ExitCode.OK;
    }
}
