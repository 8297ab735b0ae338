package dev.davit.engine.remote.server;

import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.Vertex;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/// News of a build as the values that dockerd's classic builder streams: its lines of text, and beside them the image's id.
final class BuildLines {
    private static final String RED = "\u001b[91m";
    private static final String PLAIN = "\u001b[0m";
    private static final int ABBREVIATED = 12;

    private OptionalInt exitCode = OptionalInt.empty();

    /// What the command that failed ended with.
    OptionalInt exitCode() {
        return exitCode;
    }

    List<JsonObject> of(BuildProgress news) {
        return switch (news) {
            // The client that sent it knows.
            case BuildProgress.ContextSent _ -> List.of();
            case BuildProgress.Started(Vertex(_, var name, var step, var steps)) -> text("Step " + step + "/" + steps + " : " + name + "\n");
            case BuildProgress.Cached _ -> text(" ---> Using cache\n");
            case BuildProgress.Completed(_, var image) -> text(" ---> " + image.orElse("") + "\n");
            case BuildProgress.Failed failed -> {
                exitCode = failed.exitCode();
                yield List.of();
            }
            case BuildProgress.Log(_, var stream, var bytes) -> text(stream, new String(bytes, StandardCharsets.UTF_8));
            case BuildProgress.Note(_, var line) -> text(line + "\n");
            case BuildProgress.Fetching(_, var progress) -> List.of(TransferLines.line(progress));
            case BuildProgress.Warning(var text, var stream) -> text(stream, text);
            case BuildProgress.Built(var image) -> List.of(
                    JsonObject.builder().put("aux", (Json) JsonObject.builder().put("ID", image).build()).build(),
                    line("Successfully built " + abbreviated(image) + "\n"));
            case BuildProgress.Tagged(var name) -> text("Successfully tagged " + name + "\n");
        };
    }

    private static String abbreviated(String image) {
        String hex = image.substring(image.indexOf(':') + 1);
        return hex.substring(0, Math.min(hex.length(), ABBREVIATED));
    }

    private static List<JsonObject> text(StdStream stream, String text) {
        return text(stream == StdStream.STDERR ? RED + text + PLAIN : text);
    }

    private static List<JsonObject> text(String text) {
        return List.of(line(text));
    }

    static JsonObject line(String text) {
        return JsonObject.builder().put("stream", text).build();
    }
}
