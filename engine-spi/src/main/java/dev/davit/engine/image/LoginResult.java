package dev.davit.engine.image;

/// A registry's answer to a login.
///
/// @param status the engine's words: `Login Succeeded`
/// @param identityToken to be stored in place of the password, or empty
public record LoginResult(String status, String identityToken) {

    /// Without the secret.
    @Override
    public String toString() {
        return status;
    }
}
