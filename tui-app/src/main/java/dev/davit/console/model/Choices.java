package dev.davit.console.model;

import dev.davit.cli.CommandTable;
import dev.davit.console.model.Screen.Choice;
import dev.davit.console.store.WebAddress;
import dev.davit.operation.CommandLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists of lines to choose from.
final class Choices {
    private Choices() {}

    /// A line of the operations on something.
    ///
    /// @param line a command: `{}` stands for the names of what is meant; `<WHAT>` for a word that the user must type, `[word]` for
    /// one that he may want to change
    /// @param several whether it can be given several names
    private record Template(String line, boolean several) {
        private static final Pattern OPEN = Pattern.compile("<([^>]*)>|\\[([^]]*)]");

        static Template one(String line) {
            return new Template(line, false);
        }

        static Template each(String line) {
            return new Template(line, true);
        }

        Choice.Row row(List<String> names) {
            String does = CommandTable.find(List.of(line.split(" ", -1))).map(found -> found.spec().summary()).orElse("");
            var open = OPEN.matcher(line);
            if (!open.find()) {
                String whole = named(line, names);
                return new Choice.Row(whole, whole.length(), List.of(whole, does));
            }
            boolean missing = open.group(1) != null;
            String word = missing ? open.group(1) : open.group(2);
            String before = named(line.substring(0, open.start()), names) + (missing ? "" : word);
            String after = named(line.substring(open.end()), names);
            return new Choice.Row(before + after, before.length(), List.of(before + (missing ? word : "") + after, does));
        }

        private static String named(String part, List<String> names) {
            return part.replace("{}", names.stream().map(CommandLine::quoted).collect(Collectors.joining(" ")));
        }
    }

    private static final List<Template> OF_CONTAINERS = List.of(
            Template.each("stop {}"), Template.each("start {}"), Template.each("restart {}"), Template.each("kill {}"), Template.each("kill -s [HUP] {}"),
            Template.each("pause {}"), Template.each("unpause {}"), Template.each("rm {}"), Template.each("rm -f -v {}"), Template.one("rename {} <NAME>"),
            Template.each("update --memory [512m] {}"), Template.each("update --restart [unless-stopped] {}"), Template.one("logs --tail [100] {}"),
            Template.one("exec -it {} [sh]"), Template.one("attach {}"), Template.one("top {}"), Template.each("stats --no-stream {}"), Template.one("port {}"),
            Template.one("diff {}"), Template.each("wait {}"), Template.each("inspect {}"), Template.one("inspect --format '{{json .Config.Env}}' {}"),
            Template.one("inspect --format '{{json .Mounts}}' {}"), Template.one("cp {}:<PATH> ."), Template.one("cp <FILE> {}:/"),
            Template.one("commit {} <REPOSITORY:TAG>"), Template.one("export -o <FILE> {}"), Template.one("network connect <NETWORK> {}"),
            Template.one("network disconnect <NETWORK> {}"));
    private static final List<Template> OF_IMAGES = List.of(
            Template.one("run -it --rm {} <COMMAND>"), Template.one("run -d --name <NAME> {}"), Template.one("create --name <NAME> {}"), Template.one("history {}"),
            Template.each("inspect {}"), Template.one("tag {} <REPOSITORY:TAG>"), Template.one("pull {}"), Template.one("push {}"),
            Template.each("save -o <FILE> {}"), Template.each("rmi {}"), Template.each("rmi -f {}"));
    private static final List<Template> OF_NETWORKS = List.of(
            Template.one("network connect {} <CONTAINER>"), Template.one("network disconnect {} <CONTAINER>"), Template.each("network inspect {}"),
            Template.each("network rm {}"));
    private static final List<Template> OF_VOLUMES = List.of(
            Template.one("run -it --rm -v {}:/data [busybox] sh"), Template.each("volume inspect {}"), Template.each("volume rm {}"));
    /// What needs nothing selected, by what table one sees.
    private static final List<Template> AROUND_CONTAINERS = List.of(Template.one("run -d <IMAGE>"), Template.one("container prune -f"));
    private static final List<Template> AROUND_IMAGES = List.of(
            Template.one("pull <NAME>"), Template.one("search <TERM>"), Template.one("build -t <NAME> ."), Template.one("load -i <FILE>"),
            Template.one("import <FILE>"), Template.one("image prune -f"), Template.one("image prune -f -a"), Template.one("builder prune -f"));
    private static final List<Template> AROUND_NETWORKS = List.of(Template.one("network create <NAME>"), Template.one("network prune -f"));
    private static final List<Template> AROUND_VOLUMES = List.of(Template.one("volume create <NAME>"), Template.one("volume prune -f"));
    private static final List<Template> OF_ENGINES = List.of(
            Template.one("system df -v"), Template.one("events --since [1h] --until 0s"), Template.one("info"), Template.one("version"),
            Template.one("system prune -f"), Template.one("login <REGISTRY>"), Template.one("logout <REGISTRY>"));

    /// A command of the user's own, on what is meant.
    static Next own(AppState state, UserCommand command) {
        var names = Targets.names(state);
        if (names.isEmpty() && command.needsThing()) return Next.of(state.saying(Notice.problem("there is nothing to do that to")));
        String line;
        try {
            line = command.of(names, Targets.ids(state));
        } catch (IllegalArgumentException e) {
            return Next.of(state.saying(Notice.problem(String.valueOf(e.getMessage()))));
        }
        return command.asks() ? Next.of(typing(state, LineEditor.of(line))) : Prompts.command(state, line);
    }

