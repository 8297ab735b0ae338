package dev.davit.format.list;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.system.EngineVersion;
import dev.davit.format.DockerFunctions;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.ValueJson;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/// `davit version`: the client's part is ours, the server's is laid out as docker lays it out.
public final class VersionText {
    /// The version of this build.
    public static final String DAVIT = "0.1.0";

    private static final DateTimeFormatter BUILT = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ROOT);

    private final String format;
    private final ZoneId zone;

    /// @param format empty, `json`, or a template over `.Client` and `.Server`
    public VersionText(String format, ZoneId zone) {
        this.format = format.strip();
        this.zone = zone;
    }

    /// The text with its line end.
    ///
    /// @param server empty when no engine answers
    /// @param spoken the API version in use
    /// @param reason which engine was chosen and why
    public String print(Optional<EngineVersion> server, String spoken, String reason) {
        var document = document(server, spoken, reason);
        if (format.equals("json")) return document.text(JsonStyle.COMPACT) + "\n";
        if (!format.isEmpty()) {
            try {
                var typed = ValueJson.typed(document, DocumentTypes.of("davit.Versions"));
                return Template.parse(format, DockerFunctions.ALL).strict().execute(typed.orElseGet(() -> ValueJson.untyped(document)))
                        + "\n";
            } catch (TemplateException e) {
                throw new TemplateException("template parsing error: " + e.getMessage());
            }
        }
        return client(document.object("Client")) + server.map(s -> server(document.object("Server"))).orElse("");
    }

    private static JsonObject document(Optional<EngineVersion> server, String spoken, String reason) {
        var client = JsonObject.builder()
                .put("Version", DAVIT)
                .put("ApiVersion", spoken)
                .put("JavaVersion", Runtime.version().toString())
                .put("Os", System.getProperty("os.name", "").toLowerCase(Locale.ROOT))
                .put("Arch", arch())
                .put("Engine", reason)
                .build();
        Json part = server.<Json>map(s -> Json.parse(s.document().json())).orElse(JsonNull.NULL);
        return JsonObject.builder().put("Client", (Json) client).put("Server", part).build();
    }

    private static String arch() {
        String arch = System.getProperty("os.arch", "");
        return arch.equals("aarch64") ? "arm64" : arch;
    }

    private static String client(JsonObject client) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Version", client.string("Version"));
        if (!client.string("ApiVersion").isEmpty()) lines.put("API version", client.string("ApiVersion"));
        lines.put("Java version", client.string("JavaVersion"));
        lines.put("OS/Arch", client.string("Os") + "/" + client.string("Arch"));
        if (!client.string("Engine").isEmpty()) lines.put("Engine", client.string("Engine"));
        var out = new StringBuilder("Client: Davit\n");
        lines.forEach((name, value) -> line(out, " ", name, value));
        return out.toString();
    }

    private String server(JsonObject server) {
        String platform = server.object("Platform").string("Name");
        var out = new StringBuilder("\nServer:").append(platform.isEmpty() ? "" : " " + platform).append('\n');
        for (var part : server.array("Components").objects()) {
            var details = part.object("Details");
            out.append(' ').append(part.string("Name")).append(":\n");
            line(out, "  ", "Version", part.string("Version"));
            if (part.string("Name").equals("Engine")) {
                line(out, "  ", "API version", details.string("ApiVersion") + " (minimum version "
                        + details.string("MinAPIVersion") + ")");
                line(out, "  ", "Go version", details.string("GoVersion"));
                line(out, "  ", "Git commit", details.string("GitCommit"));
                line(out, "  ", "Built", built(details.string("BuildTime")));
                line(out, "  ", "OS/Arch", details.string("Os") + "/" + details.string("Arch"));
                line(out, "  ", "Experimental", details.string("Experimental"));
            } else {
                details.members().keySet().stream().sorted().forEach(name -> line(out, "  ", name, details.string(name)));
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String indent, String name, String value) {
        int width = 19 - indent.length();
        out.append(indent).append(name).append(':').repeat(' ', Math.max(1, width - name.length() - 1)).append(value).append('\n');
    }

    /// Some daemons write the time of their build in RFC 3339, others in words already.
    private String built(String time) {
        try {
            return BUILT.format(OffsetDateTime.parse(time).atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            return time;
        }
    }
}
