package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.Headers;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A request's line and headers, read as strictly as RFC 9112 allows: whatever two programs could understand in two ways is
/// refused, so that nothing can be smuggled past somebody in between.
///
/// @param method in capitals
/// @param target a path with an optional query, as sent
/// @param minorVersion 0 or 1 of HTTP/1
/// @param headers in order
/// @param length of the body, when it is told; never together with `chunked`
/// @param chunked whether the body comes in chunks
record RequestHead(
        String method, String target, int minorVersion, Headers headers, OptionalLong length, boolean chunked) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern TARGET = Pattern.compile("/[!-~]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /// In place of a request that could not be read: its connection ends with the answer.
    static final RequestHead NONE = new RequestHead("", "", 0, new Headers(), OptionalLong.empty(), false);

    /// Reads one. The first byte is there.
    static RequestHead read(Incoming in, Limits limits) throws IOException {
        String line = in.line(limits.line(), 414);
        String[] words = line.split(" ", -1);
        if (words.length != 3) throw new BadRequest(400, "a request line that is not METHOD TARGET VERSION");
        if (!METHOD.matcher(words[0]).matches()) throw new BadRequest(400, "a method that is none");
        int minor = switch (words[2]) {
            case "HTTP/1.1" -> 1;
            case "HTTP/1.0" -> 0;
            default -> throw new BadRequest(words[2].startsWith("HTTP/") ? 505 : 400, "only HTTP/1.1 is spoken here");
        };
        if (!TARGET.matcher(words[1]).matches()) throw new BadRequest(400, "a target that is no path");
        var headers = fields(in, limits, line.length());
        boolean chunked = isChunked(headers, minor);
        var length = length(headers);
        if (chunked && length.isPresent()) throw new BadRequest(400, "both Content-Length and Transfer-Encoding");
        if (headers.all("Host").size() != 1 && minor > 0) throw new BadRequest(400, "not exactly one Host header");
        return new RequestHead(words[0], words[1], minor, headers, length, chunked);
    }

    private static Headers fields(Incoming in, Limits limits, int already) throws IOException {
        var headers = new Headers();
        int bytes = already;
        while (true) {
            String line = in.line(limits.line(), 431);
            if (line.isEmpty()) return headers;
            bytes += line.length() + 2;
            if (bytes > limits.head()) throw new BadRequest(431, "headers of more than " + limits.head() + " bytes");
            if (headers.size() == limits.fields()) throw new BadRequest(431, "more than " + limits.fields() + " header fields");
            int colon = line.indexOf(':');
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new BadRequest(400, "a header line that is not NAME: VALUE");
            }
            String value = line.substring(colon + 1).strip();
            if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw new BadRequest(400, "a control character in a header");
            }
            headers.add(line.substring(0, colon), value);
        }
    }

    private static boolean isChunked(Headers headers, int minor) throws BadRequest {
        var codings = headers.all("Transfer-Encoding");
        if (codings.isEmpty()) return false;
        if (minor == 0) throw new BadRequest(400, "a Transfer-Encoding in HTTP/1.0");
        if (codings.size() > 1) throw new BadRequest(400, "several Transfer-Encoding headers");
        if (!codings.getFirst().equalsIgnoreCase("chunked")) throw new BadRequest(501, "a transfer coding other than chunked");
        return true;
    }

    private static OptionalLong length(Headers headers) throws BadRequest {
        var lengths = headers.all("Content-Length");
        if (lengths.isEmpty()) return OptionalLong.empty();
        if (lengths.size() > 1) throw new BadRequest(400, "several Content-Length headers");
        if (!LENGTH.matcher(lengths.getFirst()).matches()) throw new BadRequest(400, "a Content-Length that is no number");
        return OptionalLong.of(Long.parseLong(lengths.getFirst()));
    }

    /// Whether the connection may carry another request after this one.
    boolean keepsAlive() {
        return minorVersion > 0 && !connectionHas("close");
    }

    /// The protocol that the client wants to go on with, in small letters.
    Optional<String> upgrade() {
        return connectionHas("upgrade") ? headers.get("Upgrade").map(word -> word.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private boolean connectionHas(String option) {
        for (String value : headers.all("Connection")) {
            for (String word : value.split(",", -1)) if (word.strip().equalsIgnoreCase(option)) return true;
        }
        return false;
    }

    /// Whether the client waits to be told that it may send the body.
    boolean expectsContinue() throws BadRequest {
        var expected = headers.get("Expect");
        if (expected.isEmpty()) return false;
        if (!expected.get().equalsIgnoreCase("100-continue")) throw new BadRequest(417, "an expectation other than 100-continue");
        return minorVersion > 0;
    }
}
