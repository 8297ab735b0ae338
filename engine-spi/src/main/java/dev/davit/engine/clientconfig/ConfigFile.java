package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.image.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Docker's `config.json`, as it was when it was read. A file that is not there is an empty one.
///
/// @see <a href="https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties">its properties</a>
public final class ConfigFile {
    private static final String WHAT = "docker's configuration";
    private static final List<String> PROXY_KEYS = List.of("httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy");

    private final Path file;
    private final JsonObject document;

    ConfigFile(Path file, JsonObject document) {
        this.file = file;
        this.document = document;
    }

    /// Reads the file.
    ///
    /// @throws EngineException.Invalid when it is not a JSON object; the sentence names the file, line and column
    /// @throws EngineException.Failed when it cannot be read
    public static ConfigFile read(ClientEnvironment environment) {
        var file = environment.configFile();
        return new ConfigFile(file, JsonFile.read(file, WHAT).orElse(JsonObject.empty()));
    }

    /// The file, whether it exists or not.
    public Path file() {
        return file;
    }

    /// The keys that detach from a container, `ctrl-p,ctrl-q` in docker's spelling, where the user chose them.
    public Optional<String> detachKeys() {
        return text("detachKeys");
    }

    /// The context that `docker context use` chose; the default one has no entry.
    public Optional<String> currentContext() {
        return text("currentContext").filter(name -> !name.equals(DockerContext.DEFAULT));
    }

    /// The template that a listing uses when the command names none.
    ///
    /// @param listing docker's word before `Format`: `ps`, `images`, `networks`, `volumes`, `stats`, `plugins`, …
    public Optional<String> format(String listing) {
        return text(listing + "Format");
    }

    /// Filters that every `prune` adds, as `label=keep`.
    public List<String> pruneFilters() {
        return switch (document.get("pruneFilters").orElse(JsonNull.NULL)) {
            case JsonArray array -> array.strings();
            case JsonNull _ -> List.of();
            default -> throw wrong("pruneFilters is not an array");
        };
    }

    /// Headers that are sent with every request to a daemon.
    public Map<String, String> httpHeaders() {
        return strings("HttpHeaders");
    }

    /// Environment variables for new containers and builds, in both spellings (`HTTP_PROXY`, `http_proxy`).
    ///
    /// @param daemon the daemon's address, which may have settings of its own
    public SequencedMap<String, String> proxyVariables(String daemon) {
        var proxies = object("proxies");
        var chosen = proxies.object(proxies.get(daemon).isPresent() ? daemon : "default");
        var variables = new LinkedHashMap<String, String>();
        for (var key : PROXY_KEYS) {
            var value = chosen.string(key);
            if (value.isEmpty()) continue;
            var name = key.substring(0, key.length() - "Proxy".length()) + "_proxy";
            variables.put(name.toUpperCase(Locale.ROOT), value);
            variables.put(name, value);
        }
        return variables;
    }

    /// The helper that keeps a registry's login, where one is configured: `docker-credential-` and this word.
    Optional<String> helperFor(RegistryKey registry) {
        return Optional.ofNullable(strings("credHelpers").get(registry.text())).or(this::commonHelper);
    }

    Optional<String> commonHelper() {
        return text("credsStore");
    }

    /// The helpers by registry.
    Map<String, String> helpers() {
        return strings("credHelpers");
    }

    /// Whether any login, or a place for logins, is named.
    boolean knowsLogins() {
        return commonHelper().isPresent()
                || !strings("credHelpers").isEmpty()
                || !object("auths").members().isEmpty();
    }

    /// The registries that have an entry, also an empty one (then a helper has the secret).
    List<String> registries() {
        return List.copyOf(object("auths").members().keySet());
    }

    /// A login that is in the file itself. Old files have whole URLs as keys; the registry's host finds them.
    Optional<Credentials> login(RegistryKey registry) {
        var auths = object("auths");
        var exact = auths.get(registry.text());
        if (exact.isPresent()) return decode(registry.text(), exact.get());
        for (var entry : auths.members().entrySet()) {
            if (RegistryKey.hostOf(entry.getKey()).equals(registry.text())) return decode(entry.getKey(), entry.getValue());
        }
        return Optional.empty();
    }

    private Optional<Credentials> decode(String key, Json value) {
        if (!(value instanceof JsonObject entry)) throw wrong("the entry of " + key + " is not an object");
        var username = entry.string("username");
        var password = entry.string("password");
        var auth = entry.string("auth");
        if (!auth.isEmpty()) {
            var decoded = base64(auth, key);
            int colon = decoded.indexOf(':');
            if (colon < 1) throw wrong("the entry of " + key + " has an auth that is not user:password in base64");
            username = decoded.substring(0, colon);
            // some tools pad it with zero bytes
            password = decoded.substring(colon + 1).replaceAll("^\0+|\0+$", "");
        }
        var token = entry.string("identitytoken");
        if (username.isEmpty() && token.isEmpty()) return Optional.empty();
        return Optional.of(new Credentials(key, username, token.isEmpty() ? password : "", token));
    }

    private String base64(String auth, String key) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // its message quotes the secret
            throw wrong("the entry of " + key + " has an auth that is not base64");
        }
    }

    /// Writes the file with one member changed; all others stay, known or not.
    void write(String name, Json value) {
        var members = new LinkedHashMap<>(document.members());
        members.put(name, value);
        JsonFile.write(file, new JsonObject(members), WHAT);
    }

    /// Writes the file without one member, where it has that.
    void remove(String name) {
        if (document.get(name).isEmpty()) return;
        var members = new LinkedHashMap<>(document.members());
        members.remove(name);
        JsonFile.write(file, new JsonObject(members), WHAT);
    }

    private Optional<String> text(String name) {
        return switch (document.get(name).orElse(JsonNull.NULL)) {
            case JsonString(var value) -> Optional.of(value).filter(text -> !text.isEmpty());
            case JsonNull _ -> Optional.empty();
            default -> throw wrong(name + " is not a string");
        };
    }

    JsonObject object(String name) {
        return switch (document.get(name).orElse(JsonNull.NULL)) {
            case JsonObject value -> value;
            case JsonNull _ -> JsonObject.empty();
            default -> throw wrong(name + " is not an object");
        };
    }

    private SequencedMap<String, String> strings(String name) {
        var values = new LinkedHashMap<String, String>();
        object(name).members().forEach((key, value) -> {
            if (!(value instanceof JsonString(var text))) throw wrong(name + " has no string for " + key);
            values.put(key, text);
        });
        return values;
    }

    private EngineException wrong(String what) {
        return new EngineException.Invalid("cannot use " + WHAT + " " + file + ": " + what);
    }

    /// Without its content: that holds secrets.
    @Override
    public String toString() {
        return WHAT + " " + file;
    }
}
