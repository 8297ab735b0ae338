package dev.davit.engine.clientconfig;

import java.nio.file.Path;
import java.util.Optional;

/// What the command line says about TLS; what it does not say is `DOCKER_TLS`, `DOCKER_TLS_VERIFY` and `DOCKER_CERT_PATH`.
///
/// @param tls `--tls`
/// @param verify `--tlsverify`, which brings TLS with it whatever its value
/// @param ca `--tlscacert`
/// @param certificate `--tlscert`
/// @param key `--tlskey`
public record TlsFlags(
        Optional<Boolean> tls, Optional<Boolean> verify, Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {
    /// None was typed.
    public static final TlsFlags NONE =
            new TlsFlags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
