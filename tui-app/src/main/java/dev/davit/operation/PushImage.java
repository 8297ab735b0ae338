package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.image.PushRequest;

/// Sends an image to its registry, and says each stage of each layer.
public record PushImage(PushRequest request) implements Operation {

    @Override
    public String title() {
        return "push image " + request.reference();
    }

    @Override
    public String command() {
        return CommandLine.of("push")
                .flag("-a", request.allTags())
                .option("--platform", request.platform())
                .argument(request.reference())
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        try (var news = engine.images().push(request)) {
            for (var item : news) {
                if (item.current() > 0 || item.total() > 0) continue;
                progress.say((item.layer().isEmpty() ? "" : item.layer() + ": ") + item.status());
            }
        }
    }
}
