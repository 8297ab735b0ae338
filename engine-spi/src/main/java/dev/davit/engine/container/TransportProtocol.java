package dev.davit.engine.container;

import java.util.Locale;

/// A port's protocol.
public enum TransportProtocol {
    TCP,
    UDP,
    SCTP;

    /// Docker's spelling: `tcp`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The protocol of that spelling.
    ///
    /// @throws IllegalArgumentException for a word that is no such protocol
    public static TransportProtocol of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
