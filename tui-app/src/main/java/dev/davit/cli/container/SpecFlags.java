package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Labels;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ProcessSpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The flags that `create` and `run` share, and the specification that they make.
final class SpecFlags {
    static final Flag<Map<String, String>> ANNOTATION = Flag.pairs("annotation", "An annotation passed on to the OCI runtime: NAME=VALUE");
    static final Flag<Optional<String>> CIDFILE = Flag.text("cidfile", "Write its id to a file that must not exist");
    static final Flag<Boolean> CONTENT_TRUST = Flag.toggledOn("disable-content-trust", (char) 0, "Skip the verification of image signatures");
    static final Flag<List<String>> LABEL = Labels.flag('l');
    static final Flag<List<String>> LABEL_FILE = Flag.texts("label-file", "Read labels from a file");
    static final Flag<Optional<String>> NAME = Flag.text("name", "Its name");
    static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "The platform of its image: OS[/ARCH[/VARIANT]]");
    static final Flag<PullPolicy> PULL =
            new Flag<>("pull", (char) 0, "string", PullPolicy.MISSING, "\"missing\"", "When its image is pulled: always, missing, never", (soFar, text) ->
                    PullPolicy.of(text));
    static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Do not show the pull");

    private SpecFlags() {}

    static List<Flag<?>> all() {
        var flags = new ArrayList<Flag<?>>(List.of(
                ANNOTATION, CIDFILE, CONTENT_TRUST, LABEL, LABEL_FILE, NAME, PLATFORM, PULL, QUIET,
                ProcessFlags.ATTACH, ProcessFlags.ENTRYPOINT, ProcessFlags.ENV, ProcessFlags.ENV_FILE,
                ProcessFlags.GROUP_ADD, ProcessFlags.INTERACTIVE, ProcessFlags.TTY, ProcessFlags.USER, ProcessFlags.WORKDIR));
        flags.addAll(ResourceFlags.changeable());
        flags.addAll(ResourceFlags.fixed());
        flags.addAll(NetworkFlags.all());
        flags.addAll(StorageFlags.all());
        flags.addAll(SecurityFlags.all());
        flags.addAll(LifecycleFlags.all());
        flags.sort(java.util.Comparator.comparing(Flag::name));
        return flags;
    }

    /// @param attached the streams that the caller will attach to
    /// @param size of the caller's terminal
    static ContainerSpec read(
            Invocation typed, CommandContext context, Set<StdStream> attached, Optional<TerminalSize> size) {
        var draft = new ContainerSpec.Draft();
        draft.image = typed.argument(0);
        if (draft.image.isEmpty()) throw new UsageException(typed.command().name() + ": the image's name is empty");
        draft.name = typed.get(NAME);
        draft.idFile = typed.get(CIDFILE);
        draft.platform = typed.get(PLATFORM).or(() -> context.settings().variable("DOCKER_DEFAULT_PLATFORM"));
        draft.process = process(typed, context, attached, size);
        draft.resources = ResourceFlags.read(typed);
        draft.network = NetworkFlags.read(typed);
        draft.storage = StorageFlags.read(typed, context.directory());
        draft.security = SecurityFlags.read(typed, context.directory());
        draft.lifecycle = LifecycleFlags.read(typed);
        draft.labels = labels(typed, context);
        draft.annotations = typed.get(ANNOTATION);
        return draft.build();
    }

    private static ProcessSpec process(
            Invocation typed, CommandContext context, Set<StdStream> attached, Optional<TerminalSize> size) {
        var command = typed.argumentsFrom(1);
        return ProcessSpec.none().with(draft -> {
            draft.command = command.isEmpty() ? Optional.empty() : Optional.of(command);
            draft.entrypoint = typed.get(ProcessFlags.ENTRYPOINT).map(List::of);
            draft.environment = ProcessFlags.environment(
                    typed.get(ProcessFlags.ENV_FILE), typed.get(ProcessFlags.ENV), context.environment(), context.directory(), true);
            draft.workingDirectory = typed.get(ProcessFlags.WORKDIR);
            draft.user = typed.get(ProcessFlags.USER);
            draft.additionalGroups = typed.get(ProcessFlags.GROUP_ADD);
            draft.tty = typed.get(ProcessFlags.TTY);
            draft.openStdin = typed.get(ProcessFlags.INTERACTIVE);
            draft.stdinOnce = typed.get(ProcessFlags.INTERACTIVE) && attached.contains(StdStream.STDIN);
            draft.attached = attached;
            draft.terminalSize = size;
        });
    }

    private static Map<String, String> labels(Invocation typed, CommandContext context) {
        var texts = new ArrayList<String>();
        for (String file : typed.get(LABEL_FILE)) texts.addAll(ProcessFlags.lines(file, "--label-file", context.directory()));
        texts.addAll(typed.get(LABEL));
        return Labels.map(texts);
    }
}
