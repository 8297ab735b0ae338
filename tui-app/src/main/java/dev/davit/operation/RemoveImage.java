package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;

/// Removes a name of an image, and the image with its last name.
public record RemoveImage(ImageRef image, ImageRemoveOptions options) implements Operation {

    @Override
    public String title() {
        return "remove image " + image;
    }

    @Override
    public String command() {
        return CommandLine.of("rmi")
                .flag("-f", options.force())
                .flag("--no-prune", options.keepParents())
                .option("--platform", options.platform())
                .argument(image)
                .toString();
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
