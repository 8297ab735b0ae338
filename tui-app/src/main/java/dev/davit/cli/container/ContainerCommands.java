package dev.davit.cli.container;

import dev.davit.cli.CommandTable;
import dev.davit.cli.system.InspectCommand;

/// The commands about containers.
public final class ContainerCommands {
    private ContainerCommands() {}

    /// A command a line: its name, docker's other spellings, and where it is made.
    public static void read(CommandTable.Reader table) {
        if (table.asks("attach", "container attach")) table.take(AttachCommand.spec());
        if (table.asks("commit", "container commit")) table.take(CommitCommand.spec());
        if (table.asks("container inspect")) table.take(InspectCommand.ofContainers());
        if (table.asks("cp", "container cp")) table.take(CpCommand.spec());
        if (table.asks("create", "container create")) table.take(CreateCommand.spec());
        if (table.asks("diff", "container diff")) table.take(DiffCommand.spec());
        if (table.asks("exec", "container exec")) table.take(ExecCommand.spec());
        if (table.asks("export", "container export")) table.take(ExportCommand.spec());
        if (table.asks("kill", "container kill")) table.take(KillCommand.spec());
        if (table.asks("logs", "container logs")) table.take(LogsCommand.spec());
        if (table.asks("pause", "container pause")) table.take(PauseCommand.spec());
        if (table.asks("port", "container port")) table.take(PortCommand.spec());
        if (table.asks("container prune")) table.take(PruneCommand.spec());
        if (table.asks("ps", "container ls", "container list", "container ps")) table.take(PsCommand.spec());
        if (table.asks("rename", "container rename")) table.take(RenameCommand.spec());
        if (table.asks("restart", "container restart")) table.take(RestartCommand.spec());
        if (table.asks("rm", "container rm", "container remove")) table.take(RmCommand.spec());
        if (table.asks("run", "container run")) table.take(RunCommand.spec());
        if (table.asks("start", "container start")) table.take(StartCommand.spec());
        if (table.asks("stats", "container stats")) table.take(StatsCommand.spec());
        if (table.asks("stop", "container stop")) table.take(StopCommand.spec());
        if (table.asks("top", "container top")) table.take(TopCommand.spec());
        if (table.asks("unpause", "container unpause")) table.take(UnpauseCommand.spec());
        if (table.asks("update", "container update")) table.take(UpdateCommand.spec());
        if (table.asks("wait", "container wait")) table.take(WaitCommand.spec());
    }
}
