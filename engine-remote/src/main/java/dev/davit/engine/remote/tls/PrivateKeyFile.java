package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.ConnectFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// A private key in a PEM file: PKCS #8 (RFC 5958), or the older forms of RSA (PKCS #1, RFC 8017) and of elliptic curves
/// (SEC 1, RFC 5915), which are put into a PKCS #8 envelope.
final class PrivateKeyFile {
    private static final byte[] RSA = Der.object(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01);
    private static final byte[] RSA_PSS = Der.object(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a);
    private static final byte[] EC = Der.object(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);
    private static final byte[] ED25519 = Der.object(0x2b, 0x65, 0x70);
    private static final byte[] ED448 = Der.object(0x2b, 0x65, 0x71);

    private PrivateKeyFile() {}

    /// @throws ConnectFailure when there is no key that can be used; nothing of the key is in the message
    static PrivateKey read(Path file) throws IOException {
        for (var block : Pem.read(file)) {
            if (!block.label().endsWith("PRIVATE KEY")) continue;
            if (block.encrypted()) throw ConnectFailure.unreachable("the key in " + file + " is encrypted; keys without a passphrase can be used");
            try {
                return key(block);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw ConnectFailure.unreachable("the key in " + file + " is broken, or of a kind that is not known");
            }
        }
        throw ConnectFailure.unreachable(file + " holds no private key");
    }

    private static PrivateKey key(Pem.Block block) throws GeneralSecurityException {
        byte[] envelope = switch (block.label()) {
            case "PRIVATE KEY" -> block.content();
            case "RSA PRIVATE KEY" -> envelope(Der.sequence(RSA, Der.NULL), block.content());
            case "EC PRIVATE KEY" -> envelope(Der.sequence(EC, curve(block.content())), block.content());
            default -> throw new IllegalArgumentException(block.label());
        };
        return KeyFactory.getInstance(algorithm(envelope)).generatePrivate(new PKCS8EncodedKeySpec(envelope));
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return Der.sequence(Der.ZERO, algorithm, Der.octets(key));
    }

    /// PrivateKeyInfo ::= SEQUENCE { version INTEGER, algorithm SEQUENCE { OBJECT IDENTIFIER, … }, key OCTET STRING, … }
    private static String algorithm(byte[] envelope) {
        var info = new Der(envelope).enter(Der.SEQUENCE);
        info.skip();
        byte[] identifier = info.enter(Der.SEQUENCE).next();
        if (Arrays.equals(identifier, RSA)) return "RSA";
        if (Arrays.equals(identifier, RSA_PSS)) return "RSASSA-PSS";
        if (Arrays.equals(identifier, EC)) return "EC";
        if (Arrays.equals(identifier, ED25519) || Arrays.equals(identifier, ED448)) return "EdDSA";
        throw new IllegalArgumentException("an unknown kind of key");
    }

    /// ECPrivateKey ::= SEQUENCE { version INTEGER, key OCTET STRING, [0] { curve } OPTIONAL, [1] { public key } OPTIONAL }
    private static byte[] curve(byte[] key) {
        var parts = new Der(key).enter(Der.SEQUENCE);
        parts.skip();
        parts.skip();
        return parts.enter(Der.CONTEXT_0).next();
    }
}
