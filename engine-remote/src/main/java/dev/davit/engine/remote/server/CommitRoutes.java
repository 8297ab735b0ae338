package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.Images;
import java.io.IOException;
import java.util.ArrayList;

/// Images of containers: `/commit`.
final class CommitRoutes {
    private final Images images;

    CommitRoutes(Images images) {
        this.images = images;
    }

    void into(Router router) {
        router.on("POST", "/commit", this::commit);
    }

    private void commit(Call call) throws IOException {
        var container = call.optional("container").orElseThrow(() -> Call.invalid("bad parameter: 'container' cannot be empty"));
        var tag = call.optional("tag").map(given -> ":" + given).orElse("");
        var target = call.optional("repo").map(repository -> new ImageRef(repository + tag));
        var changes = new ArrayList<>(CommitChanges.of(call.document()));
        changes.addAll(call.all("changes"));
        var spec = new CommitSpec(target, call.text("author"), call.text("comment"), changes, call.flagUnlessDenied("pause"));
        call.answer(201, JsonObject.builder().put("Id", images.commit(new ContainerRef(container), spec)).build());
    }
}
