package dev.davit.engine.remote;

import dev.davit.engine.BlockInput;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.build.context.ContextEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/// A context as a tar archive, made while it is read: no more of a file than a buffer is in memory at any time.
final class ContextTar extends BlockInput {
    private final Iterator<ContextEntry> entries;
    private InputStream current = InputStream.nullInputStream();
    private boolean ended;

    ContextTar(Iterator<ContextEntry> entries) {
        this.entries = entries;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            int count = current.read(bytes, offset, length);
            if (count >= 0) return count;
            current.close();
            if (ended) return -1;
            current = following();
        }
    }

    private InputStream following() throws IOException {
        try {
            ended = !entries.hasNext();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (ended) return new ByteArrayInputStream(TarHeader.end());
        var entry = entries.next();
        var head = new ByteArrayInputStream(TarHeader.of(entry.head()));
        return entry.head().kind() == TarEntry.Kind.FILE
                ? new java.io.SequenceInputStream(head, new Exactly(entry))
                : head;
    }

    /// A file's content, as long as its head said, and its padding.
    private static final class Exactly extends BlockInput {
        private final ContextEntry entry;
        private final InputStream content;
        private final InputStream padding;
        private long left;

        Exactly(ContextEntry entry) throws IOException {
            this.entry = entry;
            this.content = entry.content().open();
            this.padding = new ByteArrayInputStream(TarHeader.padding(entry.head().size()));
            this.left = entry.head().size();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) return padding.read(bytes, offset, length);
            int count = content.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) throw changed();
            left -= count;
            if (left == 0 && content.read() >= 0) throw changed();
            return count;
        }

        private IOException changed() {
            return new IOException("the file " + entry.head().name() + " changed its size while it was read");
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
