package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Docker's contexts: one folder each, named by the SHA-256 of the context's name, under `contexts/meta` and `contexts/tls`.
public final class DockerContexts {
    private static final String WHAT = "docker's context file";

    private final ClientEnvironment environment;
    private final TlsFlags flags;

    public DockerContexts(ClientEnvironment environment) {
        this(environment, TlsFlags.NONE);
    }

    /// @param flags what the command line says about TLS to the default context's daemon
    public DockerContexts(ClientEnvironment environment, TlsFlags flags) {
        this.environment = environment;
        this.flags = flags;
    }

    /// The name of the context that docker would use: `--context`; none but the default when `-H` or `DOCKER_HOST` name a
    /// daemon; `DOCKER_CONTEXT`; the one that `docker context use` chose.
    ///
    /// @param asked what `--context` says
    /// @param host what `-H` says
    public String current(Optional<String> asked, Optional<String> host) {
        if (asked.isPresent()) return asked.get();
        if (host.isPresent() || environment.variable("DOCKER_HOST").isPresent()) return DockerContext.DEFAULT;
        return environment
                .variable("DOCKER_CONTEXT")
                .or(() -> ConfigFile.read(environment).currentContext())
                .orElse(DockerContext.DEFAULT);
    }

    /// The context of that name.
    ///
    /// @throws EngineException.NotFound when there is none
    /// @throws EngineException.Invalid when its file is broken, or it has no docker endpoint
    public DockerContext find(String name) {
        if (name.equals(DockerContext.DEFAULT)) return theDefault();
        var file = meta(name);
        var document = JsonFile.read(file, WHAT)
                .orElseThrow(() -> new EngineException.NotFound("cannot use docker context " + name + ": no such context"));
        return read(name, document, file);
    }

    /// All contexts: the default one, then the others by name.
    ///
    /// @throws EngineException.Invalid when one of their files is broken
    public List<DockerContext> list() {
        var contexts = new ArrayList<DockerContext>();
        var folder = environment.folder().resolve("contexts/meta");
        try (var folders = Files.newDirectoryStream(folder)) {
            for (var each : folders) {
                var file = each.resolve("meta.json");
                var document = JsonFile.read(file, WHAT);
                if (document.isEmpty()) continue;
                var name = document.get().string("Name");
                if (name.isEmpty()) throw wrong(file, "it has no name");
                if (!file.equals(meta(name))) throw wrong(file, "it belongs to no context of its name");
                contexts.add(read(name, document.get(), file));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(theDefault());
        } catch (IOException e) {
            throw new EngineException.Failed("cannot list docker's contexts in " + folder + ": " + e.getMessage(), e);
        }
        contexts.sort(Comparator.comparing(DockerContext::name));
        contexts.addFirst(theDefault());
        return List.copyOf(contexts);
    }

    /// Makes a context the current one, for docker as well.
    ///
    /// @throws EngineException.NotFound when there is none of that name
    public void use(String name) {
        find(name);
        var config = ConfigFile.read(environment);
        if (name.equals(DockerContext.DEFAULT)) config.remove("currentContext");
        else config.write("currentContext", Json.of(name));
    }

    /// As docker has it: a value of `--tlsverify`, also false, brings TLS; the authorities' file must be there then, a
    /// client's certificate need not.
    private DockerContext theDefault() {
        boolean verify = flags.verify().orElse(environment.variable("DOCKER_TLS_VERIFY").isPresent());
        boolean tls = verify
                || flags.verify().isPresent()
                || flags.tls().orElse(environment.variable("DOCKER_TLS").isPresent());
        var folder = environment.variable("DOCKER_CERT_PATH").map(Path::of).orElse(environment.folder());
        return new DockerContext(
                DockerContext.DEFAULT,
                "Current DOCKER_HOST based configuration",
                environment.variable("DOCKER_HOST"),
                tls && !verify,
                tls ? flags.ca().or(() -> Optional.of(folder.resolve("ca.pem"))) : Optional.empty(),
                tls ? flags.certificate().or(() -> existing(folder, "cert.pem")) : Optional.empty(),
                tls ? flags.key().or(() -> existing(folder, "key.pem")) : Optional.empty());
    }

    private DockerContext read(String name, JsonObject document, Path file) {
        var endpoints = document.object("Endpoints");
        if (endpoints.get("docker").isEmpty()) throw wrong(file, "context " + name + " has no docker endpoint");
        var endpoint = endpoints.object("docker");
        var tls = environment.folder().resolve("contexts/tls").resolve(digest(name)).resolve("docker");
        return new DockerContext(
                name,
                document.object("Metadata").string("Description"),
                Optional.of(endpoint.string("Host")).filter(host -> !host.isEmpty()),
                endpoint.flag("SkipTLSVerify"),
                existing(tls, "ca.pem"),
                existing(tls, "cert.pem"),
                existing(tls, "key.pem"));
    }

    private static Optional<Path> existing(Path folder, String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    private Path meta(String name) {
        return environment.folder().resolve("contexts/meta").resolve(digest(name)).resolve("meta.json");
    }

    static String digest(String name) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static EngineException wrong(Path file, String what) {
        return new EngineException.Invalid("cannot use " + WHAT + " " + file + ": " + what);
    }
}
