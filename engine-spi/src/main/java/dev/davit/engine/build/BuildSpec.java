package dev.davit.engine.build;

import dev.davit.engine.container.Resources;
import dev.davit.engine.image.Credentials;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Everything that makes a build. What is empty is the engine's default.
///
/// @param context the files it may copy
/// @param dockerfile what to do
/// @param tags names for the image, `[registry/]repository[:tag]`
/// @param arguments values of the Dockerfile's `ARG`s; an empty one is named without a value, and keeps its default
/// @param target the stage to stop at
/// @param labels for the image, beside the Dockerfile's
/// @param network of `RUN` instructions: `default`, `host`, `none`, or a network's name
/// @param platform `os[/arch[/variant]]`
/// @param pull fetch base images anew, also when they are in the store
/// @param noCache run every instruction
/// @param cacheFrom images whose layers may serve as cache
/// @param keepContainers leave the containers of instructions that succeeded
/// @param removeAlways remove the container of an instruction that failed, too
/// @param squash make one layer of the build's layers
/// @param extraHosts `NAME:ADDRESS` for /etc/hosts of `RUN` instructions
/// @param shmSize bytes of /dev/shm
/// @param resources limits of `RUN` instructions: memory and CPU and process limits; others are not for builds
/// @param isolation of containers on Windows
/// @param securityOptions of `RUN` instructions
/// @param cgroupParent of `RUN` instructions
/// @param compress send the context by gzip
/// @param credentials for the registries of base images
/// @param buildKit what only BuildKit can do
public record BuildSpec(
        BuildContext context,
        DockerfileSource dockerfile,
        List<String> tags,
        Map<String, Optional<String>> arguments,
        Optional<String> target,
        Map<String, String> labels,
        Optional<String> network,
        Optional<String> platform,
        boolean pull,
        boolean noCache,
        List<String> cacheFrom,
        boolean keepContainers,
        boolean removeAlways,
        boolean squash,
        List<String> extraHosts,
        OptionalLong shmSize,
        Resources resources,
        Optional<String> isolation,
        List<String> securityOptions,
        Optional<String> cgroupParent,
        boolean compress,
        List<Credentials> credentials,
        BuildKitSpec buildKit) {

    public BuildSpec {
        tags = List.copyOf(tags);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        cacheFrom = List.copyOf(cacheFrom);
        extraHosts = List.copyOf(extraHosts);
        securityOptions = List.copyOf(securityOptions);
        credentials = List.copyOf(credentials);
    }

    /// A build of a context by its usual Dockerfile, with what the change sets.
    public static BuildSpec of(BuildContext context, Consumer<Draft> change) {
        var draft = new Draft(context);
        change.accept(draft);
        return draft.build();
    }

    /// Without the values of arguments, labels and logins: they may be secret.
    @Override
    public String toString() {
        return "build" + tags;
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public BuildContext context;
        public DockerfileSource dockerfile = DockerfileSource.USUAL;
        public List<String> tags = List.of();
        public Map<String, Optional<String>> arguments = Map.of();
        public Optional<String> target = Optional.empty();
        public Map<String, String> labels = Map.of();
        public Optional<String> network = Optional.empty();
        public Optional<String> platform = Optional.empty();
        public boolean pull;
        public boolean noCache;
        public List<String> cacheFrom = List.of();
        public boolean keepContainers;
        public boolean removeAlways;
        public boolean squash;
        public List<String> extraHosts = List.of();
        public OptionalLong shmSize = OptionalLong.empty();
        public Resources resources = Resources.none();
        public Optional<String> isolation = Optional.empty();
        public List<String> securityOptions = List.of();
        public Optional<String> cgroupParent = Optional.empty();
        public boolean compress;
        public List<Credentials> credentials = List.of();
        public BuildKitSpec buildKit = BuildKitSpec.none();

        private Draft(BuildContext context) {
            this.context = context;
        }

        /// The finished record.
        public BuildSpec build() {
            return new BuildSpec(
                    context,
                    dockerfile,
                    tags,
                    arguments,
                    target,
                    labels,
                    network,
                    platform,
                    pull,
                    noCache,
                    cacheFrom,
                    keepContainers,
                    removeAlways,
                    squash,
                    extraHosts,
                    shmSize,
                    resources,
                    isolation,
                    securityOptions,
                    cgroupParent,
                    compress,
                    credentials,
                    buildKit);
        }
    }
}
