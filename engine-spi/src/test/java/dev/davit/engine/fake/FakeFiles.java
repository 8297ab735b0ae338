package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.TarStream;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.container.PathArchive;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Files in memory.
final class FakeFiles implements ContainerFiles {
    private final Client client;
    private final World world;

    FakeFiles(Client client) {
        this.client = client;
        this.world = client.world;
    }

    @Override
    public List<FileChange> changes(ContainerRef reference) {
        String what = "list the changes of container " + reference;
        return client.call(what, () -> List.copyOf(world.resolve(what, reference).changes.values()));
    }

    @Override
    public PathStat stat(ContainerRef reference, String path) {
        String what = "look at " + path + " in container " + reference;
        return client.call(what, () -> world.resolve(what, reference).files.stat(what, path));
    }

    @Override
    public PathArchive read(ContainerRef reference, String path) {
        String what = "copy " + path + " from container " + reference;
        return client.call(what, () -> {
            var files = world.resolve(what, reference).files;
            return new PathArchive(files.stat(what, path), new FakeTar(client, what, files.pack(what, path)));
        });
    }

    @Override
    public void write(ContainerRef reference, String folder, InputStream tar, WriteOptions options) {
        String what = "copy to " + folder + " in container " + reference;
        client.run(what, () -> world.resolve(what, reference).files.place(what, folder, true));
        var entries = read(what, tar);
        var owner = client.call(what, () -> owner(what, reference, options));
        client.run(what, () -> {
            var container = world.resolve(what, reference);
            container.files.unpack(what, folder, owner.map(id -> owned(entries, id)).orElse(entries), options, path ->
                    container.changes.put(path, new FileChange(FileChange.Kind.ADDED, path)));
        });
    }

    /// The container's user, where one is wanted and it has one by number.
    private Optional<Long> owner(String what, ContainerRef reference, WriteOptions options) {
        if (!options.asUser()) return Optional.empty();
        var user = world.resolve(what, reference).spec.process().user();
        return user.map(text -> text.split(":", 2)[0]).filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf);
    }

    private static List<FakeFile> owned(List<FakeFile> entries, long id) {
        return entries.stream().map(entry -> new FakeFile(entry.head().ownedBy(id, id), entry.content())).toList();
    }

    @Override
    public TarStream export(ContainerRef reference) {
        String what = "export container " + reference;
        return client.call(what, () -> new FakeTar(client, what, world.resolve(what, reference).files.packAll()));
    }

    /// What a caller sends, as an engine meets it.
    static List<FakeFile> read(String what, InputStream tar) {
        try {
            return FakeTree.read(tar);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) throw Oops.cancelled(what);
            throw new EngineException.Failed("cannot " + what + ": " + e.getMessage(), e);
        }
    }
}
