package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Pruned;
import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.BuildKitSpec;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.BuildPrune;
import dev.davit.engine.build.BuildSpec;
import dev.davit.engine.build.Builds;
import dev.davit.engine.build.DockerfileSource;
import dev.davit.engine.build.context.ContextSource;
import dev.davit.engine.build.dockerfile.BuildKitNeed;
import dev.davit.engine.build.dockerfile.DockerfileReader;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.remote.http.Body;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Builds by the daemon's classic builder, `POST /build`.
///
/// What only BuildKit understands is refused before anything is sent, as long as the Dockerfile can be looked at: what the daemon fetches
/// itself can not, and is refused by it.
final class RemoteBuilds implements Builds {
    private final Daemon daemon;
    private final BooleanSupplier able;

    /// @param able whether the daemon is known to build at all
    RemoteBuilds(Daemon daemon, BooleanSupplier able) {
        this.daemon = daemon;
        this.able = able;
    }

    @Override
    public Feed<BuildProgress> build(BuildSpec spec) {
        String what = "build " + (spec.tags().isEmpty() ? "the image" : "image " + spec.tags().getFirst());
        if (!able.getAsBoolean()) {
            throw new EngineException.Unsupported(Feature.BUILD, "cannot " + what + ": the engine at " + daemon.address() + " does not build");
        }
        refuse(what, spec.buildKit());
        try {
            return switch (spec.context()) {
                case BuildContext.Entries(var source) -> entries(what, spec, source);
                case BuildContext.Tar(var archive) -> archive(what, spec, inContext(what, spec), archive);
                case BuildContext.Remote remote -> feed(what, spec, inContext(what, spec), Optional.empty(), Optional.empty(), () -> {});
            };
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private Feed<BuildProgress> entries(String what, BuildSpec spec, ContextSource source) throws IOException {
        var entries = switch (spec.dockerfile()) {
            case DockerfileSource.Text(String text) -> {
                refuse(check(what, "the Dockerfile", text));
                yield BuilderEntries.withDockerfile(source, text);
            }
            case DockerfileSource.InContext(String path) -> {
                var text = source.text(path);
                if (text.isEmpty()) {
                    throw new EngineException.NotFound("cannot " + what + ": there is no " + path + " in the context");
                }
                refuse(check(what, path, text.get()));
                yield BuilderEntries.of(source, path);
            }
        };
        return feed(what, spec, entries.dockerfile(), Optional.of(new ContextTar(entries)), Optional.empty(), () -> {});
    }

    /// An archive comes perhaps from one who is served here, and who is to read the daemon's own words for a mistake.
    private Feed<BuildProgress> archive(String what, BuildSpec spec, String dockerfile, InputStream archive) throws IOException {
        var context = new ArchiveContext(archive, dockerfile);
        try {
            var mistakes = context.dockerfile().flatMap(text -> check(what, dockerfile.isEmpty() ? "the Dockerfile" : dockerfile, text));
            return feed(what, spec, dockerfile, Optional.of(context.whole()), mistakes, context::close);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static String inContext(String what, BuildSpec spec) {
        return switch (spec.dockerfile()) {
            case DockerfileSource.InContext(String path) -> path;
            case DockerfileSource.Text text -> throw new EngineException.Invalid(
                    "cannot " + what + ": a Dockerfile of its own goes with a folder, not with an archive or a URL");
        };
    }

    private static void refuse(Optional<EngineException> mistakes) {
        if (mistakes.isPresent()) throw mistakes.get();
    }

    /// Looks for what the classic builder would trip over.
    ///
    /// @return all mistakes that there are
    /// @throws EngineException.Unsupported for what needs BuildKit
    private static Optional<EngineException> check(String what, String name, String text) {
        var reading = DockerfileReader.read(text);
        var needs = BuildKitNeed.of(reading.dockerfile());
        if (!needs.isEmpty()) {
            String all = needs.stream().map(BuildKitNeed::toString).collect(Collectors.joining("; "));
            throw new EngineException.Unsupported(
                    Feature.BUILDKIT, "cannot " + what + ": the daemon's classic builder lacks what " + name + " needs BuildKit for: " + all);
        }
        if (reading.mistakes().isEmpty()) return Optional.empty();
        String all = reading.mistakes().stream().map(Object::toString).collect(Collectors.joining("; "));
        return Optional.of(new EngineException.Invalid("cannot " + what + ": " + name + ": " + all));
    }

    private static void refuse(String what, BuildKitSpec wanted) {
        String part = "";
        if (!wanted.secrets().isEmpty()) part = "secrets";
        else if (!wanted.agents().isEmpty()) part = "ssh agents";
        else if (!wanted.contexts().isEmpty()) part = "further contexts";
        else if (!wanted.cacheTo().isEmpty()) part = "exporting the cache";
        else if (!wanted.outputs().isEmpty()) part = "outputs other than an image of the daemon's own";
        if (part.isEmpty()) return;
        throw new EngineException.Unsupported(
                Feature.BUILDKIT, "cannot " + what + ": " + part + " need BuildKit, and the daemon is asked for its classic builder");
    }

    /// @param mistakes what to say, with its words, when the daemon refuses the request
    private Feed<BuildProgress> feed(
            String what,
            BuildSpec spec,
            String dockerfile,
            Optional<InputStream> context,
            Optional<EngineException> mistakes,
            Closeable afterwards) {
        var target = BuildQuery.of(spec, dockerfile);
        var headers = RegistryAuth.headers(spec.credentials());
        return new BuildFeed(what, feed -> {
            var body = context.<Body>map(stream -> {
                        var sent = new Sent(spec.compress() ? new GzipInput(stream) : stream, feed);
                        return new Body.Stream("application/x-tar", sent);
                    })
                    .orElse(Body.NONE);
            try (afterwards;
                    var response = daemon.open(what, "POST", target, body, headers)) {
                var news = new BuildNews(what, !spec.keepContainers(), feed::tell);
                var lines = new JsonLines(response.body());
                for (var line = lines.next(); line.isPresent(); line = lines.next()) news.take(JsonLines.object(line.get(), what));
                news.end();
            } catch (EngineException.Invalid e) {
                throw mistakes.map(all -> all.because(e.reason())).orElse(e);
            } catch (IOException e) {
                throw daemon.lost(what, e);
            }
        });
    }

    @Override
    public Pruned<String> prune(BuildPrune request) {
        var target = Query.of("/build/prune").flag("all", request.all());
        request.keepStorage().ifPresent(bytes -> target.with("keep-storage", Long.toString(bytes)));
        target.filters(request.filters());
        String answer = daemon.text("prune the build cache", "POST", target, Body.NONE);
        if (!(Json.parse(answer) instanceof JsonObject report)) {
            throw new EngineException.Failed("cannot prune the build cache: the daemon's answer is no JSON object");
        }
        return new Pruned<>(report.array("CachesDeleted").strings(), report.integer("SpaceReclaimed"));
    }

    /// Counts what goes to the daemon.
    private static final class Sent extends FilterInputStream {
        private final BuildFeed feed;
        private long bytes;
        private boolean complete;

        Sent(InputStream in, BuildFeed feed) {
            super(in);
            this.feed = feed;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            bytes += Math.max(count, 0);
            if (count < 0 && complete) return count;
            complete = count < 0;
            feed.tell(new BuildProgress.ContextSent(bytes, complete));
            return count;
        }
    }
}
