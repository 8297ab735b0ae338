package dev.davit.engine.remote;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.remote.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A registry's credentials as the API wants them: a header with the base64url of a JSON object.
final class RegistryAuth {
    private RegistryAuth() {}

    /// Nobody's are an empty object: a daemon refuses to push without any.
    static Headers headers(Optional<Credentials> login) {
        return new Headers().add("X-Registry-Auth", encoded(login.map(RegistryAuth::document).orElse(JsonObject.empty())));
    }

    /// All logins, by registry, for a build that may pull from any of them.
    static Headers headers(List<Credentials> logins) {
        if (logins.isEmpty()) return new Headers();
        var all = JsonObject.builder();
        for (var login : logins) all.put(login.registry(), (Json) document(login));
        return new Headers().add("X-Registry-Config", encoded(all.build()));
    }

    private static String encoded(JsonObject document) {
        return Base64.getUrlEncoder().encodeToString(document.text(JsonStyle.WIRE).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject document(Credentials login) {
        return JsonObject.builder()
                .put("username", login.username())
                .put("password", login.password())
                .put("serveraddress", login.registry())
                .put("identitytoken", login.identityToken())
                .build();
    }
}
