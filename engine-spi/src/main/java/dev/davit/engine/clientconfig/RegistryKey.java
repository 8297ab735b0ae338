package dev.davit.engine.clientconfig;

import java.util.Locale;

/// The name under which a registry's login is kept: its host and port, and for Docker Hub an address of old.
///
/// @param text `registry.example.com:5000`, or [#HUB]'s text
public record RegistryKey(String text) {
    /// Docker Hub's key, whatever its hosts are called now.
    public static final RegistryKey HUB = new RegistryKey("https://index.docker.io/v1/");

    public RegistryKey {
        if (text.isEmpty()) throw new IllegalArgumentException("a registry has a name");
    }

    /// The key for what follows `docker login`: a host, a URL, or nothing.
    public static RegistryKey ofServer(String typed) {
        if (typed.isEmpty() || typed.equals(HUB.text())) return HUB;
        return ofHost(hostOf(typed));
    }

    /// The key for the registry of an image: its name's first part where that looks like a host, else Docker Hub.
    ///
    /// @param image as typed, `busybox`, `localhost:5000/app:1`, `ghcr.io/owner/app@sha256:…`
    public static RegistryKey ofImage(String image) {
        int slash = image.indexOf('/');
        if (slash <= 0) return HUB;
        var first = image.substring(0, slash);
        boolean host = first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
        return host ? ofHost(first) : HUB;
    }

    private static RegistryKey ofHost(String host) {
        return switch (host) {
            case "", "docker.io", "index.docker.io", "registry-1.docker.io" -> HUB;
            default -> new RegistryKey(host);
        };
    }

    /// The host and port of a URL or of a host; old config files have either as keys.
    static String hostOf(String address) {
        int scheme = address.indexOf("://");
        var rest = scheme < 0 ? address : address.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    @Override
    public String toString() {
        return text;
    }
}
