package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.BuildKitSpec;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.build.BuildPrune;
import dev.davit.engine.build.BuildSpec;
import dev.davit.engine.build.DockerfileSource;
import dev.davit.engine.build.Vertex;
import dev.davit.engine.build.context.ContextEntry;
import dev.davit.engine.build.context.ContextSource;
import dev.davit.engine.build.context.DirectoryContext;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.ImageRef;
import dev.davit.testing.Await;
import dev.davit.testing.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Building: what a Dockerfile makes of a context, what is told of it on the way, and what is refused.
@Needs(Feature.BUILD)
public abstract class BuildContract extends EngineContract {
    @TempDir
    Path folder;

    @Test
    void a_build_leaves_an_image_with_its_names() throws IOException {
        var first = name();
        var second = name();
        var news = build(draft -> draft.tags = List.of(first.text(), second.text()), "LABEL made=here");
        String id = only(news, BuildProgress.Built.class).image();
        assertThat(engine().images().inspect(first).id()).isEqualTo(id).isEqualTo(engine().images().inspect(second).id());
        assertThat(of(news, BuildProgress.Tagged.class)).extracting(BuildProgress.Tagged::name).containsExactly(first.text(), second.text());
    }

    @Test
    void steps_are_told_one_after_another() throws IOException {
        var news = build("ENV a=1", "RUN echo hi");
        var steps = of(news, BuildProgress.Started.class).stream().map(BuildProgress.Started::vertex).toList();
        assertThat(steps).extracting(Vertex::name).containsExactly("FROM " + subject().busybox(), "ENV a=1", "RUN echo hi");
        assertThat(steps).extracting(Vertex::step).containsExactly(1, 2, 3);
        assertThat(steps).extracting(Vertex::steps).containsOnly(3);
        assertThat(of(news, BuildProgress.Completed.class)).extracting(BuildProgress.Completed::vertex).isEqualTo(steps);
    }

    @Test
    void what_a_command_writes_is_told_by_stream() throws IOException {
        var news = build("RUN echo out; echo wrong >&2 # " + freshName());
        assertThat(written(news, StdStream.STDOUT)).isEqualTo("out\n");
        assertThat(written(news, StdStream.STDERR)).isEqualTo("wrong\n");
    }

    @Test
    void a_command_that_writes_as_the_engine_does_deceives_nobody() throws IOException {
        var news = build("RUN echo 'Successfully built 012345678901'; echo ' ---> Using cache'; echo 'Step 9/9 : FROM x' # " + freshName());
        assertThat(of(news, BuildProgress.Started.class)).hasSize(2);
        assertThat(of(news, BuildProgress.Cached.class)).isEmpty();
        assertThat(only(news, BuildProgress.Built.class).image()).startsWith("sha256:");
        assertThat(written(news, StdStream.STDOUT)).contains("Successfully built 012345678901");
    }

    @Test
    void the_size_of_the_context_is_told_to_its_end() throws IOException {
        Files.write(folder.resolve("big"), new byte[3_000_000]);
        var news = build("COPY big /");
        var sent = of(news, BuildProgress.ContextSent.class);
        assertThat(sent.getLast().complete()).isTrue();
        assertThat(sent.getLast().bytes()).isGreaterThan(3_000_000);
        assertThat(sent).filteredOn(BuildProgress.ContextSent::complete).hasSize(1);
    }

    @Test
    void a_compressed_context_is_smaller_and_builds_the_same() throws IOException {
        Files.write(folder.resolve("big"), new byte[3_000_000]);
        var news = build(draft -> draft.compress = true, "COPY big /", "RUN wc -c < /big # " + freshName());
        assertThat(of(news, BuildProgress.ContextSent.class).getLast().bytes()).isLessThan(100_000);
        assertThat(written(news, StdStream.STDOUT).strip()).isEqualTo("3000000");
    }

