package dev.davit.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An authority for certificates, made by openssl in a folder of the test's own.
///
/// @param folder where its files are: `ca.pem`, `ca-key.pem`, and those of each name
public record Certificates(Path folder) {

    /// Makes an authority.
    public static Certificates in(Path folder) throws IOException {
        Requirement.need(Requirement.OPENSSL);
        Files.createDirectories(folder);
        var made = new Certificates(folder);
        made.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca-key.pem -out ca.pem -days 2"
                + " -subj /CN=authority");
        return made;
    }

    /// The authority's own certificate.
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /// The certificate of a name that was issued.
    public Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    /// Its key.
    public Path key(String name) {
        return folder.resolve(name + "-key.pem");
    }

    /// Issues a certificate for a server.
    ///
    /// @param name of its files
    /// @param names as openssl has them: `DNS:localhost,IP:127.0.0.1`
    /// @param days how long it is valid from now, negative for one that is not valid any more
    public void server(String name, String names, int days) throws IOException {
        issue(name, "extendedKeyUsage=serverAuth\nsubjectAltName=" + names + "\n", days, "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
    }

    /// Issues a certificate for a client.
    ///
    /// @param kind of its key, as openssl has it: `-newkey rsa:2048`; a key that is there already: `-key NAME-key.pem`
    public void client(String name, String kind) throws IOException {
        issue(name, "extendedKeyUsage=clientAuth\n", 2, kind);
    }

    private void issue(String name, String extensions, int days, String kind) throws IOException {
        Files.writeString(folder.resolve(name + ".ext"), extensions);
        String key = kind.startsWith("-key ") ? "" : " -nodes -keyout " + name + "-key.pem";
        openssl("req -new " + kind + key + " -out " + name + ".csr -subj /CN=" + name);
        openssl("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days " + days + " -extfile " + name
                + ".ext -out " + name + ".pem");
    }

    /// Runs openssl in the folder.
    ///
    /// @param words its arguments, none of them with a blank
    public void openssl(String words) throws IOException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(words.split(" ", -1)));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException("openssl " + words + ": " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