    /// What can be done with the rows that are meant, and around them.
    static AppState operations(AppState state) {
        var names = Targets.names(state);
        var templates = state.things().map(things -> switch (things.kind()) {
            case IMAGES -> templates(names, OF_IMAGES, AROUND_IMAGES);
            case NETWORKS -> templates(names, OF_NETWORKS, AROUND_NETWORKS);
            case VOLUMES -> templates(names, OF_VOLUMES, AROUND_VOLUMES);
        }).orElseGet(() -> templates(names, OF_CONTAINERS, AROUND_CONTAINERS));
        var rows = templates.map(template -> template.row(names)).toList();
        return Stack.push(state, Choice.of(Menu.OPERATIONS, rows));
    }

    private static Stream<Template> templates(List<String> names, List<Template> of, List<Template> around) {
        var fitting = of.stream().filter(template -> !names.isEmpty() && (template.several() || names.size() == 1));
        return Stream.concat(fitting, Stream.concat(around.stream(), OF_ENGINES.stream()));
    }

    /// Commands that were run.
    static AppState journal(AppState state) {
        return Stack.push(state, Choice.of(Menu.JOURNAL, deeds(state)));
    }

    private static List<Choice.Row> deeds(AppState state) {
        var deeds = state.past().deeds();
        var rows = new ArrayList<Choice.Row>();
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            String result = deed.ended().map(ended -> deed.result() + took(Duration.between(deed.began(), ended))).orElse("runs");
            // counted from the oldest: the number of a deed stays when others come
            rows.add(new Choice.Row(Integer.toString(deeds.size() - i), deed.command().length(), List.of(deed.command(), Ages.text(deed.began(), state.now()), result)));
        }
        return rows;
    }

    /// Where else one can turn to.
    static AppState engines(AppState state, List<Message.Engines.Named> engines) {
        var rows = engines.stream().map(each -> new Choice.Row(each.name(), 0, List.of(each.name(), each.address(), each.description()))).toList();
        return Stack.push(state, Choice.of(Menu.ENGINES, rows));
    }

    /// Where a browser gets at a container.
    static AppState ports(AppState state, List<WebAddress> addresses) {
        var rows = addresses.stream().map(each -> new Choice.Row(each.url(), 0, List.of(each.url(), Integer.toString(each.inside())))).toList();
        return Stack.push(state, Choice.of(Menu.PORTS, rows));
    }

    /// What the table of containers shows, and could show.
    static AppState columns(AppState state) {
        return Stack.push(state, Choice.of(Menu.COLUMNS, columnRows(state)));
    }

    private static List<Choice.Row> columnRows(AppState state) {
        return Order.Column.ofContainers().stream().map(column -> {
            String shown = column == Order.Column.NAME ? "always" : state.arrangement().shows(column) ? "shown" : "";
            return new Choice.Row(column.name(), 0, List.of(column.word(), shown));
        }).toList();
    }

    /// The list stays, for who chooses one column often chooses another.
    private static AppState toggled(AppState state, Order.Column column) {
        if (column == Order.Column.NAME) return state.saying(Notice.problem("names are always shown"));
        return Tables.arranged(state, state.arrangement().toggled(column));
    }

    /// Only what one had to wait for.
    private static String took(Duration time) {
        return time.toMillis() < 1000 ? "" : " in " + (time.toMillis() + 500) / 1000 + "s";
    }

    /// What has changed under a list.
    static Choice settled(AppState state, Choice choice, int height) {
        var rows = switch (choice.menu()) {
            case JOURNAL -> deeds(state);
            case COLUMNS -> columnRows(state);
            case OPERATIONS, ENGINES, PORTS -> choice.rows();
            case VIEWS -> Views.rows(state);
        };
        var fresh = choice.with(rows);
        return fresh.with(fresh.view().within(fresh.keys(), height));
    }

    /// The line with the cursor is what is meant.
    static Next choose(AppState state) {
        if (!(state.top() instanceof Choice choice)) return Next.of(state);
        return choice.selected().map(row -> chosen(state, choice.menu(), row)).orElseGet(() -> Next.of(state));
    }

    private static Next chosen(AppState state, Menu menu, Choice.Row row) {
        var below = Stack.pop(state).state();
        return switch (menu) {
            case COLUMNS -> Next.of(toggled(state, Order.Column.valueOf(row.key())));
            case OPERATIONS -> Next.of(typing(below, new LineEditor(row.key(), row.cursor())));
            case JOURNAL -> Next.of(typing(below, LineEditor.of(row.cells().getFirst())));
            case ENGINES -> Next.of(below, new Effect.Turn(row.key()));
            case PORTS -> Next.of(below, new Effect.Browse(row.key()));
            case VIEWS -> Views.chosen(below, row.key());
        };
    }

    /// As if it were typed so far; enter does it.
    private static AppState typing(AppState below, LineEditor line) {
        return Prompts.ask(below, Screen.Prompt.Purpose.COMMAND, line);
    }
}
