package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.ConnectFailure;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What the JDK's exceptions of TLS mean.
///
/// @param address the daemon's
/// @param files what TLS went by
record TlsFailure(String address, TlsFiles files) {
    private static final String ALERT = "alert: ";

    /// The same failure as a [ConnectFailure] in words, where it is about TLS; any other as it is.
    IOException of(IOException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ClosedByInterruptException interrupted -> {
                    return interrupted;
                }
                case ConnectFailure known -> {
                    return known;
                }
                case DaemonTrust.Refused refused -> {
                    return ConnectFailure.unreachable(String.valueOf(refused.getMessage()), failure);
                }
                case SocketTimeoutException _ -> {
                    return ConnectFailure.unreachable("nothing at " + address + " answers by TLS", failure);
                }
                case SocketException socket -> {
                    return socket;
                }
                default -> {}
            }
        }
        return failure instanceof SSLException ? inWords(failure) : failure;
    }

    private IOException inWords(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        int alert = message.indexOf(ALERT);
        if (alert >= 0) return alerted(message.substring(alert + ALERT.length()).strip().toLowerCase(Locale.ROOT), failure);
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return ConnectFailure.unreachable("what listens at " + address + " does not speak TLS", failure);
        }
        // the second is a connection that broke while the JDK was writing its part: what the daemon complained of is then lost
        if (message.contains("terminated the handshake") || message.contains("readHandshakeRecord")) {
            String perhaps = shown().map(file -> "; it may not accept the certificate in " + file).orElse("");
            return ConnectFailure.unreachable("the daemon at " + address + " hung up while TLS was agreed" + perhaps, failure);
        }
        return ConnectFailure.unreachable("TLS with " + address + " failed: " + message, failure);
    }

    /// What the other side complained of: RFC 8446 section 6.2.
    private IOException alerted(String alert, IOException failure) {
        return switch (alert) {
            case "certificate_required" -> ConnectFailure.denied(wantsCertificate());
            case "bad_certificate", "unsupported_certificate", "certificate_revoked", "certificate_expired", "certificate_unknown",
                    "unknown_ca", "access_denied" -> ConnectFailure.denied(
                    shown()
                            .map(file -> "the daemon at " + address + " does not accept the certificate in " + file + " (" + alert + ")")
                            .orElseGet(this::wantsCertificate));
            default -> ConnectFailure.unreachable("the daemon at " + address + " refuses TLS (" + alert + ")", failure);
        };
    }

    /// The file of the certificate that the daemon was shown: one without its key is not.
    private Optional<Path> shown() {
        return files.certificate().filter(_ -> files.key().isPresent());
    }

    private String wantsCertificate() {
        if (shown().isPresent()) return "the daemon at " + address + " does not accept the certificate in " + shown().get();
        Path example = files.ca().map(Path::getParent).map(folder -> folder.resolve("cert.pem")).orElse(Path.of("cert.pem"));
        return "the daemon at " + address + " wants a client certificate, and there is none such as " + example + " with its key";
    }
}
