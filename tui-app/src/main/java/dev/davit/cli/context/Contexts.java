package dev.davit.cli.context;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.ContextStore;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.clientconfig.DockerContexts;
import dev.davit.engine.clientconfig.StoredContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The user's contexts, as the commands need them.
///
/// @param chosen which one is current
/// @param store those that are kept
/// @param context the command's world
record Contexts(DockerContexts chosen, ContextStore store, CommandContext context) {

    static Contexts of(CommandContext context) {
        var environment = ClientEnvironment.of(context.environment());
        return new Contexts(new DockerContexts(environment, context.settings().tls()), new ContextStore(environment), context);
    }

    /// The name of the current one.
    String current() {
        return chosen.current(context.settings().context(), context.settings().host());
    }

    /// The context of that name, `default` included.
    ///
    /// @param what is being tried: `inspect context far`
    StoredContext read(String what, String name) {
        return name.equals(DockerContext.DEFAULT) ? theDefault(what) : store.read(what, name);
    }

    /// What docker would write for the default one, which is no file.
    StoredContext theDefault(String what) {
        var found = chosen.find(DockerContext.DEFAULT);
        var empty = StoredContext.empty(DockerContext.DEFAULT);
        var files = new LinkedHashMap<String, byte[]>();
        add(what, files, "ca.pem", found.ca());
        add(what, files, "cert.pem", found.certificate());
        add(what, files, "key.pem", found.key());
        return empty.reaching(defaultHost(), found.skipTlsVerify(), files);
    }

    /// The default one's address, with what docker adds to it.
    String defaultHost() {
        var found = chosen.find(DockerContext.DEFAULT);
        String host = context.settings().host().or(found::host).orElse("");
        if (host.isEmpty()) return found.usesTls() ? "tcp://localhost:2376" : "unix:///var/run/docker.sock";
        int scheme = host.indexOf("://");
        if (scheme < 0) return withPort("tcp://" + host);
        return host.startsWith("tcp://") ? withPort(host) : host;
    }

    private static String withPort(String host) {
        String place = host.substring("tcp://".length());
        boolean named = place.lastIndexOf(':') > place.lastIndexOf(']');
        return named || place.indexOf('/') >= 0 ? host : "tcp://" + (place.isEmpty() ? "localhost" : place) + ":2375";
    }

    private static void add(String what, SequencedMap<String, byte[]> files, String name, Optional<Path> file) {
        if (file.isPresent()) files.put(name, content(what, file.get()));
    }

    /// A file of TLS material.
    static byte[] content(String what, Path file) {
        try {
            if (Files.size(file) > 1 << 20) throw new IOException("it is over 1 MiB");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new EngineException.Invalid("cannot " + what + ": " + file + " cannot be read: " + Archives.reason(e));
        }
    }

    /// What docker prints when something was done: the name for a script, a sentence for people.
    void done(String name, String sentence) {
        context.say(name);
        context.io().err().line(sentence);
    }
}
