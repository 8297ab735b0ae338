package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.remote.ApiVersion;
import dev.davit.engine.remote.http.Headers;
import dev.davit.engine.remote.server.http.BadRequest;
import dev.davit.engine.remote.server.http.Exchange;
import dev.davit.engine.remote.server.http.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the handler of a request, and turns what goes wrong into docker's errors.
final class Router implements HttpServer.Handler {
    /// The oldest and the newest version of the API that is spoken.
    static final ApiVersion OLDEST = new ApiVersion(1, 24);

    static final ApiVersion NEWEST = new ApiVersion(1, 43);

    /// Answers one kind of request.
    interface Handler {
        void handle(Call call) throws IOException;
    }

    private record Route(String method, List<String> pattern, Handler handler) {
        String text() {
            return method + " /" + String.join("/", pattern);
        }
    }

    private record Found(Route route, Map<String, String> names) {}

    private final Map<String, List<Route>> routes = new HashMap<>();
    private final Callers callers;
    private final Consumer<String> log;

    Router(Callers callers, Consumer<String> log) {
        this.callers = callers;
        this.log = log;
    }

    /// Adds a route.
    ///
    /// @param pattern segments; `{x}` stands for one of any text, `{x*}` for one or more
    Router on(String method, String pattern, Handler handler) {
        var segments = List.of(pattern.substring(1).split("/", -1));
        routes.computeIfAbsent(segments.getFirst(), _ -> new ArrayList<>()).add(new Route(method, segments, handler));
        return this;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.common("Api-Version", NEWEST.toString());
        exchange.common("Docker-Experimental", "false");
        exchange.common("Ostype", "linux");
        exchange.common("Server", "Davit (linux)");
        try {
            route(exchange);
        } catch (EngineException e) {
            fail(exchange, e);
        } catch (IllegalArgumentException e) {
            // A name, a number or a word that no value takes.
            fail(exchange, Call.invalid(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.accept("a request failed by a defect of davit: " + exchange.method() + " " + printable(exchange.target()) + ": " + e);
            fail(exchange, new EngineException.Failed("a defect of davit: " + e));
        }
    }

    private void route(Exchange exchange) throws IOException {
        String target = exchange.target();
        int question = target.indexOf('?');
        var segments = segments(question < 0 ? target : target.substring(0, question));
        var version = NEWEST;
        if (segments.getFirst().matches("v[0-9]{1,3}\\.[0-9]{1,4}")) {
            version = spoken(segments.removeFirst());
            if (segments.isEmpty()) segments.add("");
        }
        var found = find(exchange.method(), segments);
        if (found.isEmpty()) {
            error(exchange, 404, "page not found", new Headers());
            return;
        }
        var parameters = parameters(question < 0 ? "" : target.substring(question + 1));
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            log.accept(exchange.client() + ": " + exchange.method() + " " + printable(target));
        }
        var route = found.get().route();
        var call = new Call(exchange, version, found.get().names(), parameters);
        var span = callers.begin(route.text(), exchange::client, name -> call.name(name).isEmpty() ? call.text(name) : call.name(name));
        try {
            route.handler().handle(call);
        } finally {
            span.ifPresent(Callers.Span::close);
        }
    }

    /// What is logged of a request: its path, with nothing that a terminal would act on, and without parameters, which may hold
    /// what is nobody's business.
    private static String printable(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }

    private static ApiVersion spoken(String word) {
        var version = ApiVersion.parse(word.substring(1)).orElseThrow();
        if (version.compareTo(OLDEST) < 0) {
            throw Call.invalid("client version " + version + " is too old. Minimum supported API version is " + OLDEST
                    + ", please upgrade your client to a newer version");
        }
        // what is newer than this is asked in its terms: what it does not know it leaves alone, as dockerd does with parameters
        if (version.compareTo(new ApiVersion(1, 50)) > 0) {
            throw Call.invalid("client version " + version + " is too new. Maximum supported API version is 1.50");
        }
        return version;
    }

    private Optional<Found> find(String method, List<String> segments) {
        for (var route : routes.getOrDefault(segments.getFirst(), List.of())) {
            if (!route.method().equals(method)) continue;
            var names = match(route.pattern(), segments);
            if (names.isPresent()) return Optional.of(new Found(route, names.get()));
        }
        return Optional.empty();
    }

    /// The names that a path gives a pattern. One of several segments takes all that the rest of the pattern leaves.
    private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        var names = new HashMap<String, String>();
        int spare = segments.size() - pattern.size();
        if (spare < 0) return Optional.empty();
        int at = 0;
        for (String part : pattern) {
            if (part.endsWith("*}")) {
                names.put(part.substring(1, part.length() - 2), String.join("/", segments.subList(at, at + spare + 1)));
                at += spare + 1;
                spare = 0;
            } else if (part.startsWith("{")) {
                if (segments.get(at).isEmpty()) return Optional.empty();
                names.put(part.substring(1, part.length() - 1), segments.get(at++));
            } else if (!part.equals(segments.get(at++))) {
                return Optional.empty();
            }
        }
        return at == segments.size() ? Optional.of(names) : Optional.empty();
    }

    /// The decoded segments of a path. Empty ones and dots mean nothing here and match no route.
    private static List<String> segments(String path) throws BadRequest {
        var segments = new ArrayList<String>();
        for (String raw : path.substring(1).split("/", -1)) {
            if (raw.equals(".") || raw.equals("..")) throw Call.bad("a path with dots for names");
            segments.add(decoded(raw, false));
        }
        return segments;
    }

    private static Map<String, List<String>> parameters(String query) throws BadRequest {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query.isEmpty()) return parameters;
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), true);
            parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(equals < 0 ? "" : decoded(pair.substring(equals + 1), true));
        }
        return parameters;
    }

    private static String decoded(String text, boolean plusIsSpace) throws BadRequest {
        if (text.indexOf('%') < 0 && !(plusIsSpace && text.indexOf('+') >= 0)) return text;
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' && plusIsSpace) {
                bytes.write(' ');
            } else if (c == '%') {
                boolean whole = i + 2 < text.length();
                int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) throw Call.bad("a percent sign without two digits in the target");
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw Call.bad("a target that is no UTF-8");
        }
    }

    /// An error in docker's shape, or the connection's end when the answer was begun.
    private void fail(Exchange exchange, EngineException e) throws IOException {
        if (exchange.isAnswered()) {
            exchange.abort();
            return;
        }
        var more = new Headers();
        if (e instanceof EngineException.Unsupported missing) more.add("Davit-Error", missing.feature().name());
        error(exchange, status(e), e.reason(), more);
    }

    private static int status(EngineException e) {
        return switch (e) {
            case EngineException.NotFound _ -> 404;
            case EngineException.Conflict _ -> 409;
            case EngineException.Invalid _ -> 400;
            case EngineException.Unsupported _ -> 501;
            case EngineException.Denied _ -> 403;
            case EngineException.Unavailable _ -> 503;
            case EngineException.Failed _, EngineException.Cancelled _ -> 500;
        };
    }

    private static void error(Exchange exchange, int status, String message, Headers more) throws IOException {
        String body = JsonObject.builder().put("message", message).build().text(JsonStyle.WIRE) + "\n";
        exchange.answer(status, more, Call.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void refuse(Exchange exchange, BadRequest reason) throws IOException {
        error(exchange, reason.status(), "the request cannot be read: " + reason.getMessage(), new Headers());
    }
}
