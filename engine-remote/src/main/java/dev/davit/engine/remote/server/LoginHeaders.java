package dev.davit.engine.remote.server;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.Credentials;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Logins as clients send them: JSON in base64url, padded or not, in a header.
final class LoginHeaders {
    private LoginHeaders() {}

    /// `X-Registry-Auth`: one login. One that says nothing is nobody's, and so, as for dockerd, is one that makes no sense.
    static Optional<Credentials> one(Call call) {
        return decoded(call, "X-Registry-Auth").flatMap(document -> of(document, document.string("serveraddress")));
    }

    /// `X-Registry-Config`: logins by registry.
    static List<Credentials> all(Call call) {
        var all = new ArrayList<Credentials>();
        decoded(call, "X-Registry-Config").ifPresent(document -> document.members().forEach((registry, login) -> {
            if (login instanceof JsonObject one) of(one, registry).ifPresent(all::add);
        }));
        return all;
    }

    /// @param registry whose it is
    static Optional<Credentials> of(JsonObject document, String registry) {
        if (!document.string("registrytoken").isEmpty()) {
            throw Call.invalid("a registry token cannot be used here: log in by name and password, or with an identity token");
        }
        var login = new Credentials(registry, document.string("username"), document.string("password"), document.string("identitytoken"));
        boolean nobody = login.username().isEmpty() && login.password().isEmpty() && login.identityToken().isEmpty();
        return nobody ? Optional.empty() : Optional.of(login);
    }

    private static Optional<JsonObject> decoded(Call call, String header) {
        String text = call.exchange().headers().get(header).orElse("").replace('+', '-').replace('/', '_');
        if (text.isEmpty()) return Optional.empty();
        try {
            return Json.parse(Base64.getUrlDecoder().decode(text)) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }
}
