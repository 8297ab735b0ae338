package dev.davit.cli.build;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.build.BuildKitSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The flags of `build` that came with BuildKit. Some ask the engine for something, which one without BuildKit refuses; some ask for what
/// happens anyway; the others are refused here, by name.
final class BuildKitFlags {
    static final Flag<Optional<String>> IIDFILE = Flag.text("iidfile", "Write the image's id to a file");
    static final Flag<String> PROGRESS = Flag.word("progress", (char) 0, "auto", "How progress is shown: auto, plain, tty, quiet");

    private static final Flag<List<BuildKitSpec.Secret>> SECRET =
            Flag.many("secret", (char) 0, "stringArray", "A secret for instructions: id=NAME[,src=FILE|,env=VARIABLE]", BuildKitFlags::secret);
    private static final Flag<List<BuildKitSpec.Agent>> SSH =
            Flag.many("ssh", (char) 0, "stringArray", "An ssh agent for instructions: default|NAME[=SOCKET|KEY[,KEY]]", BuildKitFlags::agent);
    private static final Flag<List<String>> BUILD_CONTEXT = Flag.many("build-context", (char) 0, "stringArray", "A further context: NAME=PATH", text -> {
        if (text.indexOf('=') <= 0) throw new IllegalArgumentException("a context looks like NAME=PATH");
        return text;
    });
    private static final Flag<List<String>> CACHE_TO = words("cache-to", (char) 0, "Where to keep the cache");
    private static final Flag<List<String>> OUTPUT = words("output", 'o', "Where to put the result");
    private static final Flag<Boolean> LOAD = Flag.toggle("load", "Put the image into the engine's store, as happens anyway");
    private static final Flag<String> BUILDER = Flag.word("builder", (char) 0, "default", "The builder: there is only the engine's own");
    private static final Flag<Boolean> TRUST = Flag.toggledOn("disable-content-trust", (char) 0, "Skip the verification of image signatures");
    private static final Flag<Optional<String>> PROVENANCE = Flag.text("provenance", "Attest where the image comes from: false");
    private static final Flag<Optional<String>> SBOM = Flag.text("sbom", "Attest what is in the image: false");
    private static final Flag<List<String>> ALLOW = Flag.commaTexts("allow", "Allow instructions more than usual");
    private static final Flag<List<String>> ANNOTATION = words("annotation", (char) 0, "An annotation of the image");
    private static final Flag<List<String>> ATTEST = words("attest", (char) 0, "Attest something of the image");
    private static final Flag<Optional<String>> METADATA_FILE = Flag.text("metadata-file", "Write what is known of the result to a file");
    private static final Flag<List<String>> NO_CACHE_FILTER = words("no-cache-filter", (char) 0, "Stages whose instructions are always run");
    private static final Flag<Boolean> PUSH = Flag.toggle("push", "Push the image");

    private BuildKitFlags() {}

    static List<Flag<?>> all() {
        return List.of(
                IIDFILE, PROGRESS, SECRET, SSH, BUILD_CONTEXT, CACHE_TO, OUTPUT, LOAD, BUILDER, TRUST, PROVENANCE, SBOM, ALLOW, ANNOTATION, ATTEST,
                METADATA_FILE, NO_CACHE_FILTER, PUSH);
    }

    /// @param directory where relative paths start
    static BuildKitSpec read(Invocation typed, Path directory) {
        var contexts = new LinkedHashMap<String, String>();
        for (String text : typed.get(BUILD_CONTEXT)) {
            int equals = text.indexOf('=');
            contexts.put(text.substring(0, equals), text.substring(equals + 1));
        }
        var secrets = typed.get(SECRET).stream()
                .map(secret -> new BuildKitSpec.Secret(secret.id(), secret.file().map(directory::resolve), secret.variable()))
                .toList();
        var outputs = typed.get(OUTPUT).stream().filter(output -> !output.equals("type=docker")).toList();
        return new BuildKitSpec(secrets, typed.get(SSH), contexts, typed.get(CACHE_TO), outputs);
    }

    /// Refuses what no engine behind this command can do.
    ///
    /// @throws UsageException naming the flag and the reason
    static void refuse(Invocation typed) {
        String why = "only BuildKit can do that, and builds go to the engine's own builder";
        for (var flag : List.of(ALLOW, ANNOTATION, ATTEST, METADATA_FILE, NO_CACHE_FILTER)) {
            if (typed.has(flag)) throw refused(flag, why);
        }
        for (var flag : List.of(PROVENANCE, SBOM)) {
            if (typed.get(flag).filter(value -> !value.equals("false")).isPresent()) throw refused(flag, why);
        }
        if (typed.get(PUSH)) throw refused(PUSH, "push the image when it is built: davit push NAME");
        if (!typed.get(TRUST)) throw refused(TRUST, "signatures cannot be verified");
        if (!typed.get(BUILDER).equals("default")) throw refused(BUILDER, "there is only the engine's own builder, default");
        String progress = typed.get(PROGRESS);
        if (!Stream.of("auto", "plain", "tty", "quiet").anyMatch(progress::equals)) {
            throw refused(PROGRESS, "it takes auto, plain, tty or quiet, not " + progress);
        }
    }

    private static UsageException refused(Flag<?> flag, String why) {
        return new UsageException("build: --" + flag.name() + ": " + why);
    }

    private static Flag<List<String>> words(String name, char letter, String help) {
        return Flag.many(name, letter, "stringArray", help, text -> text);
    }

    private static BuildKitSpec.Secret secret(String text) {
        var fields = fields(text);
        String id = fields.getOrDefault("id", "");
        if (id.isEmpty()) throw new IllegalArgumentException("a secret looks like id=NAME,src=FILE");
        var file = Optional.ofNullable(fields.getOrDefault("src", fields.get("source"))).map(Path::of);
        return new BuildKitSpec.Secret(id, file, Optional.ofNullable(fields.get("env")));
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals <= 0) throw new IllegalArgumentException("its fields look like NAME=VALUE");
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return fields;
    }

    private static BuildKitSpec.Agent agent(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) return new BuildKitSpec.Agent(text, List.of());
        var paths = new ArrayList<Path>();
        for (String path : text.substring(equals + 1).split(",", -1)) paths.add(Path.of(path));
        return new BuildKitSpec.Agent(text.substring(0, equals), paths);
    }
}
