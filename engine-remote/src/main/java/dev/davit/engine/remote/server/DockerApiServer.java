package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.remote.DockerEngineProvider;
import dev.davit.engine.remote.http.HostPort;
import dev.davit.engine.remote.server.http.HttpServer;
import dev.davit.engine.remote.server.http.Limits;
import dev.davit.engine.remote.server.http.Listener;
import dev.davit.engine.remote.server.http.UnixListener;
import dev.davit.engine.remote.tls.TlsListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Serves any engine as the Docker Engine API.
public final class DockerApiServer implements EngineServer {
    private static final String UNIX = "unix://";
    private static final String TCP = "tcp://";
    private static final int USUAL_PORT = 2376;

    /// For `ServiceLoader`.
    public DockerApiServer() {}

    @Override
    public Serving serve(Engine engine, ServerSettings settings) {
        if (settings.listen().isEmpty()) throw new EngineException.Invalid("cannot serve the engine: no address to listen at");
        var listeners = new ArrayList<Listener>();
        try {
            for (String address : settings.listen()) listeners.add(listener(address, settings));
        } catch (EngineException e) {
            listeners.forEach(Listener::close);
            throw e;
        }
        var stop = new CountDownLatch(1);
        var server = new HttpServer(listeners, DockerApi.over(engine, stop, settings.log()), Limits.STANDARD, settings.log());
        server.start();
        return new Served(server, listeners.stream().map(Listener::address).toList(), stop);
    }

    private static Listener listener(String address, ServerSettings settings) {
        try {
            if (address.startsWith(UNIX + "/")) return UnixListener.at(Path.of(address.substring(UNIX.length())), settings.groups());
            if (address.startsWith(TCP)) return port(address, settings);
        } catch (IOException e) {
            throw new EngineException.Unavailable("cannot listen at " + address + ": " + e.getMessage(), e);
        }
        throw new EngineException.Invalid("cannot listen at " + address + ": it is neither unix:///PATH nor tcp://ADDRESS:PORT");
    }

    private static Listener port(String address, ServerSettings settings) throws IOException {
        var place = HostPort.parse(address.substring(TCP.length()), USUAL_PORT)
                .orElseThrow(() -> new EngineException.Invalid("cannot listen at " + address + ": such an address is tcp://ADDRESS:PORT"));
        var tls = settings.tls().orElseThrow(() -> new EngineException.Invalid("cannot listen at " + address
                + ": a port is served by TLS only, to clients with a certificate: name the authority, the certificate and the key"));
        var resolved = new InetSocketAddress(place.host(), place.port());
        if (resolved.isUnresolved()) throw new IOException("there is no host " + place.host());
        return TlsListener.at(resolved, tls.authority(), tls.certificate(), tls.key());
    }

    @Override
    public void stop(String address, EngineSettings settings) {
        DockerEngineProvider.ask(address, settings, "stop the server at " + address, "/davit/v1/stop");
    }

    private record Served(HttpServer server, List<String> addresses, CountDownLatch stop) implements Serving {
        @Override
        public void awaitStop() throws InterruptedException {
            stop.await();
        }

        @Override
        public void close() {
            server.close();
            stop.countDown();
        }
    }
}
