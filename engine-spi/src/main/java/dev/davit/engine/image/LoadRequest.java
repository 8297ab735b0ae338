package dev.davit.engine.image;

import java.io.InputStream;
import java.util.Optional;

/// Images to unpack.
///
/// @param archive what [Images#save] packed or another tool in Docker's or OCI's layout, plain or compressed by gzip, bzip2 or
///     xz; it is read to its end and not closed
/// @param quiet whether only results are told, without the progress of layers
/// @param platform only the variant of one platform, `OS[/ARCH[/VARIANT]]`
public record LoadRequest(InputStream archive, boolean quiet, Optional<String> platform) {

    /// All of it.
    public static LoadRequest of(InputStream archive) {
        return new LoadRequest(archive, false, Optional.empty());
    }
}
