package dev.davit.engine.remote.tls;

import dev.davit.testing.Certificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A server of TLS that is openssl's, on a port of the loopback; it answers any request with a page.
final class TlsServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private TlsServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param certificate which of the authority's it shows
    /// @param more options of `openssl s_server`
    static TlsServer start(Certificates certificates, String certificate, String... more) throws IOException {
        var command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-naccept", "100"));
        command.addAll(List.of("-cert", certificate + ".pem", "-key", certificate + "-key.pem"));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).directory(certificates.folder().toFile()).redirectErrorStream(true).start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = said.readLine()) != null) {
            if (!line.startsWith("ACCEPT ")) continue;
            var _ = Thread.ofVirtual().start(() -> drain(said));
            return new TlsServer(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
        }
        throw new IOException("openssl s_server does not start");
    }

    int port() {
        return port;
    }

    private static void drain(BufferedReader said) {
        try (said) {
            while (said.readLine() != null) {
                // Nobody asks what it says; it must not wait for a reader.
            }
        } catch (IOException e) {
            // It was ended.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
