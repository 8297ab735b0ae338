package dev.davit.engine.image;

import dev.davit.engine.document.Document;
import java.util.List;

/// What a registry keeps under an image's name: the descriptor of its manifest, or of its index of manifests.
///
/// @param mediaType what the manifest is: `application/vnd.oci.image.index.v1+json`
/// @param digest of the manifest: `sha256:…`
/// @param size of the manifest itself, in bytes
/// @param platforms that there is an image for, as `os/architecture[/variant]`
/// @param document Docker's own (`Descriptor`, `Platforms`), with what the above leaves out
public record ManifestDetails(String mediaType, String digest, long size, List<String> platforms, Document document) {

    public ManifestDetails {
        platforms = List.copyOf(platforms);
    }
}
