package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Docker's folder of contexts, written so that docker reads it: `contexts/meta/SHA/meta.json` and `contexts/tls/SHA/ENDPOINT/FILE`,
/// where SHA is the SHA-256 of the context's name. A file is there whole or not at all; a context is there when its
/// `meta.json` is, so that it is written last and removed first.
public final class ContextStore {
    private static final String WHAT = "docker's context file";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.+-]+");
    private static final int LARGEST_FILE = 10 << 20;

    private final Path folder;

    public ContextStore(ClientEnvironment environment) {
        this.folder = environment.folder().resolve("contexts");
    }

    /// @throws EngineException.Invalid when docker would not take the name for a context of its own
    public static void checkName(String what, String name) {
        if (name.equals(DockerContext.DEFAULT)) {
            throw new EngineException.Invalid("cannot " + what + ": \"" + name + "\" is the name of the context that is always there");
        }
        if (!NAME.matcher(name).matches()) {
            throw new EngineException.Invalid("cannot " + what + ": a context's name has two or more letters, digits and _ . + -,"
                    + " and begins with a letter or digit");
        }
    }

    /// Where a context's document is.
    public Path metaFolder(String name) {
        return folder.resolve("meta").resolve(DockerContexts.digest(name));
    }

    /// Where a context's TLS files are.
    public Path tlsFolder(String name) {
        return folder.resolve("tls").resolve(DockerContexts.digest(name));
    }

    /// Whether there is one of that name.
    public boolean exists(String name) {
        return Files.exists(metaFolder(name).resolve("meta.json"));
    }

    /// The context of that name.
    ///
    /// @param what is being tried: `export context far`
    /// @throws EngineException.NotFound when there is none
    public StoredContext read(String what, String name) {
        var document = JsonFile.read(metaFolder(name).resolve("meta.json"), WHAT)
                .orElseThrow(() -> new EngineException.NotFound("cannot " + what + ": no such context"));
        return new StoredContext(document, files(tlsFolder(name)));
    }

    private static SequencedMap<String, byte[]> files(Path tls) {
        var files = new LinkedHashMap<String, byte[]>();
        try {
            for (var endpoint : entries(tls)) {
                for (var file : entries(endpoint)) {
                    if (Files.size(file) > LARGEST_FILE) throw new IOException(file + " is over " + (LARGEST_FILE >> 20) + " MiB");
                    files.put(endpoint.getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new EngineException.Failed("cannot read the TLS files in " + tls + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        var entries = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /// Writes a context under its name, in place of one that is there.
    public void write(StoredContext context) {
        String name = context.name();
        var tls = tlsFolder(name);
        try {
            for (var entry : context.tls().entrySet()) {
                var file = tls.resolve(entry.getKey());
                Files.createDirectories(parent(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                JsonFile.replace(file, entry.getValue());
            }
            for (var endpoint : entries(tls)) {
                for (var file : entries(endpoint)) {
                    if (!context.tls().containsKey(endpoint.getFileName() + "/" + file.getFileName())) Files.delete(file);
                }
                if (entries(endpoint).isEmpty()) Files.delete(endpoint);
            }
            if (Files.isDirectory(tls) && entries(tls).isEmpty()) Files.delete(tls);
            var meta = metaFolder(name);
            Files.createDirectories(meta);
            var file = meta.resolve("meta.json");
            JsonFile.replace(file, ordered(context.document()).text(JsonStyle.COMPACT).getBytes(StandardCharsets.UTF_8));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new EngineException.Failed("cannot write context " + name + " in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path parent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent == null) throw new IOException(file + " is no file");
        return parent;
    }

    /// Docker's order of members.
    private static JsonObject ordered(JsonObject document) {
        var members = new LinkedHashMap<>(document.members());
        for (String name : List.of("Endpoints", "Metadata", "Name")) {
            var value = members.get(name);
            if (value != null) members.putFirst(name, value);
        }
        return new JsonObject(members);
    }

    /// Removes a context with its TLS files.
    public void remove(String name) {
        try {
            var meta = metaFolder(name);
            Files.deleteIfExists(meta.resolve("meta.json"));
            for (var root : Set.of(meta, tlsFolder(name))) removeTree(root);
        } catch (IOException e) {
            throw new EngineException.Failed("cannot remove context " + name + " from " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void removeTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            for (var entry : entries(root)) removeTree(entry);
        }
        Files.delete(root);
    }
}
