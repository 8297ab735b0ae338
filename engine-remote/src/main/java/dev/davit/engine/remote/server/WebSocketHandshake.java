package dev.davit.engine.remote.server;

import dev.davit.engine.remote.http.Headers;
import dev.davit.engine.remote.server.http.Conversation;
import dev.davit.engine.remote.server.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a web socket begins. Source: RFC 6455, section 4.2.
///
/// @param key what the client wants to have answered
/// @param protocol the first of those that the client would speak inside, if it named any: docker has none of its own
record WebSocketHandshake(String key, Optional<String> protocol) {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    /// 16 bytes in base 64.
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /// That of a request.
    static WebSocketHandshake of(Exchange exchange) throws IOException {
        var headers = exchange.headers();
        if (!exchange.upgradeWanted().equals(Optional.of("websocket"))) throw Call.bad("it asks for no web socket");
        if (!headers.get("Sec-WebSocket-Version").equals(Optional.of("13"))) {
            exchange.common("Sec-WebSocket-Version", "13");
            throw Call.bad("a web socket of another version than 13");
        }
        String key = headers.get("Sec-WebSocket-Key").orElse("");
        if (!KEY.matcher(key).matches()) throw Call.bad("a web socket without its key");
        var protocol = headers.get("Sec-WebSocket-Protocol").map(words -> words.split(",", 2)[0].strip());
        return new WebSocketHandshake(key, protocol.filter(word -> TOKEN.matcher(word).matches()));
    }

    /// Agrees.
    Conversation accept(Exchange exchange) throws IOException {
        var answer = new Headers().add("Sec-WebSocket-Accept", accepted(key));
        protocol.ifPresent(word -> answer.add("Sec-WebSocket-Protocol", word));
        return exchange.upgrade("websocket", answer);
    }

    private static String accepted(String key) {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
