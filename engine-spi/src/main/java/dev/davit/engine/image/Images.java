package dev.davit.engine.image;

import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerRef;
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

    /// Removes images that no container uses: those without a name, or, with `dangling=false`, any.
    ///
    /// @param filters Docker's: `dangling`, `label`, `label!`, `until`
    /// @return what was done, in order
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be; nothing is
    ///         removed then
    Pruned<ImageRemoval> prune(Filters filters);

    /// Fetches an image. The feed ends when it is in the store; a failure is thrown from it; closing it early cancels.
    Feed<TransferProgress> pull(PullRequest request);

    /// Sends an image to its registry. The feed ends when the registry has it all; a failure is thrown from it; closing it
    /// early cancels, and the registry keeps no half image.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when there is no such image, here or from the feed
    Feed<TransferProgress> push(PushRequest request);

    /// Packs images with their names and layers, in Docker's layout. The caller closes the archive.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when one of them does not exist; nothing is packed then
    TarStream save(SaveRequest request);

    /// Takes images out of an archive. Returns when the engine has read the archive; the feed tells of each layer and of each
    /// image (`Loaded image: busybox:latest`, `Loaded image ID: sha256:…`) and ends when they are in the store. A broken
    /// archive is [dev.davit.engine.EngineException.Failed] or `Invalid`, from the call or from the feed; names that were
    /// loaded before it stay.
    ///
    /// An `IOException` that the archive throws is [dev.davit.engine.EngineException.Failed]; interrupting the thread while it
    /// is being read cancels, and nothing is loaded.
    Feed<TransferProgress> load(LoadRequest request);

    /// Makes an image of a root file system. Returns when the engine has read what the caller gives; the last news is the
    /// image's id with `sha256:`. Failures as for [#load]; no image is made then.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid when a change is no line of a Dockerfile that could be one
    Feed<TransferProgress> importRoot(ImportRequest request);

    /// Makes an image of a container: the container's image and one more layer of what it changed; volumes are not in it.
    ///
    /// @return the image's id, with `sha256:`
    /// @throws dev.davit.engine.EngineException.NotFound when there is no such container
    /// @throws dev.davit.engine.EngineException.Invalid when a change is no line of a Dockerfile that could be one, or the
    ///     target cannot be a name
    String commit(ContainerRef container, CommitSpec spec);
}
