package dev.davit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A registry that does what no honest one does: the repository's name says what. A program of its own, because it must stand in a
/// daemon's network: [Provisions#falseRegistry].
///
/// one whose name begins with `slow` has a layer of its own that never ends, `stuck` takes no layer that is pushed. On standard
/// output it says `gone` for each slow layer that nobody waits for any more. Those that lie: `other-layer` and `other-config` give
/// other bytes than the digest says, `no-manifest` gives no JSON, `locked` wants a login and
/// tells no way to it, `painter` refuses in words that would paint a terminal.
///
/// Source: <https://distribution.github.io/distribution/spec/api/>
public final class FalseRegistry {
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private static final int LENGTH = 50_000_000;
    private static final byte[] PIECE = new byte[64 * 1024];

    private FalseRegistry() {}

    /// @param arguments the port
    public static void main(String[] arguments) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", FalseRegistry::answer);
        server.start();
        say("ready");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String[] parts = path.split("/", -1);
            if (path.equals("/v2/")) {
                send(exchange, 200, "application/json", "{}");
            } else if (parts.length > 4 && parts[3].equals("manifests") && !parts[2].equals("stuck")) {
                manifest(exchange, parts[2]);
            } else if (parts.length > 4 && parts[3].equals("blobs")) {
                blob(exchange, parts[2], parts[4]);
            } else {
                send(exchange, 404, "application/json", "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"no such thing\"}]}");
            }
        }
    }

    private static void manifest(HttpExchange exchange, String repository) throws IOException {
        switch (repository) {
            case "no-manifest" -> send(exchange, 200, MANIFEST, "<html>welcome</html>");
            case "locked" -> send(exchange, 401, "application/json", "{}");
            case "painter" -> send(exchange, 403, "application/json", """
                    {"errors": [{"code": "DENIED", "message": "\\u001b[2J\\u001b]0;mine\\u0007no\\r\\nentry"}]}""");
            default -> send(exchange, 200, MANIFEST, manifest(repository));
        }
    }

    private static String manifest(String repository) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{"
                + "\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":" + config(repository).length + ",\"digest\":\""
                + digest(config(repository)) + "\"},\"layers\":[{\"mediaType\":\"" + LAYER + "\",\"size\":" + LENGTH + ",\"digest\":\""
                + digest(repository) + "\"}]}";
    }

    private static byte[] config(String repository) {
        return ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                        + digest("content of " + repository) + "\"]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void blob(HttpExchange exchange, String repository, String digest) throws IOException {
        byte[] config = config(repository);
        if (digest.equals(digest(config)) && repository.equals("other-config")) {
            send(exchange, 200, "application/octet-stream", new String(config, StandardCharsets.UTF_8).replace("amd64", "arm64"));
            return;
        }
        if (digest.equals(digest(config))) {
            send(exchange, 200, "application/octet-stream", new String(config, StandardCharsets.UTF_8));
            return;
        }
        if (repository.startsWith("slow")) {
            // dockerd asks for its length before it asks for the layer
            if (exchange.getRequestMethod().equals("HEAD")) length(exchange);
            else drip(exchange);
        } else if (repository.startsWith("other-")) {
            send(exchange, 200, "application/octet-stream", "something else");
        } else if (repository.equals("stuck")) {
            say("stuck");
            never();
        } else {
            send(exchange, 404, "application/json", "{}");
        }
    }

    private static void length(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Length", Integer.toString(LENGTH));
        exchange.sendResponseHeaders(200, -1);
    }

    /// Some at once, so that there is progress to tell, and then little now and then, until nobody takes it.
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LENGTH);
        var body = exchange.getResponseBody();
        for (int i = 0; i < 40; i++) body.write(PIECE);
        var hurry = new CountDownLatch(1);
        try {
            for (int i = 40 * PIECE.length; i < LENGTH && !hurry.await(50, TimeUnit.MILLISECONDS); i += 1000) {
                body.write(PIECE, 0, 1000);
                body.flush();
            }
        } catch (IOException e) {
            say("gone");
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Docker-Distribution-Api-Version", "registry/2.0");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) exchange.getResponseBody().write(bytes);
    }

    private static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
