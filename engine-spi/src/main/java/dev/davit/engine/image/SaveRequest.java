package dev.davit.engine.image;

import java.util.List;
import java.util.Optional;

/// Which images to pack.
///
/// @param images at least one; a name packs the name as well, an id the image without one, a repository all its tags
/// @param platform only the variant of one platform, `OS[/ARCH[/VARIANT]]`
public record SaveRequest(List<ImageRef> images, Optional<String> platform) {

    public SaveRequest {
        images = List.copyOf(images);
        if (images.isEmpty()) throw new IllegalArgumentException("there is no image to save");
    }

    /// These, with their names.
    public static SaveRequest of(String... images) {
        return new SaveRequest(List.of(images).stream().map(ImageRef::new).toList(), Optional.empty());
    }
}
