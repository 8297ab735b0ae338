package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.TransferProgress;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.http.Headers;
import dev.davit.engine.remote.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// `POST /images/create`: the news of a pull as they come. An error inside the stream ends it as an exception.
final class PullFeed extends StreamFeed<TransferProgress> {
    private final String what;
    private final JsonLines lines;

    private PullFeed(Daemon daemon, String what, Response response) {
        super(daemon, what, response);
        this.what = what;
        this.lines = new JsonLines(response.body());
    }

    static PullFeed open(Daemon daemon, PullRequest request) {
        String what = "pull image " + request.reference();
        var name = ImageName.of(request.reference().text());
        var target = Query.of("/images/create").with("fromImage", name.repository());
        if (!request.allTags()) target.with("tag", name.tag());
        target.with("platform", request.platform());
        var headers = new Headers();
        request.credentials().ifPresent(login -> headers.add("X-Registry-Auth", header(login)));
        return new PullFeed(daemon, what, daemon.open(what, "POST", target, Body.NONE, headers));
    }

    /// The registry's credentials as the API wants them: base64url of a JSON object.
    private static String header(Credentials login) {
        String json = JsonObject.builder()
                .put("username", login.username())
                .put("password", login.password())
                .put("serveraddress", login.registry())
                .put("identitytoken", login.identityToken())
                .build()
                .text(JsonStyle.WIRE);
        return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Optional<TransferProgress> read() throws IOException {
        var line = lines.next();
        return line.isEmpty() ? Optional.empty() : Optional.of(progress(line.get()));
    }

    private TransferProgress progress(String line) {
        JsonObject news;
        try {
            if (!(Json.parse(line) instanceof JsonObject object)) {
                throw new EngineException.Failed("cannot " + what + ": the daemon's news are no JSON object");
            }
            news = object;
        } catch (JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's news make no sense (" + e.getMessage() + ")", e);
        }
        String error = news.object("errorDetail").string("message");
        if (error.isEmpty()) error = news.string("error");
        if (!error.isEmpty()) throw failure(error);
        var detail = news.object("progressDetail");
        return new TransferProgress(
                news.string("id"), news.string("status"), detail.integer("current"), detail.integer("total"));
    }

    private EngineException failure(String error) {
        String sentence = "cannot " + what + ": " + error;
        boolean missing = error.contains("not found") || error.contains("manifest unknown");
        if (missing) return new EngineException.NotFound(sentence);
        boolean refused = error.contains("unauthorized") || error.contains("access denied") || error.contains("no basic auth");
        return refused ? new EngineException.Denied(sentence) : new EngineException.Failed(sentence);
    }
}
