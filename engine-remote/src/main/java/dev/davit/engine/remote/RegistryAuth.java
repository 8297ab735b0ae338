package dev.davit.engine.remote;

import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.remote.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A registry's credentials as the API wants them: a header with the base64url of a JSON object.
final class RegistryAuth {
    private RegistryAuth() {}

    /// Nobody's are an empty object: a daemon refuses to push without any.
    static Headers headers(Optional<Credentials> login) {
        String json = login.map(RegistryAuth::document).orElse(JsonObject.empty()).text(JsonStyle.WIRE);
        return new Headers()
                .add("X-Registry-Auth", Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
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
