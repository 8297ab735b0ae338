package dev.davit.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A context that is fetched by http.
///
/// @param client what fetches it
/// @param body as it comes
record Download(HttpClient client, InputStream body) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// @throws IOException when it cannot be had, in half a sentence
    static Download open(String url) throws IOException {
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL).build();
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() < 400) return new Download(client, answer.body());
            client.shutdownNow();
            throw new IOException("the server answered " + answer.statusCode());
        } catch (InterruptedException e) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IOException("fetching " + url + " was interrupted", e);
        } catch (IOException e) {
            client.shutdownNow();
            String why = e.getMessage() == null ? "nobody answers" : e.getMessage();
            throw new IOException("cannot fetch " + url + ": " + why, e);
        }
    }

    /// Ends it, also before its end.
    void hangUp() {
        client.shutdownNow();
    }
}
