package dev.davit.engine.remote;

import dev.davit.engine.Filters;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A request target while it is put together: path segments and parameters are percent-encoded on the way in.
final class Query {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final StringBuilder target;
    private boolean first = true;

    private Query(String path) {
        target = new StringBuilder(path);
    }

    /// A path whose every second part comes from outside: `Query.of("/containers/", name, "/json")`. What comes from
    /// outside is one segment: its slashes, dots and question marks cannot lead elsewhere.
    static Query of(String... parts) {
        var path = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) path.append(parts[i]);
            else encode(parts[i], path, false);
        }
        return new Query(path.toString());
    }

    /// A path with an image's name in it: the name's slashes stay, as the daemon's routes want them.
    static Query ofImage(String start, String name, String rest) {
        var path = new StringBuilder(start);
        encode(name, path, true);
        return new Query(path.append(rest).toString());
    }

    /// A target that somebody else has encoded.
    static Query encoded(String target) {
        var query = new Query(target);
        query.first = target.indexOf('?') < 0;
        return query;
    }

    Query with(String name, String value) {
        target.append(first ? '?' : '&').append(name).append('=');
        first = false;
        encode(value, target, false);
        return this;
    }

    Query with(String name, Optional<String> value) {
        return value.isPresent() ? with(name, value.get()) : this;
    }

    Query flag(String name, boolean on) {
        return on ? with(name, "1") : this;
    }

    Query filters(Filters filters) {
        if (filters.isEmpty()) return this;
        var object = JsonObject.builder();
        for (var entry : filters.values().entrySet()) {
            var wanted = JsonObject.builder();
            for (String value : entry.getValue()) wanted.put(value, true);
            object.put(entry.getKey(), (Json) wanted.build());
        }
        return with("filters", object.build().text(JsonStyle.WIRE));
    }

    private static void encode(String text, StringBuilder out, boolean keepSlashes) {
        if (text.equals(".") || text.equals("..")) {
            // A lone dot segment would be folded away by the daemon's router.
            out.append("%2E".repeat(text.length()));
            return;
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0 || (keepSlashes && (c == '/' || c == ':' || c == '@'))) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
