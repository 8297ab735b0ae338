package dev.davit.engine.image;

import java.util.Optional;

/// What to pull.
///
/// @param reference `[registry/]repository[:tag|@digest]`; without a tag `latest`
/// @param allTags every tag of the repository instead
/// @param platform `os[/arch[/variant]]`
/// @param credentials for the registry
public record PullRequest(
        ImageRef reference, boolean allTags, Optional<String> platform, Optional<Credentials> credentials) {

    /// Just that image, as anybody.
    public static PullRequest of(String reference) {
        return new PullRequest(new ImageRef(reference), false, Optional.empty(), Optional.empty());
    }
}
