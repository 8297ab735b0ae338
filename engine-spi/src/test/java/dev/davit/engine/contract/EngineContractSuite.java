package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The whole contract. An engine's test class extends it and names the extension that opens the engine.
public abstract class EngineContractSuite {

    @Nested
    class ContainerLife extends ContainerLifeContract {}

    @Nested
    class ContainerList extends ContainerListContract {}

    @Nested
    class ContainerInspect extends ContainerInspectContract {}

    @Nested
    class ContainerCreate extends ContainerCreateContract {}

    @Nested
    class KillAndSignals extends KillAndSignalsContract {}

    @Nested
    class Wait extends WaitContract {}

    @Nested
    class Remove extends RemoveContract {}

    @Nested
    class Update extends UpdateContract {}

    @Nested
    class Attach extends AttachContract {}

    @Nested
    class Exec extends ExecContract {}

    @Nested
    class Terminal extends TerminalContract {}

    @Nested
    class Logs extends LogsContract {}

    @Nested
    class Events extends EventsContract {}

    @Nested
    class Stats extends StatsContract {}

    @Nested
    class Processes extends ProcessesContract {}

    @Nested
    class Feeds extends FeedContract {}

    @Nested
    class ImageList extends ImageListContract {}

    @Nested
    class ImageInspect extends ImageInspectContract {}

    @Nested
    class Tag extends TagContract {}

    @Nested
    class ImageRemove extends ImageRemoveContract {}

    @Nested
    class Pull extends PullContract {}

    @Nested
    class Errors extends ErrorsContract {}

    @Nested
    class Login extends LoginContract {}

    @Nested
    class Building extends BuildContract {}

    @Nested
    class FilesOfContainers extends FilesContract {}

    @Nested
    class Export extends ExportContract {}

    @Nested
    class SaveLoad extends SaveLoadContract {}

    @Nested
    class Import extends ImportContract {}

    @Nested
    class Commit extends CommitContract {}

    @Nested
    class Push extends PushContract {}

    @Nested
    class Search extends SearchContract {}

    @Nested
    class WholeEngine extends SystemContract {}

    @Nested
    class NetworksOfContainers extends NetworksContract {}

    @Nested
    class VolumesOfContainers extends VolumesContract {}

    @Nested
    class Prune extends PruneContract {}

    @Nested
    class Usage extends DiskUsageContract {}

    @Test
    void every_contract_is_in_the_suite() {
        Set<String> listed = Stream.of(EngineContractSuite.class.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class))
                .map(nested -> nested.getSuperclass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(written());
    }

    /// The names of the contract classes of this package, in a folder of classes or in the test-jar.
    private static Set<String> written() {
        var here = EngineContractSuite.class;
        try {
            var file = URI.create(here.getResource(here.getSimpleName() + ".class").toString());
            if (!file.getScheme().equals("jar")) return written(Path.of(file).resolveSibling(""));
            try (var jar = FileSystems.newFileSystem(URI.create(file.toString().split("!", 2)[0]), Map.of())) {
                return written(jar.getPath(here.getPackageName().replace('.', '/')));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> written(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(EngineContractSuite::isContract)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isContract(String name) {
        try {
            var type = Class.forName(EngineContractSuite.class.getPackageName() + "." + name);
            return type != EngineContract.class && EngineContract.class.isAssignableFrom(type) && Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
