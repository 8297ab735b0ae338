package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.ImportRequest;
import dev.davit.engine.image.LoadRequest;
import dev.davit.engine.image.PullRequest;
import dev.davit.engine.image.PushRequest;
import dev.davit.engine.image.SaveRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Images on their way in and out: pull, import, push, save, load.
final class ImageTransferRoutes {
    private static final int BUFFER = 64 * 1024;
    private final Images images;

    ImageTransferRoutes(Images images) {
        this.images = images;
    }

    void into(Router router) {
        router.on("POST", "/images/create", this::create)
                .on("POST", "/images/load", this::load)
                .on("GET", "/images/get", call -> save(call, call.all("names")))
                .on("GET", "/images/{name*}/get", call -> save(call, List.of(call.name("name"))))
                .on("POST", "/images/{name*}/push", this::push);
    }

    private void create(Call call) throws IOException {
        if (call.text("fromImage").isEmpty()) importRoot(call);
        else pull(call);
    }

    private void pull(Call call) throws IOException {
        String name = call.text("fromImage");
        String tag = call.text("tag");
        boolean all = tag.isEmpty() && !hasTag(name);
        var request = new PullRequest(ImageRoutes.image(name, tag), all, call.optional("platform"), LoginHeaders.one(call));
        TransferLines.answer(call.exchange(), images.pull(request), TransferLines::plain);
    }

    /// Whether a name says which image of its repository is meant.
    private static boolean hasTag(String name) {
        return name.indexOf('@') > 0 || name.lastIndexOf(':') > name.lastIndexOf('/');
    }

    private void importRoot(Call call) throws IOException {
        String from = call.text("fromSrc");
        if (from.isEmpty()) throw Call.invalid("neither fromImage nor fromSrc says what to make the image of");
        ImportRequest.Source source =
                from.equals("-") ? new ImportRequest.Source.Archive(call.exchange().body()) : new ImportRequest.Source.Address(from);
        Optional<ImageRef> target = call.optional("repo").map(repository -> ImageRoutes.image(repository, call.text("tag")));
        var request = new ImportRequest(source, target, call.all("changes"), call.text("message"), call.optional("platform"));
        TransferLines.answer(call.exchange(), images.importRoot(request), TransferLines::plain);
    }

    private void push(Call call) throws IOException {
        String tag = call.text("tag");
        var image = ImageRoutes.image(call.name("name"), tag);
        boolean all = tag.isEmpty() && !hasTag(image.text());
        var request = new PushRequest(image, all, ImageRoutes.platform(call), LoginHeaders.one(call));
        TransferLines.answer(call.exchange(), images.push(request), TransferLines::push);
    }

    private void save(Call call, List<String> names) throws IOException {
        if (names.isEmpty()) throw Call.invalid("there is no image to save");
        var request = new SaveRequest(names.stream().map(ImageRoutes::image).toList(), ImageRoutes.platform(call));
        try (var archive = images.save(request)) {
            call.exchange().whenGone(archive::close);
            var bytes = new byte[BUFFER];
            int count = archive.read(bytes, 0, bytes.length);
            var out = call.exchange().begin(200, "application/x-tar");
            for (; count >= 0; count = archive.read(bytes, 0, bytes.length)) out.write(bytes, 0, count);
        }
    }

    /// An archive that cannot be loaded is told behind a head that says all is well, as by dockerd, which has begun its answer by then.
    private void load(Call call) throws IOException {
        var request = new LoadRequest(call.exchange().body(), call.flagUnlessDenied("quiet"), ImageRoutes.platform(call));
        var out = new JsonStream(call.exchange());
        try {
            TransferLines.answer(call.exchange(), out, images.load(request), TransferLines::load);
        } catch (EngineException.Failed | EngineException.Invalid e) {
            out.begin();
            out.fail(e);
        }
    }
}
