package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarException;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.archive.TarReader;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// A context in one file, as `docker context export` makes it: a tar archive of `meta.json` and `tls/ENDPOINT/FILE`. What comes in
/// may be a zip archive too, and is anybody's work: only these names are taken, and no more than 10 MiB of them.
public final class ContextArchive {
    private static final int LIMIT = 10 << 20;
    private static final String META = "meta.json";

    private ContextArchive() {}

    /// The archive of a context.
    public static byte[] pack(StoredContext context) {
        var out = new ByteArrayOutputStream();
        file(out, META, 0644, context.document().text(JsonStyle.COMPACT).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(TarHeader.of(TarEntry.directory("tls", 0700, Instant.EPOCH)));
        String last = "";
        for (var entry : context.tls().entrySet()) {
            String endpoint = entry.getKey().substring(0, entry.getKey().indexOf('/'));
            if (!endpoint.equals(last)) out.writeBytes(TarHeader.of(TarEntry.directory("tls/" + endpoint, 0700, Instant.EPOCH)));
            last = endpoint;
            file(out, "tls/" + entry.getKey(), 0600, entry.getValue());
        }
        out.writeBytes(TarHeader.end());
        return out.toByteArray();
    }

    private static void file(ByteArrayOutputStream out, String name, int mode, byte[] content) {
        out.writeBytes(TarHeader.of(TarEntry.file(name, mode, content.length, Instant.EPOCH)));
        out.writeBytes(content);
        out.writeBytes(TarHeader.padding(content.length));
    }

    /// Reads one, all of it before anything is kept.
    ///
    /// @param what is being tried: `import context far`
    /// @throws EngineException.Invalid when it is none, or holds what a context has no use for
    public static StoredContext unpack(String what, InputStream archive) {
        var content = new Content(what);
        try {
            var in = new BufferedInputStream(archive);
            in.mark(2);
            boolean zip = in.read() == 'P' && in.read() == 'K';
            in.reset();
            if (zip) readZip(content, new ZipInputStream(in));
            else readTar(content, new TarReader(ended(content, in)));
        } catch (TarException | ZipException e) {
            throw content.invalid("the archive is broken: " + e.getMessage());
        } catch (IOException e) {
            throw content.invalid("the archive cannot be read: " + (e.getMessage() == null ? "it is cut off" : e.getMessage()));
        }
        return content.context();
    }

    /// Docker leaves out the archive's end mark, and what fills up the last file's block.
    private static InputStream ended(Content content, InputStream in) throws IOException {
        byte[] archive = in.readNBytes(2 * LIMIT);
        if (archive.length == 2 * LIMIT) throw content.tooMuch();
        var out = new ByteArrayOutputStream(archive.length + 3 * TarHeader.BLOCK);
        out.writeBytes(archive);
        out.writeBytes(TarHeader.padding(archive.length));
        out.writeBytes(TarHeader.end());
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static void readTar(Content content, TarReader tar) throws IOException {
        for (var next = tar.next(); next.isPresent(); next = tar.next()) {
            var entry = next.get();
            if (entry.kind() == TarEntry.Kind.DIRECTORY) continue;
            if (entry.kind() != TarEntry.Kind.FILE) throw content.invalid("the archive holds a link or a device, " + content.shown(entry.name()));
            content.take(entry.name(), tar.content());
        }
    }

    private static void readZip(Content content, ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) content.take(entry.getName(), zip);
        }
    }

    /// What has come so far.
    private static final class Content {
        private final String what;
        private final TreeMap<String, byte[]> tls = new TreeMap<>();
        private @Nullable JsonObject document;
        private int left = LIMIT;

        Content(String what) {
            this.what = what;
        }

        void take(String name, InputStream in) throws IOException {
            if (!isExpected(name)) throw invalid("the archive holds " + shown(name) + ", which belongs to no context");
            byte[] bytes = in.readNBytes(left + 1);
            if (bytes.length > left) throw tooMuch();
            for (byte b : bytes) {
                if (b == 0) throw invalid(shown(name) + " is no text, or the archive is cut off");
            }
            left -= bytes.length;
            if (name.equals(META)) document = parse(bytes);
            else tls.put(name.substring("tls/".length()), bytes);
        }

        /// `meta.json` or `tls/ENDPOINT/FILE`, nothing that leads elsewhere.
        private static boolean isExpected(String name) {
            if (name.equals(META)) return true;
            String[] parts = name.split("/", -1);
            return parts.length == 3 && parts[0].equals("tls") && isPlain(parts[1]) && isPlain(parts[2]);
        }

        private static boolean isPlain(String part) {
            return part.length() <= 200 && !part.startsWith(".") && !part.isEmpty() && part.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '\\');
        }

        private JsonObject parse(byte[] bytes) {
            try {
                if (Json.parse(bytes) instanceof JsonObject object) return object;
            } catch (JsonException e) {
                throw invalid("its meta.json is broken: " + e.getMessage());
            }
            throw invalid("its meta.json is no JSON object");
        }

        StoredContext context() {
            var found = document;
            if (found == null) throw invalid("the archive has no meta.json");
            return new StoredContext(found, tls);
        }

        EngineException tooMuch() {
            return invalid("the archive holds more than " + (LIMIT >> 20) + " MiB");
        }

        EngineException invalid(String why) {
            return new EngineException.Invalid("cannot " + what + ": " + why);
        }

        String shown(String name) {
            String clean = name.replaceAll("[^ -~]", "?");
            return clean.length() > 100 ? clean.substring(0, 100) + "…" : clean;
        }
    }
}
