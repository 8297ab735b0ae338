package dev.davit.engine.clientconfig;

import java.nio.file.Path;
import java.util.Optional;

/// A docker context: the name of a daemon and how to reach it.
///
/// @param name `default`, or what `docker context create` was given
/// @param description the user's words, or empty
/// @param host the daemon's address, `unix:///…`, `tcp://host:2376`, `ssh://user@host`; empty for the usual socket
/// @param skipTlsVerify whether the daemon's certificate goes unchecked
/// @param ca the certificates that the daemon's is checked against, PEM; the file of the default context need not exist
/// @param certificate the client's certificate, PEM
/// @param key the client's private key, PEM
public record DockerContext(
        String name,
        String description,
        Optional<String> host,
        boolean skipTlsVerify,
        Optional<Path> ca,
        Optional<Path> certificate,
        Optional<Path> key) {
    /// The context that is no file: `DOCKER_HOST` and its companions, or the usual socket.
    public static final String DEFAULT = "default";

    /// Whether any TLS material is there.
    public boolean hasTls() {
        return ca.isPresent() || certificate.isPresent() || key.isPresent();
    }

    /// Whether a daemon of it is spoken to by TLS: what docker goes by, for its addresses do not say.
    public boolean usesTls() {
        return hasTls() || skipTlsVerify;
    }

    /// The same with another address.
    public DockerContext withHost(String other) {
        return new DockerContext(name, description, Optional.of(other), skipTlsVerify, ca, certificate, key);
    }
}
