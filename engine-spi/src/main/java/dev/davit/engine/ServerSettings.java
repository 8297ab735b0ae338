package dev.davit.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where an engine is served, and to whom.
///
/// @param listen `unix:///PATH` or `tcp://ADDRESS:PORT` each; at least one
/// @param groups whose members may use a Unix socket beside root: the first that exists on this machine
/// @param tls the certificates that tcp needs
/// @param log takes a line about each request that changed something and about what went wrong
public record ServerSettings(List<String> listen, List<String> groups, Optional<Tls> tls, Consumer<String> log) {
    /// Davit's own group, else docker's.
    public static final List<String> GROUPS = List.of("davit", "docker");

    public ServerSettings {
        listen = List.copyOf(listen);
        groups = List.copyOf(groups);
    }

    /// PEM files of a server that lets in only who has a certificate of its authority.
    ///
    /// @param authority who signs clients' certificates
    /// @param certificate the server's own, with what leads up to its authority
    /// @param key the server's private key
    public record Tls(Path authority, Path certificate, Path key) {}
}
