package dev.davit.engine.image;

import java.util.List;
import java.util.Optional;

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

    /// Asks the image's registry what it keeps under the name, and pulls nothing.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when the registry has no such image
    /// @throws dev.davit.engine.EngineException.Denied when the registry wants other credentials
    /// @throws dev.davit.engine.EngineException.Invalid when it cannot be a name
    /// @throws dev.davit.engine.EngineException.Failed when the registry cannot be reached
    ManifestDetails describe(ImageRef image, Optional<Credentials> credentials);
}
