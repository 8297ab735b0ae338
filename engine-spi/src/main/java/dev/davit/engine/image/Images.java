package dev.davit.engine.image;

import dev.davit.engine.Feed;
import java.util.List;
import java.util.Optional;

/// The image store.
///
/// An image is a list of layers and a configuration, known by its id; names point to it. Removing a name leaves the image
/// while other names or containers need it. A reference that means no image is
/// [dev.davit.engine.EngineException.NotFound].
public interface Images {

    /// The images that match, newest first.
    List<ImageSummary> list(ImageQuery query);

    /// One image in full.
    ImageDetails inspect(ImageRef image);

    /// The steps that made it, newest first.
    default List<ImageHistoryEntry> history(ImageRef image) {
        return history(image, Optional.empty());
    }

    /// The steps that made the variant of one platform, newest first.
    ///
    /// @param platform `OS[/ARCH[/VARIANT]]`, or the host's when empty
    /// @throws dev.davit.engine.EngineException.Unsupported when one is named and the store keeps one variant only
    List<ImageHistoryEntry> history(ImageRef image, Optional<String> platform);

    /// Gives an image one more name; a name that pointed elsewhere is moved.
    ///
    /// @param target `[registry/]repository[:tag]`
    /// @throws dev.davit.engine.EngineException.Invalid when the target cannot be a name
    void tag(ImageRef image, ImageRef target);

    /// Removes a name, and the image with its last name.
    ///
    /// @return what was done, in order
    /// @throws dev.davit.engine.EngineException.Conflict when a container uses it
    List<ImageRemoval> remove(ImageRef image, ImageRemoveOptions options);

    /// Fetches an image. The feed ends when it is in the store; a failure is thrown from it; closing it early cancels.
    Feed<TransferProgress> pull(PullRequest request);
}
