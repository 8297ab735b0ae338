package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that creates a container. What is empty is the image's or the engine's default.
///
/// @param image a name, a digest or an id in the store
/// @param name empty: the engine makes one up
/// @param platform `os[/arch[/variant]]`
/// @param process the first process
/// @param resources limits
/// @param network network
/// @param storage mounts
/// @param security privileges
/// @param lifecycle end and restart
/// @param labels labels
/// @param annotations passed on to the OCI runtime
/// @param idFile the file of the creator's that its id is written to; an engine only remembers it
public record ContainerSpec(
        String image,
        Optional<String> name,
        Optional<String> platform,
        ProcessSpec process,
        Resources resources,
        NetworkSpec network,
        StorageSpec storage,
        SecuritySpec security,
        LifecycleSpec lifecycle,
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<String> idFile) {

    public ContainerSpec {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /// The same but for what the change sets.
    public ContainerSpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.image = image;
        draft.name = name;
        draft.platform = platform;
        draft.process = process;
        draft.resources = resources;
        draft.network = network;
        draft.storage = storage;
        draft.security = security;
        draft.lifecycle = lifecycle;
        draft.labels = labels;
        draft.annotations = annotations;
        draft.idFile = idFile;
        change.accept(draft);
        return draft.build();
    }

    /// A container of an image with a command; without one the image's.
    public static ContainerSpec of(String image, String... command) {
        var draft = new Draft();
        draft.image = image;
        if (command.length > 0) draft.process = ProcessSpec.none().with(p -> p.command = Optional.of(List.of(command)));
        return draft.build();
    }

    /// The same with a name.
    public ContainerSpec named(String newName) {
        return with(draft -> draft.name = Optional.of(newName));
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public String image = "";
        public Optional<String> name = Optional.empty();
        public Optional<String> platform = Optional.empty();
        public ProcessSpec process = ProcessSpec.none();
        public Resources resources = Resources.none();
        public NetworkSpec network = NetworkSpec.none();
        public StorageSpec storage = StorageSpec.none();
        public SecuritySpec security = SecuritySpec.none();
        public LifecycleSpec lifecycle = LifecycleSpec.none();
        public Map<String, String> labels = Map.of();
        public Map<String, String> annotations = Map.of();
        public Optional<String> idFile = Optional.empty();

        /// The finished record.
        public ContainerSpec build() {
            return new ContainerSpec(
                    image,
                    name,
                    platform,
                    process,
                    resources,
                    network,
                    storage,
                    security,
                    lifecycle,
                    labels,
                    annotations,
                    idFile);
        }
    }
}
