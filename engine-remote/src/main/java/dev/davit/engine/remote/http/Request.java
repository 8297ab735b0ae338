package dev.davit.engine.remote.http;

/// One request.
///
/// @param method `GET`, `POST`, …
/// @param target the path with its query, percent-encoded
/// @param headers beside those that the client sets itself (Host, length, type)
/// @param body what it carries
public record Request(String method, String target, Headers headers, Body body) {

    public Request {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f) throw new IllegalArgumentException("request target " + target + " is not encoded");
        }
    }

    /// Without a body.
    public static Request of(String method, String target) {
        return new Request(method, target, new Headers(), Body.NONE);
    }

    /// Whether it may be sent twice: what only reads. Anything else always gets a fresh connection, for on a kept one nobody
    /// can tell a daemon that had closed it before from one that died after doing what it was asked.
    boolean canRepeat() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
