package dev.davit.console.keymap;

import dev.davit.cli.CommandTable;
import dev.davit.config.ConfigNode;
import dev.davit.config.Faults;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Scope;
import dev.davit.console.model.UserCommand;
import dev.davit.shell.SystemLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The user's own commands: a table's word, below it keys, and for each a name and a line, and whether it asks:
///
///     containers:
///       ctrl-t: {name: processes, run: "top {name}"}
///       K: {name: kill hard, run: "kill -s KILL {name}", ask: true}
///       ctrl-y: {name: scan its image, run: "!trivy image $(docker inspect -f '{{.Image}}' {id})"}
public final class CommandReader {
    private static final List<Scope> TABLES = List.of(Scope.CONTAINERS, Scope.IMAGES, Scope.NETWORKS, Scope.VOLUMES);

    private final String file;
    private final Faults faults;
    private final Places places;

    /// @param file its name in messages
    /// @param faults where everything that is wrong goes
    /// @param places where it is noted what is bound where
    public CommandReader(String file, Faults faults, Places places) {
        this.file = file;
        this.faults = faults;
        this.places = places;
    }

    /// All of them that are right.
    public List<UserCommand> read(ConfigNode node) {
        var commands = new ArrayList<UserCommand>();
        for (var table : entries(node, "commands are given as TABLE: {KEY: {name: TEXT, run: LINE}}")) {
            var scope = TABLES.stream().filter(each -> each.word().equals(table.name().text())).findFirst();
            if (scope.isEmpty()) {
                String known = TABLES.stream().map(Scope::word).collect(Collectors.joining(", "));
                faults.add(file, table.name().place(), "there is no table \"" + table.name().text() + "\"; there are " + known);
                continue;
            }
            for (var entry : entries(table.value(), "the commands of " + scope.get().word() + " are given as KEY: {name: TEXT, run: LINE}")) {
                command(scope.get(), entry).ifPresent(commands::add);
            }
        }
        return commands;
    }

    private List<ConfigNode.Entry> entries(ConfigNode node, String shape) {
        if (node instanceof ConfigNode.Mapping mapping) return mapping.entries();
        faults.add(file, node.place(), shape + ", this is " + node.kind());
        return List.of();
    }

    private Optional<UserCommand> command(Scope scope, ConfigNode.Entry entry) {
        var keys = Keystrokes.spelled(entry.name().text());
        if (keys.isEmpty()) faults.add(file, entry.name().place(), "\"" + entry.name().text() + "\" is no key that a terminal sends");
        String name = "";
        String line = "";
        String ask = "false";
        for (var part : entries(entry.value(), "a command is given as {name: TEXT, run: LINE}")) {
            if (!(part.value() instanceof ConfigNode.Text text)) {
                faults.add(file, part.value().place(), part.name().text() + " is a text, this is " + part.value().kind());
                continue;
            }
            switch (part.name().text()) {
                case "name" -> name = text.text();
                case "run" -> line = text.text().strip();
                case "ask" -> ask = text.text();
                default -> faults.add(file, part.name().place(), "a command has name, run and ask, and no \"" + part.name().text() + "\"");
            }
        }
        if (!ask.equals("true") && !ask.equals("false")) faults.add(file, entry.name().place(), "ask is either true or false");
        if (!(entry.value() instanceof ConfigNode.Mapping)) return Optional.empty();
        if (line.isEmpty()) {
            faults.add(file, entry.name().place(), "a command needs a line: run: \"top {name}\"");
            return Optional.empty();
        }
        boolean ofSystem = SystemLine.of(line).filter(system -> !system.command().isEmpty()).isPresent();
        if (!ofSystem && CommandTable.find(Arrays.asList(line.split(" +", -1))).isEmpty()) {
            faults.add(file, entry.name().place(), "\"" + line + "\" begins with no command of davit's; one of the system has ! before it");
            return Optional.empty();
        }
        String title = name.isEmpty() ? line : name;
        boolean asks = ask.equals("true");
        String words = line;
        keys.ifPresent(each -> places.note(scope, each, entry.name().place()));
        return keys.map(each -> new UserCommand(scope, each, title, words, asks));
    }
}
