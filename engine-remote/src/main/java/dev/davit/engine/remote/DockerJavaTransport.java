package dev.davit.engine.remote;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.http.Headers;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/// docker-java's requests over the daemon's connections; an answer of 400 or above never reaches docker-java, it is the
/// engine's own exception already.
final class DockerJavaTransport implements DockerHttpClient {
    private final Daemon daemon;
    private final String what;

    DockerJavaTransport(Daemon daemon, String what) {
        this.daemon = daemon;
        this.what = what;
    }

    @Override
    public Response execute(Request request) {
        var headers = new Headers();
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Accept-Encoding")) headers.add(name, value);
        });
        var answer = daemon.open(what, request.method(), Query.encoded(request.path()), body(request), headers);
        return new Answer(answer);
    }

    private static Body body(Request request) {
        String type = request.headers().getOrDefault("Content-Type", "application/json");
        byte[] bytes = request.bodyBytes();
        if (bytes != null) return new Body.Bytes(type, bytes);
        InputStream stream = request.body();
        return stream == null ? Body.NONE : new Body.Stream(type, stream);
    }

    @Override
    public void close() {
        // The connections are the daemon's.
    }

    private static final class Answer implements Response {
        private final dev.davit.engine.remote.http.Response response;

        Answer(dev.davit.engine.remote.http.Response response) {
            this.response = response;
        }

        @Override
        public int getStatusCode() {
            return response.status();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return response.headers().get("Content-Type").map(type -> Map.of("Content-Type", List.of(type))).orElse(Map.of());
        }

        @Override
        public InputStream getBody() {
            return response.body();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
