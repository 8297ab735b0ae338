package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.TemplateFlag;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.document.JsonStyle;
import dev.davit.format.list.InspectPrinter;
import dev.davit.format.list.InspectPrinter.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `davit context inspect`.
final class InspectContextCommand {
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", 'f', "json, or a Go template");
    private static final String NOWHERE = "<IN MEMORY>";

    private InspectContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context inspect", "[OPTIONS] [CONTEXT] [CONTEXT...]", "Show everything about contexts")
                .flags(FORMAT)
                .argumentsFrom(0)
                .runs(InspectContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var printer = new InspectPrinter(TemplateFlag.read(typed, FORMAT));
        var contexts = Contexts.of(context);
        var found = new ArrayList<Found>();
        var complaints = new ArrayList<String>();
        for (String name : typed.arguments().isEmpty() ? List.of(contexts.current()) : typed.arguments()) {
            try {
                found.add(new Found(InspectPrinter.Kind.CONTEXT, document(name, contexts).text(JsonStyle.COMPACT)));
            } catch (EngineException e) {
                complaints.add(String.valueOf(e.getMessage()));
            }
        }
        TemplateFlag.print(context, () -> printer.print(found));
        complaints.forEach(context::complain);
        return complaints.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static JsonObject document(String name, Contexts contexts) {
        var stored = contexts.read("inspect context " + name, name);
        boolean isFile = !name.equals(DockerContext.DEFAULT);
        var material = JsonObject.builder();
        for (String endpoint : stored.document().object("Endpoints").members().keySet()) {
            var files = stored.files(endpoint);
            if (!files.isEmpty()) material.put(endpoint, new JsonArray(List.copyOf(files.stream().map(JsonString::new).toList())));
        }
        var storage = JsonObject.builder()
                .put("MetadataPath", isFile ? contexts.store().metaFolder(name).toString() : NOWHERE)
                .put("TLSPath", isFile ? contexts.store().tlsFolder(name).toString() : NOWHERE);
        return JsonObject.builder()
                .put("Name", stored.name())
                .put("Metadata", stored.document().object("Metadata"))
                .put("Endpoints", stored.document().object("Endpoints"))
                .put("TLSMaterial", material.build())
                .put("Storage", storage.build())
                .build();
    }
}
