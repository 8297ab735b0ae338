package dev.davit.cli;

import dev.davit.format.DockerFunctions;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import java.util.Optional;
import java.util.function.Supplier;

/// `--format` of the commands that show one document.
public final class TemplateFlag {
    private TemplateFlag() {}

    /// What was typed, empty for none.
    ///
    /// @throws UsageException with docker's own exit code when it is no template
    public static String read(Invocation typed, Flag<Optional<String>> flag) {
        String format = typed.get(flag).orElse("");
        try {
            Template.parse(format, DockerFunctions.ALL);
            return format;
        } catch (TemplateException e) {
            throw new UsageException("template parsing error: " + e.getMessage(), ExitCode.BAD_TEMPLATE);
        }
    }

    /// Prints what a template made; when it fails its reader finds an empty line, as docker has it.
    public static void print(CommandContext context, Supplier<String> text) {
        String made;
        try {
            made = text.get();
        } catch (TemplateException e) {
            context.print("\n");
            throw e;
        }
        context.print(made);
    }
}
