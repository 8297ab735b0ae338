package dev.davit.engine.image;

/// Who somebody is at a registry.
///
/// @param registry its address as the config file spells it (`https://index.docker.io/v1/`, `registry.example.com`)
/// @param username may be empty with an identity token
/// @param password secret; empty with an identity token
/// @param identityToken secret; empty with a password
public record Credentials(String registry, String username, String password, String identityToken) {

    /// Without the secrets: this may end up in a log.
    @Override
    public String toString() {
        return "credentials of " + username + " at " + registry;
    }
}
