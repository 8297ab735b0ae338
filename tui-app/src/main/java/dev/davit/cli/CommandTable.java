package dev.davit.cli;

import dev.davit.batch.BatchCommand;
import dev.davit.cli.container.AttachCommand;
import dev.davit.cli.container.CreateCommand;
import dev.davit.cli.container.DiffCommand;
import dev.davit.cli.container.ExecCommand;
import dev.davit.cli.container.KillCommand;
import dev.davit.cli.container.LogsCommand;
import dev.davit.cli.container.PauseCommand;
import dev.davit.cli.container.PortCommand;
import dev.davit.cli.container.PsCommand;
import dev.davit.cli.container.RenameCommand;
import dev.davit.cli.container.RestartCommand;
import dev.davit.cli.container.RmCommand;
import dev.davit.cli.container.RunCommand;
import dev.davit.cli.container.StartCommand;
import dev.davit.cli.container.StatsCommand;
import dev.davit.cli.container.StopCommand;
import dev.davit.cli.container.TopCommand;
import dev.davit.cli.container.UnpauseCommand;
import dev.davit.cli.container.UpdateCommand;
import dev.davit.cli.container.WaitCommand;
import dev.davit.cli.image.HistoryCommand;
import dev.davit.cli.image.ImagesCommand;
import dev.davit.cli.image.LoginCommand;
import dev.davit.cli.image.PullCommand;
import dev.davit.cli.image.RmiCommand;
import dev.davit.cli.image.TagCommand;
import dev.davit.cli.system.EventsCommand;
import dev.davit.cli.system.InfoCommand;
import dev.davit.cli.system.InspectCommand;
import dev.davit.cli.system.VersionCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All commands by name. Nothing of a command is loaded before it is asked for.
public final class CommandTable {
    private static final List<String> NAMES = List.of(
            "attach", "batch", "create", "diff", "events", "exec", "history", "images", "info", "inspect", "kill", "login", "logs",
            "pause", "port", "ps", "pull", "rename", "restart", "rm", "rmi", "run", "start", "stats", "stop", "tag", "top",
            "unpause", "update", "version", "wait");

    private static final List<String> VERBS =
            Stream.concat(NAMES.stream(), Stream.of("ls", "list", "remove")).toList();

    /// A command, and how many words of the line name it.
    ///
    /// @param spec the command
    /// @param words 1 for `ps`, 2 for `container ls`
    public record Found(CommandSpec spec, int words) {}

    private CommandTable() {}

    /// The command that a line begins with.
    public static Optional<Found> find(List<String> line) {
        if (line.isEmpty()) return Optional.empty();
        var supplier = supplier(line.getFirst());
        if (supplier.isPresent()) return Optional.of(new Found(supplier.get().get(), 1));
        if (line.size() < 2) return Optional.empty();
        return supplier(name(line.get(0), line.get(1))).map(found -> new Found(found.get(), 2));
    }

    /// The short name behind docker's longer spellings.
    private static String name(String noun, String verb) {
        return switch (noun) {
            case "container" -> switch (verb) {
                case "ls", "list", "ps" -> "ps";
                case "remove" -> "rm";
                case "inspect" -> "container inspect";
                case "attach", "create", "diff", "exec", "kill", "logs", "pause", "port", "rename", "restart", "rm", "run",
                        "start", "stats", "stop", "top", "unpause", "update", "wait" -> verb;
                default -> "";
            };
            case "image" -> switch (verb) {
                case "ls", "list" -> "images";
                case "rm", "remove" -> "rmi";
                case "inspect" -> "image inspect";
                case "history", "pull", "tag" -> verb;
                default -> "";
            };
            case "system" -> switch (verb) {
                case "events", "info" -> verb;
                default -> "";
            };
            default -> "";
        };
    }

    private static Optional<Supplier<CommandSpec>> supplier(String name) {
        Supplier<CommandSpec> supplier = switch (name) {
            case "attach" -> AttachCommand::spec;
            case "batch" -> BatchCommand::spec;
            case "create" -> CreateCommand::spec;
            case "diff" -> DiffCommand::spec;
            case "events" -> EventsCommand::spec;
            case "exec" -> ExecCommand::spec;
            case "history" -> HistoryCommand::spec;
            case "images" -> ImagesCommand::spec;
            case "info" -> InfoCommand::spec;
            case "inspect" -> InspectCommand::spec;
            case "container inspect" -> InspectCommand::ofContainers;
            case "image inspect" -> InspectCommand::ofImages;
            case "kill" -> KillCommand::spec;
            case "login" -> LoginCommand::spec;
            case "logs" -> LogsCommand::spec;
            case "pause" -> PauseCommand::spec;
            case "port" -> PortCommand::spec;
            case "ps" -> PsCommand::spec;
            case "pull" -> PullCommand::spec;
            case "rename" -> RenameCommand::spec;
            case "restart" -> RestartCommand::spec;
            case "rm" -> RmCommand::spec;
            case "rmi" -> RmiCommand::spec;
            case "run" -> RunCommand::spec;
            case "start" -> StartCommand::spec;
            case "stats" -> StatsCommand::spec;
            case "stop" -> StopCommand::spec;
            case "tag" -> TagCommand::spec;
            case "top" -> TopCommand::spec;
            case "unpause" -> UnpauseCommand::spec;
            case "update" -> UpdateCommand::spec;
            case "version" -> VersionCommand::spec;
            case "wait" -> WaitCommand::spec;
            default -> null;
        };
        return Optional.ofNullable(supplier);
    }

    /// The sentence for a line that begins with no command.
    static String unknown(List<String> line) {
        String typed = line.getFirst();
        boolean noun = List.of("container", "image", "system").contains(typed);
        if (noun) {
            String verb = line.size() > 1 ? line.get(1) : "";
            if (verb.isEmpty()) return "davit " + typed + " needs a command, such as ls";
            var verbs = VERBS.stream().filter(known -> !name(typed, known).isEmpty()).toList();
            String advice = Nearest.of(verb, verbs).map(known -> "; did you mean " + known + "?").orElse("");
            return "unknown command: davit " + typed + " " + verb + advice;
        }
        var near = Nearest.of(typed, NAMES);
        return "unknown command: davit " + typed + near.map(name -> "; did you mean " + name + "?").orElse("");
    }

    /// Every command, for help, completion and man pages: by name, built all at once.
    public static Map<String, CommandSpec> all() {
        var specs = new TreeMap<String, CommandSpec>();
        for (String name : NAMES) specs.put(name, supplier(name).orElseThrow().get());
        return specs;
    }

    /// The commands' names.
    public static List<String> names() {
        return NAMES;
    }
}