    @Test
    void everything_in_an_image_is_roots_and_keeps_its_mode() throws IOException {
        var script = Files.writeString(folder.resolve("script"), "#!/bin/sh\necho ran\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("script"));
        var news = build("COPY . /c/", "RUN ls -ln /c | tr -s ' ' | grep -v total; /c/script # " + freshName());
        assertThat(written(news, StdStream.STDOUT)).contains("-rwxr-x--- 1 0 0").contains("link -> script").endsWith("ran\n");
    }

    @Test
    void names_that_are_long_or_foreign_arrive() throws IOException {
        String longName = "d".repeat(120) + "/" + "f".repeat(120);
        Files.createDirectory(folder.resolve("d".repeat(120)));
        Files.writeString(folder.resolve(longName), "1");
        Files.writeString(folder.resolve("größe"), "2");
        var news = build("COPY . /c/", "RUN cat /c/" + longName + " /c/größe # " + freshName());
        assertThat(written(news, StdStream.STDOUT)).isEqualTo("12");
    }

    @Test
    void what_the_rules_keep_out_cannot_be_copied() throws IOException {
        Files.writeString(folder.resolve(".dockerignore"), "secret\nDockerfile\n");
        Files.writeString(folder.resolve("secret"), "x");
        Files.writeString(folder.resolve("open"), "x");
        assertThat(written(build("COPY . /c/", "RUN ls -A /c # " + freshName()), StdStream.STDOUT)).isEqualTo(".dockerignore\nopen\n");
        failed(EngineException.Failed.class, "COPY secret /");
    }

    @Test
    void a_dockerfile_from_elsewhere_is_not_among_the_files() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        var text = dockerfile("COPY . /c/", "RUN ls -A /c # " + freshName());
        var news = run(BuildSpec.of(entries(), draft -> draft.dockerfile = new DockerfileSource.Text(text)));
        assertThat(written(news, StdStream.STDOUT)).isEqualTo("file\n");
    }

    @Test
    void arguments_reach_the_dockerfile_and_those_that_nothing_takes_are_told() throws IOException {
        var arguments = Map.of("WORD", Optional.of("given"), "NOBODY", Optional.of("1"));
        var news = build(draft -> draft.arguments = arguments, "ARG WORD=usual", "ARG OTHER=usual", "RUN echo $WORD $OTHER # " + freshName());
        assertThat(written(news, StdStream.STDOUT)).isEqualTo("given usual\n");
        assertThat(only(news, BuildProgress.Warning.class).text()).contains("NOBODY");
    }

    @Test
    void labels_are_those_of_the_dockerfile_and_of_the_request() throws IOException {
        var image = name();
        build(
                draft -> {
                    draft.tags = List.of(image.text());
                    draft.labels = Map.of("asked", "yes", "both", "request");
                },
                "LABEL own=yes both=dockerfile");
        var document = (JsonObject) Json.parse(engine().images().inspect(image).document().json());
        var labels = document.object("Config").object("Labels");
        assertThat(labels.string("own")).isEqualTo("yes");
        assertThat(labels.string("asked")).isEqualTo("yes");
        assertThat(labels.string("both")).isEqualTo("request");
    }

