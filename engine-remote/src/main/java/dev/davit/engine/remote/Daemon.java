package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Document;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.http.ConnectFailure;
import dev.davit.engine.remote.http.Headers;
import dev.davit.engine.remote.http.Hijacked;
import dev.davit.engine.remote.http.HttpClient;
import dev.davit.engine.remote.http.Request;
import dev.davit.engine.remote.http.Response;
import dev.davit.engine.remote.http.SourceFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The daemon at the other end: requests in the API version that both speak, answers as values or as [EngineException]s.
///
/// Each call is told in half a sentence what is being tried (`stop container web`); an error reads
/// `cannot stop container web: ` and the daemon's own reason.
final class Daemon implements AutoCloseable {
    /// The newest API version whose documents are understood, and the oldest that has what every call needs.
    private static final ApiVersion NEWEST = new ApiVersion(1, 50);

    private static final ApiVersion OLDEST = new ApiVersion(1, 24);
    private static final int MAXIMUM_ANSWER = 256 << 20;

    private final DaemonAddress address;
    private final HttpClient http;
    private final Optional<ApiVersion> wanted;
    private final Set<AutoCloseable> feeds = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ApiVersion spoken;
    private volatile boolean podmans;
    private volatile boolean davits;
    private volatile boolean closed;

    Daemon(DaemonAddress address, Optional<ApiVersion> wanted) {
        this.address = address;
        this.http = new HttpClient(address.transport());
        this.wanted = wanted;
    }

    String address() {
        return address.url();
    }

    /// The version that both speak; asked once, and again after the daemon was lost.
    ApiVersion version() {
        var known = spoken;
        if (known != null) return known;
        if (wanted.isPresent()) {
            spoken = wanted.get();
            return wanted.get();
        }
        String what = "connect to the daemon";
        try (var response = send(Request.of("GET", "/_ping"))) {
            if (!isSuccess(response)) throw refusedPing(what, response);
            var theirs = response.headers().get("Api-Version").flatMap(ApiVersion::parse).orElse(OLDEST);
            if (theirs.compareTo(OLDEST) < 0) {
                throw new EngineException.Unavailable("cannot use the daemon at " + address.url() + ": it speaks API "
                        + theirs + ", and " + OLDEST + " is the oldest that davit understands", null);
            }
            var common = theirs.compareTo(NEWEST) < 0 ? theirs : NEWEST;
            spoken = common;
            return common;
        } catch (IOException e) {
            throw lost(what, e);
        }
    }

    /// Whether it is podman that answers: known by the first answer, which with a version that the user named is not the ping's.
    boolean isPodman() {
        version();
        return podmans;
    }

    /// Whether it is Davit's own server that answers, which also tells what Docker's API cannot say.
    boolean isDavit() {
        version();
        return davits;
    }

    /// An image's name as docker tells it.
    String imageName(String told) {
        return podmans ? PodmanWays.familiar(told) : told;
    }

    /// An image's id as docker tells it.
    String imageId(String told) {
        return podmans ? PodmanWays.imageId(told) : told;
    }

    /// A text of this daemon's, where it is as docker's would be.
    Optional<Document> dockers(Document text) {
        return isPodman() ? Optional.empty() : Optional.of(text);
    }

    private Response send(Request request) throws IOException {
        var response = http.send(request);
        if (response.headers().get(PodmanRefusal.HEADER).isPresent()) podmans = true;
        if (response.headers().get("Server").filter(server -> server.startsWith("Davit")).isPresent()) davits = true;
        return response;
    }

    /// The error for an answer to the first words, which may not be a daemon's at all.
    private EngineException refusedPing(String what, Response response) throws IOException {
        var refusal = DaemonError.of(what, response);
        if (response.status() != 400 || !String.valueOf(refusal.getMessage()).contains("HTTP request to an HTTPS server")) return refusal;
        return new EngineException.Unavailable(
                "cannot " + what + ": the daemon at " + address.url() + ", " + address.origin()
                        + ", wants TLS; set DOCKER_TLS_VERIFY=1, or use a context with certificates",
                null);
    }

    /// Sends a request; the caller closes the answer, which is a success.
    Response open(String what, String method, Query target, Body body) {
        return open(what, method, target, body, new Headers());
    }

