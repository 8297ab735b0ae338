package dev.davit.engine.fake;

import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.StdStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a container wrote, line by line with times, as docker's json-file driver keeps it: a line longer than 16 KiB in
/// pieces, a last line without its end as it is.
final class ContainerLog implements Sink {
    private static final int PIECE = 16 * 1024;

    /// A line or a piece of one.
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    record Entry(StdStream stream, Instant time, byte[] bytes) {
        boolean endsLine() {
            return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        }
    }

    final List<Entry> entries = new ArrayList<>();
    /// How many there were before those.
    long dropped;
    private final FakeContainer container;
    private final Map<StdStream, ByteArrayOutputStream> begun = new EnumMap<>(StdStream.class);

    ContainerLog(FakeContainer container) {
        this.container = container;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void write(OutputChunk chunk) {
        var line = begun.computeIfAbsent(chunk.stream(), _ -> new ByteArrayOutputStream());
        for (byte b : chunk.bytes()) {
            line.write(b);
            if (b == '\n' || line.size() == PIECE) keep(chunk.stream(), line);
        }
        container.changed.signalAll();
    }

    @Override
    public void end() {
        begun.forEach((stream, line) -> {
            if (line.size() > 0) keep(stream, line);
        });
        container.changed.signalAll();
    }

    private void keep(StdStream stream, ByteArrayOutputStream line) {
        entries.add(new Entry(stream, container.world.now(), line.toByteArray()));
        line.reset();
        int most = container.world.logLines;
        if (entries.size() / 2 < most) return;
        int old = entries.size() - most;
        entries.subList(0, old).clear();
        dropped += old;
    }
}
