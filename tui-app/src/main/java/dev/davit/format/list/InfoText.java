package dev.davit.format.list;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.document.JsonStyle;
import dev.davit.format.DockerFunctions;
import dev.davit.format.Sizes;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.ValueJson;
import java.util.List;

/// `davit info`: docker's layout of the engine's document.
public final class InfoText {
    private final JsonObject info;
    private final StringBuilder out = new StringBuilder();

    private InfoText(JsonObject info) {
        this.info = info;
    }

    /// The text with its line end.
    ///
    /// @param document the engine's own
    /// @param reason which engine was chosen and why
    /// @param format empty, `json`, or a template
    public static String print(Json document, String reason, String format) {
        String wanted = format.strip();
        if (wanted.equals("json")) return document.text(JsonStyle.COMPACT) + "\n";
        if (!wanted.isEmpty()) {
            try {
                return Template.parse(wanted, DockerFunctions.ALL).strict().execute(ValueJson.untyped(document)) + "\n";
            } catch (TemplateException e) {
                throw new TemplateException("template parsing error: " + e.getMessage());
            }
        }
        var text = new InfoText(document instanceof JsonObject object ? object : JsonObject.empty());
        text.out.append("Client: Davit\n Version:    ").append(VersionText.DAVIT).append("\n Engine:     ").append(reason);
        text.out.append("\n\nServer:\n");
        text.server();
        return text.out.toString();
    }

    private void server() {
        number(" Containers", "Containers");
        number("  Running", "ContainersRunning");
        number("  Paused", "ContainersPaused");
        number("  Stopped", "ContainersStopped");
        number(" Images", "Images");
        text(" Server Version", "ServerVersion");
        text(" Storage Driver", "Driver");
        for (var pair : info.array("DriverStatus").items()) {
            if (pair instanceof JsonArray(var items) && items.size() == 2) line("  " + word(items.get(0)), word(items.get(1)));
        }
        text(" Logging Driver", "LoggingDriver");
        text(" Cgroup Driver", "CgroupDriver");
        text(" Cgroup Version", "CgroupVersion");
        out.append(" Plugins:\n");
        for (String kind : List.of("Volume", "Network", "Authorization", "Log")) {
            var names = info.object("Plugins").array(kind).strings();
            if (!names.isEmpty()) line("  " + kind, String.join(" ", names));
        }
        line(" Swarm", info.object("Swarm").string("LocalNodeState"));
        line(" Runtimes", String.join(" ", info.object("Runtimes").members().keySet().stream().sorted().toList()));
        text(" Default Runtime", "DefaultRuntime");
        text(" Init Binary", "InitBinary");
        line(" containerd version", info.object("ContainerdCommit").string("ID"));
        line(" runc version", info.object("RuncCommit").string("ID"));
        line(" init version", info.object("InitCommit").string("ID"));
        security();
        text(" Kernel Version", "KernelVersion");
        text(" Operating System", "OperatingSystem");
        text(" OSType", "OSType");
        text(" Architecture", "Architecture");
        number(" CPUs", "NCPU");
        line(" Total Memory", Sizes.binary(info.integer("MemTotal")));
        text(" Name", "Name");
        text(" ID", "ID");
        text(" Docker Root Dir", "DockerRootDir");
        line(" Debug Mode", Boolean.toString(info.flag("Debug")));
        line(" Experimental", Boolean.toString(info.flag("ExperimentalBuild")));
        list(" Insecure Registries", info.object("RegistryConfig").array("InsecureRegistryCIDRs").strings());
        list(" Registry Mirrors", info.object("RegistryConfig").array("Mirrors").strings());
        line(" Live Restore Enabled", Boolean.toString(info.flag("LiveRestoreEnabled")));
        out.append('\n');
        info.array("Warnings").strings().forEach(warning -> out.append(warning).append('\n'));
    }

    private void security() {
        out.append(" Security Options:\n");
        for (String option : info.array("SecurityOptions").strings()) {
            for (String part : option.split(",", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? "" : part.substring(0, equals);
                if (equals < 0 || name.equals("name")) out.append("  ").append(part.substring(equals + 1)).append('\n');
                else line("   " + Character.toUpperCase(name.charAt(0)) + name.substring(1), part.substring(equals + 1));
            }
        }
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) return;
        out.append(title).append(":\n");
        items.forEach(item -> out.append("  ").append(item).append('\n'));
    }

    private static String word(Json value) {
        return value instanceof JsonString(var text) ? text : value.text(JsonStyle.WIRE);
    }

    private void number(String title, String member) {
        line(title, Long.toString(info.integer(member)));
    }

    private void text(String title, String member) {
        line(title, info.string(member));
    }

    private void line(String title, String value) {
        out.append(title).append(": ").append(value).append('\n');
    }
}
