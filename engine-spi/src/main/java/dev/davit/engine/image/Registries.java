package dev.davit.engine.image;

/// Registries as the engine reaches them. Searching comes to this port.
public interface Registries {

    /// Asks the registry whether these credentials are right. Nothing is stored.
    ///
    /// @throws dev.davit.engine.EngineException.Denied when they are wrong
    /// @throws dev.davit.engine.EngineException.Failed when the registry cannot be reached
    LoginResult login(Credentials credentials);
}
