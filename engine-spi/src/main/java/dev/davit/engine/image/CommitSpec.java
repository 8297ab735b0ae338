package dev.davit.engine.image;

import java.util.List;
import java.util.Optional;

/// How a container becomes an image.
///
/// @param target its name, `repository[:tag]`
/// @param author who made it, or empty
/// @param message what its history says, or empty
/// @param changes lines of a Dockerfile that change the container's configuration: `CMD ["sh"]`
/// @param pause whether the container's processes are frozen meanwhile, so that the image holds one moment
public record CommitSpec(
        Optional<ImageRef> target, String author, String message, List<String> changes, boolean pause) {

    public CommitSpec {
        changes = List.copyOf(changes);
    }

    /// As it is, under a name.
    public static CommitSpec as(String target) {
        return new CommitSpec(Optional.of(new ImageRef(target)), "", "", List.of(), true);
    }
}
