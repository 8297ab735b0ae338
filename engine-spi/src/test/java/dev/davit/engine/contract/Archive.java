package dev.davit.engine.contract;

import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.archive.TarReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// An archive in memory, small as those of the contract are.
final class Archive {
    static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// What an archive held.
    ///
    /// @param head its head
    /// @param text its content
    record Member(TarEntry head, String text) {}

    /// All that an archive held, in its order.
    ///
    /// @param byName by the names that they have there
    record Members(SequencedMap<String, Member> byName) {
        Set<String> names() {
            return byName.keySet();
        }

        /// One that must be there.
        Member get(String name) {
            return Optional.ofNullable(byName.get(name)).orElseThrow(() -> new AssertionError("no " + name + " among " + names()));
        }
    }

    Archive add(TarEntry entry) {
        out.writeBytes(TarHeader.of(entry));
        return this;
    }

    Archive file(String name, String content) {
        return file(TarEntry.file(name, 0644, content.length(), TIME), content);
    }

    Archive file(TarEntry entry, String content) {
        add(entry);
        out.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(TarHeader.padding(entry.size()));
        return this;
    }

    InputStream stream() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(TarHeader.end());
        return new ByteArrayInputStream(whole.toByteArray());
    }

    /// An archive that ends in the middle of its last file.
    InputStream broken() {
        byte[] bytes = out.toByteArray();
        return new ByteArrayInputStream(bytes, 0, bytes.length - TarHeader.BLOCK);
    }

    /// Everything in an archive.
    static Members read(InputStream in) {
        var members = new LinkedHashMap<String, Member>();
        var reader = new TarReader(in);
        try {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                String text = new String(reader.content().readAllBytes(), StandardCharsets.UTF_8);
                members.put(entry.get().name(), new Member(entry.get(), text));
            }
        } catch (IOException e) {
            throw new AssertionError("the engine gave a broken archive", e);
        }
        return new Members(members);
    }

    /// A stream that fails after these bytes.
    static InputStream failing(byte[] begin, String reason) {
        return new SequenceInputStream(new ByteArrayInputStream(begin), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(reason);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException(reason);
            }
        });
    }
}
