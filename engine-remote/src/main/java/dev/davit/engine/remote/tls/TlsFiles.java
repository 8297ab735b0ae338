package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.ConnectFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// What TLS to a daemon goes by, as docker has it.
///
/// @param ca the authorities that the daemon's certificate is checked against; this machine's own when empty
/// @param certificate the client's certificate, with those between it and its authority
/// @param key the client's private key; certificate and key count only together
/// @param skipVerify take any certificate of the daemon
public record TlsFiles(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, boolean skipVerify) {

    /// TLS as these files have it now.
    ///
    /// @param host the daemon's name, for sentences
    /// @throws ConnectFailure when a file is missing or is not what it should be; the sentence names it
    SSLContext context(String host) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(), new TrustManager[] {trust(host)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw ConnectFailure.unreachable("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (certificate.isEmpty() || key.isEmpty()) return null;
        var chain = certificates(certificate.get());
        var secret = PrivateKeyFile.read(key.get());
        var identity = new Identity(chain, secret);
        if (!identity.belongTogether()) {
            throw ConnectFailure.unreachable("the key in " + key.get() + " is not that of the certificate in " + certificate.get());
        }
        return new KeyManager[] {identity};
    }

    private TrustManager trust(String host) throws IOException, GeneralSecurityException {
        if (skipVerify) return new AnyDaemon();
        @Nullable KeyStore store = null;
        if (ca.isPresent()) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var each : certificates(ca.get())) store.setCertificateEntry("ca" + number++, each);
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager checks) {
                return new DaemonTrust(checks, host, ca.map(Path::toString).orElse("this machine's list"));
            }
        }
        throw new GeneralSecurityException("this JDK checks no certificates");
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        var found = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (var block : Pem.read(file)) {
                if (!block.label().equals("CERTIFICATE")) continue;
                if (factory.generateCertificate(new ByteArrayInputStream(block.content())) instanceof X509Certificate each) found.add(each);
            }
        } catch (CertificateException e) {
            throw ConnectFailure.unreachable(file + " holds a broken certificate", e);
        }
        if (found.isEmpty()) throw ConnectFailure.unreachable(file + " holds no certificate");
        return found;
    }
}
