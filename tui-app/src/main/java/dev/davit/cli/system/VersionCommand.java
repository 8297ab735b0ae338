package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.TemplateFlag;
import dev.davit.engine.EngineException;
import dev.davit.format.list.VersionText;
import java.util.Optional;

/// `davit version`.
public final class VersionCommand {
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", 'f', "json, or a Go template");

    private VersionCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("version", "[OPTIONS]", "Show the versions of davit and its engine")
                .flags(FORMAT)
                .runs(VersionCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var text = new VersionText(TemplateFlag.read(typed, FORMAT), context.zone());
        try {
            var engine = context.engine();
            var version = engine.system().version();
            String spoken = engine.info().apiVersion();
            String reason = context.engineReason().get();
            TemplateFlag.print(context, () -> text.print(Optional.of(version), spoken, reason));
            return ExitCode.OK;
        } catch (EngineException.Unavailable | EngineException.Denied e) {
            context.print(text.print(Optional.empty(), "", ""));
            context.complain(e);
            return ExitCode.FAILED;
        }
    }
}
