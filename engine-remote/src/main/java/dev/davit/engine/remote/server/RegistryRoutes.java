package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.Registries;
import dev.davit.engine.image.SearchRequest;
import dev.davit.engine.image.SearchResult;
import java.io.IOException;
import java.util.OptionalInt;

/// Registries as the engine reaches them: `/auth`, `/images/search`, `/distribution`.
final class RegistryRoutes {
    private final Registries registries;

    RegistryRoutes(Registries registries) {
        this.registries = registries;
    }

    void into(Router router) {
        router.on("POST", "/auth", this::login)
                .on("GET", "/images/search", this::search)
                .on("GET", "/distribution/{name*}/json", this::describe);
    }

    private void describe(Call call) throws IOException {
        try {
            call.answer(registries.describe(new ImageRef(call.name("name")), LoginHeaders.one(call)).document());
        } catch (EngineException.Denied e) {
            call.answer(401, JsonObject.builder().put("message", e.reason()).build());
        }
    }

    private void login(Call call) throws IOException {
        var document = call.document();
        String registry = document.string("serveraddress");
        var credentials = LoginHeaders.of(document, registry).orElseGet(() -> new Credentials(registry, "", "", ""));
        try {
            var answer = registries.login(credentials);
            call.answer(JsonObject.builder().put("IdentityToken", answer.identityToken()).put("Status", answer.status()).build());
        } catch (EngineException.Denied e) {
            call.answer(401, JsonObject.builder().put("message", e.reason()).build());
        }
    }

    private void search(Call call) throws IOException {
        var limit = call.number("limit").map(Math::toIntExact).map(OptionalInt::of).orElse(OptionalInt.empty());
        var request = new SearchRequest(call.text("term"), limit, call.filters(), LoginHeaders.one(call));
        call.answer(new JsonArray(registries.search(request).stream().<Json>map(RegistryRoutes::found).toList()));
    }

    private static JsonObject found(SearchResult result) {
        return JsonObject.builder()
                .put("star_count", result.stars())
                .put("is_official", result.official())
                .put("name", result.name())
                .put("is_automated", result.automated())
                .put("description", result.description())
                .build();
    }
}
