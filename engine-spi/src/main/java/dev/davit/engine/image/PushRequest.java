package dev.davit.engine.image;

import java.util.Optional;

/// What to push.
///
/// @param reference `[registry/]repository[:tag]`; without a tag `latest`
/// @param allTags every tag of the repository instead; the reference has none then
/// @param platform only the variant of one platform, `OS[/ARCH[/VARIANT]]`
/// @param credentials for the registry
public record PushRequest(
        ImageRef reference, boolean allTags, Optional<String> platform, Optional<Credentials> credentials) {

    /// Just that image, as anybody.
    public static PushRequest of(String reference) {
        return new PushRequest(new ImageRef(reference), false, Optional.empty(), Optional.empty());
    }
}
