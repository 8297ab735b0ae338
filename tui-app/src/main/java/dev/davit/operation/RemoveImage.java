package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import java.util.Optional;

/// Removes a name of an image, and the image with its last name.
public record RemoveImage(ImageRef image, ImageRemoveOptions options) implements Operation {

    @Override
    public String title() {
        return "remove image " + image;
    }

    @Override
    public String command() {
        var line = CommandLine.of("rmi").flag("-f", options.force()).flag("--no-prune", options.keepParents());
        options.platforms().forEach(platform -> line.option("--platform", Optional.of(platform)));
        return line.argument(image).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        for (var removal : engine.images().remove(image, options)) {
            String word = switch (removal.kind()) {
                case UNTAGGED -> "Untagged: ";
                case DELETED -> "Deleted: ";
            };
            progress.say(word + removal.reference());
        }
    }
}
