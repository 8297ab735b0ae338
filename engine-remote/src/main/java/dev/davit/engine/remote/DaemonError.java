package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.remote.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// What a daemon's refusal means.
final class DaemonError {
    private static final int MAXIMUM_REASON = 1 << 20;

    /// Reasons that dockerd answers with 500 although nothing failed but the request. Found by holding the engine contract
    /// against 20.10; later versions answer some of them properly.
    private static final List<String> CONFLICTS = List.of(" is not paused");

    private static final List<String> MISTAKES = List.of(
            "multiple IDs found with provided prefix",
            "does not support signal",
            "invalid volume specification",
            "invalid reference format",
            "invalid tag format",
            "extraction point is not a directory",
            "unable to find user",
            "unable to find group",
            "strconv.Atoi: parsing",
            "strconv.ParseUint: parsing",
            "failed to parse value as time or duration",
            "invalid filter",
            "invalid CIDR address",
            "Requested address is out of range");

    private static final List<String> DENIALS = List.of(
            "failed with status: 401 Unauthorized", "is not connected to network ", "is not connected to the network ");

    private static final List<String> ABSENCES = List.of("no such container ");

    private static final Pattern LINE_END = Pattern.compile("([:;,.]?)\\s*[\r\n]\\s*");

    private DaemonError() {}

    /// The error for an answer that is no success.
    ///
    /// @param what what was being tried: `stop container web`
    static EngineException of(String what, Response response) throws IOException {
        String words = words(response.text(MAXIMUM_REASON));
        return of(what, response, words).because(words);
    }

    private static EngineException of(String what, Response response, String words) {
        String reason = decapitalised(oneLine(words));
        String sentence = "cannot " + what + ": " + (reason.isEmpty() ? "the daemon answered " + response.status() : reason);
        var podmans = response.headers().get(PodmanRefusal.HEADER).flatMap(_ -> PodmanRefusal.of(reason, what));
        if (podmans.isPresent()) return podmans.get();
        return switch (response.status()) {
            // A path with dots or double slashes in it is sent on to a clean one: the name that put them there means nothing.
            case 301, 307, 308 -> new EngineException.NotFound("cannot " + what + ": the daemon knows nothing of that name");
            case 400, 413, 416 -> new EngineException.Invalid(sentence);
            case 401, 403 -> new EngineException.Denied(sentence);
            case 404 -> reason.equals(PodmanRefusal.NO_SUCH_CALL)
                    ? new EngineException.Failed("cannot " + what + ": the daemon's API has no such call")
                    : new EngineException.NotFound(sentence);
            case 405, 501 -> new EngineException.Unsupported(
                    response.headers().get("Davit-Error").map(Feature::valueOf).orElse(Feature.SWARM), sentence);
            case 409 -> new EngineException.Conflict(sentence);
            default -> byReason(reason, sentence);
        };
    }

    private static EngineException byReason(String reason, String sentence) {
        if (CONFLICTS.stream().anyMatch(reason::contains)) return new EngineException.Conflict(sentence);
        if (MISTAKES.stream().anyMatch(reason::contains)) return new EngineException.Invalid(sentence);
        if (DENIALS.stream().anyMatch(reason::contains)) return new EngineException.Denied(sentence);
        if (ABSENCES.stream().anyMatch(reason::contains)) return new EngineException.NotFound(sentence);
        return new EngineException.Failed(sentence);
    }

    /// The reason in the body of an error, as one line: since 25 some have several.
    static String reason(String body) {
        return decapitalised(oneLine(words(body)));
    }

    /// The daemon's own words in the body of an error.
    private static String words(String body) {
        try {
            if (Json.parse(body) instanceof JsonObject object) {
                String message = object.string("message").isEmpty() ? object.string("error") : object.string("message");
                if (!message.isEmpty()) return message;
            }
        } catch (JsonException e) {
            // Older daemons and proxies answer in plain text: that is the reason then.
        }
        return body.strip();
    }

    private static String oneLine(String text) {
        return LINE_END.matcher(text.strip()).replaceAll(end -> end.group(1).isEmpty() ? "; " : end.group(1) + " ");
    }

    private static String decapitalised(String text) {
        boolean word = text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        String start = word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
        return start.endsWith(".") ? start.substring(0, start.length() - 1) : start;
    }
}
