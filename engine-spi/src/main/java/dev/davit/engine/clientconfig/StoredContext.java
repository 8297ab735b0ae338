package dev.davit.engine.clientconfig;

import dev.davit.engine.document.JsonBoolean;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A context as it is kept: docker's document, with whatever else is in it, and the TLS files of its endpoints.
///
/// @param document `Name`, `Metadata`, `Endpoints`
/// @param tls files by `ENDPOINT/FILE`: `docker/ca.pem`
public record StoredContext(JsonObject document, SequencedMap<String, byte[]> tls) {
    private static final String ENDPOINT = "docker";

    public StoredContext {
        tls = new TreeMap<>(tls);
    }

    /// Its name, as the document has it.
    public String name() {
        return document.string("Name");
    }

    /// The user's words on it, or empty.
    public String description() {
        return document.object("Metadata").string("Description");
    }

    /// The address of its daemon, or empty.
    public String host() {
        return document.object("Endpoints").object(ENDPOINT).string("Host");
    }

    /// The names of an endpoint's TLS files.
    public List<String> files(String endpoint) {
        return tls.keySet().stream().filter(name -> name.startsWith(endpoint + "/")).map(name -> name.substring(endpoint.length() + 1)).toList();
    }

    /// The same under another name.
    public StoredContext named(String name) {
        var members = new LinkedHashMap<>(document.members());
        // docker's order, whatever the document's was
        members.putFirst("Name", new JsonString(name));
        return new StoredContext(new JsonObject(members), tls);
    }

    /// The same with other words on it.
    public StoredContext described(String description) {
        var metadata = new LinkedHashMap<>(document.object("Metadata").members());
        if (description.isEmpty()) metadata.remove("Description");
        else metadata.put("Description", new JsonString(description));
        return with("Metadata", new JsonObject(metadata), tls);
    }

    /// The same with another way to its daemon, and the TLS files of that.
    ///
    /// @param files by name: `ca.pem`
    public StoredContext reaching(String host, boolean skipTlsVerify, SequencedMap<String, byte[]> files) {
        var endpoint = JsonObject.builder();
        if (!host.isEmpty()) endpoint.put("Host", host);
        var endpoints = new LinkedHashMap<>(document.object("Endpoints").members());
        endpoints.put(ENDPOINT, endpoint.put("SkipTLSVerify", skipTlsVerify).build());
        var others = new TreeMap<>(tls);
        others.keySet().removeAll(new ArrayList<>(tls.keySet().stream().filter(name -> name.startsWith(ENDPOINT + "/")).toList()));
        files.forEach((name, content) -> others.put(ENDPOINT + "/" + name, content));
        return with("Endpoints", new JsonObject(endpoints), others);
    }

    /// The same with the way of another one.
    public StoredContext reachingAs(StoredContext other) {
        var endpoint = other.document.object("Endpoints").object(ENDPOINT);
        var files = new LinkedHashMap<String, byte[]>();
        for (String name : other.files(ENDPOINT)) files.put(name, other.tls.get(ENDPOINT + "/" + name));
        return reaching(endpoint.string("Host"), endpoint.get("SkipTLSVerify").filter(v -> v instanceof JsonBoolean(boolean on) && on).isPresent(), files);
    }

    private StoredContext with(String member, JsonObject value, SequencedMap<String, byte[]> files) {
        var members = new LinkedHashMap<>(document.members());
        members.put(member, value);
        return new StoredContext(new JsonObject(members), files);
    }

    /// A context that says nothing yet.
    public static StoredContext empty(String name) {
        var document = JsonObject.builder()
                .put("Name", name)
                .put("Metadata", JsonObject.empty())
                .put("Endpoints", JsonObject.empty())
                .build();
        return new StoredContext(document, new LinkedHashMap<>());
    }

    /// Without the files: they may be keys.
    @Override
    public String toString() {
        return document.toString();
    }
}
