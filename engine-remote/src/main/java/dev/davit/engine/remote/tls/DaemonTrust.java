package dev.davit.engine.remote.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The JDK's check of a daemon's certificate (time, authority, name), whose refusals are said in words.
final class DaemonTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checks;
    private final String host;
    private final String authorities;

    /// @param authorities where the trusted ones come from, for sentences
    DaemonTrust(X509ExtendedTrustManager checks, String host, String authorities) {
        this.checks = checks;
        this.host = host;
        this.authorities = authorities;
    }

    /// A certificate that is not taken; the message is the reason in half a sentence.
    static final class Refused extends CertificateException {
        private static final long serialVersionUID = 1L;

        Refused(String message, CertificateException cause) {
            super(message, cause);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        try {
            // The JDK takes a certificate that is itself on the list at any time.
            chain[0].checkValidity();
            checks.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw new Refused("the certificate of " + host + " " + reason(chain[0], e), e);
        }
    }

    private String reason(X509Certificate certificate, CertificateException e) {
        if (e instanceof CertificateExpiredException) return "expired on " + day(certificate.getNotAfter().toInstant());
        if (e instanceof CertificateNotYetValidException) return "is not valid before " + day(certificate.getNotBefore().toInstant());
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) return "hangs on one that is expired";
            if (cause instanceof CertificateNotYetValidException) return "hangs on one that is not valid yet";
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("No ")) return "is for " + names(certificate) + " and not for " + host;
        if (message.contains("path")) return "is not signed by any authority in " + authorities;
        return "is refused: " + printable(message);
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String names(X509Certificate certificate) {
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives == null || alternatives.isEmpty()) return printable(certificate.getSubjectX500Principal().getName());
            return alternatives.stream().limit(5).map(DaemonTrust::name).collect(Collectors.joining(", "));
        } catch (CertificateException e) {
            return "names that cannot be read";
        }
    }

    /// @param alternative its kind as a number, and its text
    private static String name(List<?> alternative) {
        return printable(String.valueOf(alternative.get(1)));
    }

    /// Certificates are anybody's work.
    private static String printable(String text) {
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checks.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        checks.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checks.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checks.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        checks.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }
}
