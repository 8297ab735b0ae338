package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.TemplateFlag;
import dev.davit.engine.document.Json;
import dev.davit.format.list.InfoText;
import java.util.Optional;

/// `davit info`.
public final class InfoCommand {
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", 'f', "json, or a Go template");

    private InfoCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("info", "[OPTIONS]", "Show how the engine and its host are set up")
                .flags(FORMAT)
                .runs(InfoCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = TemplateFlag.read(typed, FORMAT);
        var engine = context.engine();
        var info = Json.parse(engine.system().info().document().json());
        TemplateFlag.print(context, () -> InfoText.print(info, context.engineReason().get(), format));
        return ExitCode.OK;
    }
}
