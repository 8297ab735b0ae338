package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.BuildPrune;
import dev.davit.engine.build.Builds;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Making images from Dockerfiles, as the classic builder does: `/build`.
final class BuildRoutes {
    private final Builds builds;

    BuildRoutes(Builds builds) {
        this.builds = builds;
    }

    void into(Router router) {
        router.on("POST", "/build", this::build).on("POST", "/build/prune", this::prune);
    }

    private void build(Call call) throws IOException {
        var spec = BuildRequest.of(call);
        var out = new JsonStream(call.exchange());
        var lines = new BuildLines();
        var answer = call.flag("q") ? new Quiet(out, lines) : (Telling) news -> out.sendAll(lines.of(news));
        try (var feed = builds.build(spec)) {
            for (var news : feed) {
                // Once the context was read nothing else tells that the client has gone.
                call.exchange().whenGone(feed::close);
                answer.tell(news);
            }
            out.begin();
        } catch (EngineException e) {
            if (answer instanceof Quiet quiet) quiet.tellAll();
            out.fail(e, lines.exitCode());
        }
    }

    /// Takes the news of a build.
    private interface Telling {
        void tell(BuildProgress news) throws IOException;
    }

    /// Tells the image alone, or, when the build fails, what there was to tell until then.
    private static final class Quiet implements Telling {
        private static final int MOST_KEPT = 100_000;

        private final JsonStream out;
        private final BuildLines lines;
        private final List<JsonObject> kept = new ArrayList<>();

        Quiet(JsonStream out, BuildLines lines) {
            this.out = out;
            this.lines = lines;
        }

        @Override
        public void tell(BuildProgress news) throws IOException {
            if (news instanceof BuildProgress.Built(var image)) out.send(BuildLines.line(image + "\n"));
            else if (kept.size() < MOST_KEPT) kept.addAll(lines.of(news));
        }

        void tellAll() throws IOException {
            out.sendAll(kept);
        }
    }

    private void prune(Call call) throws IOException {
        var keep = call.number("keep-storage").map(OptionalLong::of).orElse(OptionalLong.empty());
        var pruned = builds.prune(new BuildPrune(call.flag("all"), keep, call.filters()));
        Json dropped = pruned.removed().isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(pruned.removed());
        call.answer(JsonObject.builder().put("CachesDeleted", dropped).put("SpaceReclaimed", pruned.bytes()).build());
    }
}
