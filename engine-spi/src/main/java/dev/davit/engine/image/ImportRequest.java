package dev.davit.engine.image;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A root file system that is to become an image of one layer.
///
/// @param source where it comes from
/// @param target its name, `repository[:tag]`
/// @param changes lines of a Dockerfile that set its configuration: `CMD ["sh"]`
/// @param message what its history says
/// @param platform `OS[/ARCH[/VARIANT]]`, the host's when empty
public record ImportRequest(
        Source source, Optional<ImageRef> target, List<String> changes, String message, Optional<String> platform) {

    /// Where a root file system comes from.
    public sealed interface Source {
        /// The caller.
        ///
        /// @param tar plain or compressed by gzip, bzip2 or xz; read to its end and not closed
        record Archive(InputStream tar) implements Source {}

        /// Somewhere that the engine can fetch it from.
        ///
        /// @param url `http` or `https`
        record Address(String url) implements Source {}
    }

    public ImportRequest {
        changes = List.copyOf(changes);
    }

    /// With nothing but a name.
    public static ImportRequest of(InputStream tar, String target) {
        return new ImportRequest(
                new Source.Archive(tar), Optional.of(new ImageRef(target)), List.of(), "", Optional.empty());
    }
}
