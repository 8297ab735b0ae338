package dev.davit.engine.image;

import java.util.List;

/// Registries as the engine reaches them.
public interface Registries {

    /// Asks the registry whether these credentials are right. Nothing is stored.
    ///
    /// @throws dev.davit.engine.EngineException.Denied when they are wrong
    /// @throws dev.davit.engine.EngineException.Failed when the registry cannot be reached
    LoginResult login(Credentials credentials);

    /// Looks for repositories by name and description, in the registry's order.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid when a filter or the limit makes no sense
    /// @throws dev.davit.engine.EngineException.Failed when the registry cannot be reached or has no search
    List<SearchResult> search(SearchRequest request);
}
