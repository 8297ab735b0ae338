package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.image.ImageRef;

/// Gives an image one more name.
public record TagImage(ImageRef image, ImageRef target) implements Operation {

    @Override
    public String title() {
        return "tag image " + image + " as " + target;
    }

    @Override
    public String command() {
        return CommandLine.of("tag").argument(image).argument(target).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.images().tag(image, target);
    }
}