    @Test
    void a_build_stops_at_its_target() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + subject().busybox() + " AS one\nENV a=1\nFROM one\nRUN false\n");
        var news = run(BuildSpec.of(entries(), draft -> draft.target = Optional.of("one")));
        assertThat(of(news, BuildProgress.Started.class)).hasSize(2);
        only(news, BuildProgress.Built.class);
    }

    @Test
    void stages_copy_from_each_other() throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                dockerfile("RUN echo made > /made").replaceFirst("FROM (\\S+)", "FROM $1 AS maker")
                        + dockerfile("COPY --from=maker /made /got", "RUN cat /got # " + freshName()));
        assertThat(written(run(BuildSpec.of(entries(), _ -> {})), StdStream.STDOUT)).isEqualTo("made\n");
    }

    @Test
    void what_was_done_before_is_not_done_again() throws IOException {
        String line = "RUN echo once # " + freshName();
        var first = build(line);
        assertThat(of(first, BuildProgress.Cached.class)).isEmpty();
        var second = build(line);
        assertThat(only(second, BuildProgress.Cached.class).vertex().name()).isEqualTo(line);
        assertThat(written(second, StdStream.STDOUT)).isEmpty();
        assertThat(only(second, BuildProgress.Built.class)).isEqualTo(only(first, BuildProgress.Built.class));
    }

    @Test
    void without_cache_everything_is_done_again() throws IOException {
        String line = "RUN echo again # " + freshName();
        build(line);
        var second = build(draft -> draft.noCache = true, line);
        assertThat(of(second, BuildProgress.Cached.class)).isEmpty();
        assertThat(written(second, StdStream.STDOUT)).isEqualTo("again\n");
    }

    @Test
    void a_command_that_fails_ends_the_build_with_its_exit_code() throws IOException {
        var image = name();
        var news = failed(EngineException.Failed.class, draft -> draft.tags = List.of(image.text()), "RUN echo before; exit 7 # " + freshName());
        var failure = only(news, BuildProgress.Failed.class);
        assertThat(failure.exitCode()).isEqualTo(OptionalInt.of(7));
        assertThat(failure.vertex().step()).isEqualTo(2);
        assertThat(written(news, StdStream.STDOUT)).isEqualTo("before\n");
        refused(EngineException.NotFound.class, "inspect image " + image, () -> engine().images().inspect(image));
    }

    @Test
    void a_source_that_is_not_in_the_context_fails_its_step() throws IOException {
        var news = failed(EngineException.Failed.class, "COPY nosuch /");
        assertThat(only(news, BuildProgress.Failed.class).reason()).contains("nosuch");
        failed(EngineException.Failed.class, "COPY ../../etc/passwd /");
    }

    @Test
    void a_base_that_cannot_be_had_fails_the_build() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM 127.0.0.1:1/no/such:image\n");
        var spec = BuildSpec.of(entries(), _ -> {});
        var message = refused(EngineException.class, "build the image", () -> run(spec));
        assertThat(message).isNotEmpty();
    }

    @Test
    void all_mistakes_of_a_dockerfile_are_told_before_anything_is_done() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + subject().busybox() + "\nRUNN x\nCOPY a\n");
        var spec = BuildSpec.of(entries(), _ -> {});
        String message = refused(EngineException.Invalid.class, "build the image", () -> run(spec));
        assertThat(message).contains("line 2: unknown instruction RUNN; did you mean RUN?").contains("line 3: COPY needs");
    }

    @Test
    void an_unknown_target_is_refused() throws IOException {
        write("ENV a=1");
        var spec = BuildSpec.of(entries(), draft -> draft.target = Optional.of("nosuch"));
        assertThat(refused(EngineException.Invalid.class, "build the image", () -> run(spec))).contains("nosuch");
    }

    @Test
    void a_context_without_a_dockerfile_is_refused() throws IOException {
        var spec = BuildSpec.of(new BuildContext.Entries(DirectoryContext.of(folder, Optional.empty())), _ -> {});
        assertThat(refused(EngineException.NotFound.class, "build the image", () -> run(spec))).contains("Dockerfile");
    }

    @Test
    void mounts_of_commands_are_buildkits() throws IOException {
        onlyWithBuildKit(_ -> {}, "line 3: RUN --mount", "ENV a=1", "RUN --mount=type=cache,target=/x true");
    }

    @Test
    void texts_in_the_dockerfile_are_buildkits() throws IOException {
        onlyWithBuildKit(_ -> {}, "line 2: RUN <<EOF", "RUN <<EOF", "echo hi", "EOF");
    }

    @Test
    void secrets_are_buildkits() throws IOException {
        var secret = new BuildKitSpec.Secret("s", Optional.of(Files.writeString(folder.resolve("s"), "x")), Optional.empty());
        onlyWithBuildKit(
                draft -> draft.buildKit = new BuildKitSpec(List.of(secret), List.of(), Map.of(), List.of(), List.of()), "secrets", "ENV a=1");
    }

    @Test
    void mounts_in_an_archive_are_buildkits() throws IOException {
        byte[] text = ("FROM " + subject().busybox() + "\n\nRUN --mount=type=cache,target=/x true\n").getBytes(StandardCharsets.UTF_8);
        byte[] before = new byte[200_000];
        byte[] archive = new Tar().file("before", 0644, before).file("./deep/File", 0644, text).file("after", 0644, before).bytes();
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(archive);
        }
        for (byte[] bytes : List.of(archive, zipped.toByteArray())) {
            var spec = BuildSpec.of(
                    new BuildContext.Tar(new ByteArrayInputStream(bytes)), draft -> draft.dockerfile = new DockerfileSource.InContext("deep/File"));
            if (engine().info().can(Feature.BUILDKIT)) {
                run(spec);
                continue;
            }
            assertThat(refusedForBuildKit(spec)).contains("deep/File").contains("line 3: RUN --mount");
        }
    }

    /// Builds where there is BuildKit; elsewhere asserts that nothing was begun and why.
    private void onlyWithBuildKit(Consumer<BuildSpec.Draft> change, String named, String... lines) throws IOException {
        if (engine().info().can(Feature.BUILDKIT)) {
            build(change, lines);
            return;
        }
        write(lines);
        var spec = BuildSpec.of(entries(), change);
        assertThat(refusedForBuildKit(spec)).contains(named);
    }

    private String refusedForBuildKit(BuildSpec spec) {
        return refused(EngineException.Unsupported.class, "build the image", () -> engine().builds().build(spec).close(), refusal -> {
            if (refusal.feature() != Feature.BUILDKIT) throw refusal;
        });
    }

    @Test
    void a_file_that_cannot_be_read_fails_the_build_in_a_sentence() throws IOException {
        write("COPY . /c/");
        var vanishing = Files.writeString(folder.resolve("z"), "x");
        var context = DirectoryContext.of(folder, Optional.of(folder.resolve("Dockerfile")));
        var source = new Meddling(context, () -> Files.writeString(vanishing, "longer than before"));
        var spec = BuildSpec.of(new BuildContext.Entries(source), _ -> {});
        assertThat(refused(EngineException.Failed.class, "build the image", () -> run(spec))).contains("z changed its size while it was read");
    }

    @Test
    void closing_a_build_early_ends_it_on_the_engines_side_too() throws IOException {
        String mark = freshName();
        write("RUN echo begun; sleep 1000 # " + mark);
        try (var feed = engine().builds().build(BuildSpec.of(entries(), _ -> {}))) {
            for (var news : feed) {
                if (news instanceof BuildProgress.Log) break;
            }
            assertThat(isRunning(mark)).isTrue();
        }
        Await.until("the container of the build is gone", () -> !isRunning(mark));
    }

    private boolean isRunning(String mark) {
        return engine().containers().list(ContainerQuery.everything()).stream().anyMatch(container -> container.command().contains(mark));
    }

    @Test
    void an_interrupted_reader_cancels_its_build() throws IOException {
        write("RUN sleep 1000 # " + freshName());
        try (var feed = engine().builds().build(BuildSpec.of(entries(), _ -> {}))) {
            var news = feed.iterator();
            while (!(news.next() instanceof BuildProgress.Note)) assertThat(news.hasNext()).isTrue();
            Thread.currentThread().interrupt();
            refused(EngineException.Cancelled.class, "build the image", () -> assertThat(news.hasNext()).isFalse());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void pruning_the_cache_tells_what_it_did() {
        assertThat(engine().builds().prune(BuildPrune.dangling()).bytes()).isNotNegative();
    }

    @Test
    void pruning_by_an_unknown_filter_is_refused() {
        var request = new BuildPrune(false, OptionalLong.empty(), Filters.of("nosuch", "1"));
        refused(EngineException.class, "prune the build cache", () -> engine().builds().prune(request));
    }

    /// A context in which something happens just before its last entry is read.
    private record Meddling(DirectoryContext context, Deed deed) implements ContextSource {
        @Override
        public Iterator<ContextEntry> entries() throws IOException {
            var entries = new ArrayList<ContextEntry>();
            context.entries().forEachRemaining(entries::add);
            deed.happen();
            return entries.iterator();
        }

        @Override
        public Optional<String> text(String path) throws IOException {
            return context.text(path);
        }

        @Override
        public Optional<String> foreignRules() {
            return context.foreignRules();
        }

        interface Deed {
            void happen() throws IOException;
        }
    }

    private ImageRef name() {
        var image = new ImageRef(freshName() + ":latest");
        afterwards(() -> removeIfThere(image));
        return image;
    }

    private String dockerfile(String... lines) {
        return "FROM " + subject().busybox() + "\n" + String.join("\n", lines) + "\n";
    }

    private void write(String... lines) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile(lines));
    }

    private BuildContext entries() throws IOException {
        var dockerfile = folder.resolve("Dockerfile");
        return new BuildContext.Entries(DirectoryContext.of(folder, Files.exists(dockerfile) ? Optional.of(dockerfile) : Optional.empty()));
    }

    private List<BuildProgress> build(String... lines) throws IOException {
        return build(_ -> {}, lines);
    }

    private List<BuildProgress> build(Consumer<BuildSpec.Draft> change, String... lines) throws IOException {
        write(lines);
        return run(BuildSpec.of(entries(), change));
    }

    private List<BuildProgress> run(BuildSpec spec) {
        var news = new ArrayList<BuildProgress>();
        try (var feed = engine().builds().build(spec)) {
            feed.forEach(news::add);
        }
        of(news, BuildProgress.Built.class).forEach(built -> afterwards(() -> removeIfThere(new ImageRef(built.image()))));
        return news;
    }

    private List<BuildProgress> failed(Class<? extends EngineException> kind, String... lines) throws IOException {
        return failed(kind, _ -> {}, lines);
    }

    private List<BuildProgress> failed(Class<? extends EngineException> kind, Consumer<BuildSpec.Draft> change, String... lines) throws IOException {
        write(lines);
        var spec = BuildSpec.of(entries(), change);
        var news = new ArrayList<BuildProgress>();
        String tried = "build " + (spec.tags().isEmpty() ? "the image" : "image " + spec.tags().getFirst());
        refused(kind, tried, () -> {
            try (var feed = engine().builds().build(spec)) {
                feed.forEach(news::add);
            }
        });
        return news;
    }

    private static <T extends BuildProgress> List<T> of(List<BuildProgress> news, Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T extends BuildProgress> T only(List<BuildProgress> news, Class<T> kind) {
        assertThat(of(news, kind)).hasSize(1);
        return of(news, kind).getFirst();
    }

    private static String written(List<BuildProgress> news, StdStream stream) {
        var bytes = new ByteArrayOutputStream();
        for (var log : of(news, BuildProgress.Log.class)) {
            if (log.stream() == stream) bytes.writeBytes(log.bytes());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