    /// Sends a request with more headers.
    Response open(String what, String method, Query target, Body body, Headers headers) {
        try {
            var response = send(new Request(method, versioned(target), headers, body));
            if (isSuccess(response)) return response;
            try (response) {
                throw DaemonError.of(what, response);
            }
        } catch (IOException e) {
            throw lost(what, e);
        }
    }

    /// The text that a GET answers.
    String get(String what, Query target) {
        return text(what, "GET", target, Body.NONE);
    }

    /// The text that a request answers.
    String text(String what, String method, Query target, Body body) {
        return text(what, method, target, body, new Headers());
    }

    /// The text that a request with more headers answers.
    String text(String what, String method, Query target, Body body, Headers headers) {
        try (var response = open(what, method, target, body, headers)) {
            return response.text(MAXIMUM_ANSWER);
        } catch (IOException e) {
            throw lost(what, e);
        }
    }

    /// A POST without a body whose answer says nothing.
    void post(String what, Query target) {
        text(what, "POST", target, Body.NONE);
    }

    /// Takes a connection over for a conversation.
    Hijacked hijack(String what, Query target, Body body) {
        try {
            var answer = http.upgrade(new Request("POST", versioned(target), new Headers(), body));
            if (answer.hijacked().isPresent()) return answer.hijacked().get();
            try (var response = answer.response().orElseThrow()) {
                throw DaemonError.of(what, response);
            }
        } catch (IOException e) {
            throw lost(what, e);
        }
    }

    /// A step to a state that already holds is answered 304; any other redirection leads nowhere that a call wants to go.
    private static boolean isSuccess(Response response) {
        return response.status() < 300 || response.status() == 304;
    }

    private String versioned(Query target) {
        return "/v" + version() + target;
    }

    /// Has something ended when the engine is closed that holds no connection.
    void opened(AutoCloseable feed) {
        feeds.add(feed);
    }

    /// It has ended by itself.
    void ended(AutoCloseable feed) {
        feeds.remove(feed);
    }

    /// Whether what breaks now was broken by closing the engine.
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        http.close();
        for (var feed : feeds) {
            try {
                feed.close();
            } catch (Exception e) {
                throw new EngineException.Failed("cannot close the engine at " + address.url() + ": " + e.getMessage(), e);
            }
        }
    }

    /// The error for a connection that could not be made or broke.
    EngineException lost(String what, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new EngineException.Cancelled("cannot " + what + ": interrupted");
        }
        if (cause instanceof SourceFailure) {
            return new EngineException.Failed("cannot " + what + ": what is to be sent cannot be read: " + cause.getMessage(), cause);
        }
        if (closed) return new EngineException.Unavailable("cannot " + what + ": the engine is closed", cause);
        spoken = null;
        podmans = false;
        davits = false;
        if (cause instanceof ConnectFailure failure) {
            String sentence = "cannot " + what + ": " + reason(address, cause);
            return failure.isDenied() ? new EngineException.Denied(sentence) : new EngineException.Unavailable(sentence, cause);
        }
        String reason = message(cause);
        if (reason.contains("Permission denied")) return new EngineException.Denied("cannot " + what + ": " + reason(address, cause));
        if (absent(reason)) return new EngineException.Unavailable("cannot " + what + ": " + reason(address, cause), cause);
        return new EngineException.Unavailable(
                "cannot " + what + ": lost the daemon at " + address.url() + " (" + reason + ")", cause);
    }

    /// Why a daemon could not be reached, in half a sentence with the way out.
    static String reason(DaemonAddress address, IOException cause) {
        String message = message(cause);
        if (cause instanceof ConnectFailure) {
            return message + (message.contains(address.url()) ? ", " + address.origin() : " (" + address.url() + ", " + address.origin() + ")");
        }
        if (message.contains("Permission denied")) {
            String socket = address.url().substring("unix://".length());
            return "no permission to open " + socket + "; " + remedy(Path.of(socket));
        }
        if (absent(message)) return "no daemon answers at " + address.url() + ", " + address.origin();
        return message;
    }

    private static boolean absent(String message) {
        return message.contains("No such file") || message.contains("Connection refused");
    }

    private static String message(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String remedy(Path socket) {
        try {
            String group = Files.readAttributes(socket, PosixFileAttributes.class).group().getName();
            return "join the group " + group + " (sudo usermod -aG " + group + " $USER, then log in again)";
        } catch (IOException e) {
            return "ask who runs it to let you in";
        }
    }
}
