package dev.davit.engine.remote;

import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.remote.http.HttpProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// The output of a process as a daemon sends it: as it is when the process has a terminal, else in frames of an 8 byte
/// header (stream, three zeros, length) and their bytes. Which of both is the *container's or exec's* word, never guessed from
/// the content. Each piece owns its bytes.
interface Frames {
    /// A frame longer than this comes in pieces.
    int PIECE = 64 * 1024;

    /// A piece of a frame.
    ///
    /// @param chunk the bytes
    /// @param start whether it begins a frame
    record Piece(OutputChunk chunk, boolean start) {}

    /// The next piece; empty at the end.
    Optional<Piece> next() throws IOException;

    /// What comes is what the process wrote.
    static Frames raw(InputStream in) {
        var buffer = new byte[PIECE];
        return () -> {
            int count = in.read(buffer);
            if (count < 0) return Optional.empty();
            return Optional.of(new Piece(new OutputChunk(StdStream.STDOUT, Arrays.copyOf(buffer, count)), true));
        };
    }

    /// What comes is in frames.
    static Frames multiplexed(InputStream in) {
        return new Multiplexed(in);
    }

    /// Reads frames.
    final class Multiplexed implements Frames {
        private final InputStream in;
        private final byte[] header = new byte[8];
        private StdStream stream = StdStream.STDOUT;
        private long left;

        private Multiplexed(InputStream in) {
            this.in = in;
        }

        @Override
        public Optional<Piece> next() throws IOException {
            boolean start = left == 0;
            while (left == 0) {
                if (!readHeader()) return Optional.empty();
            }
            var bytes = in.readNBytes((int) Math.min(left, PIECE));
            if (bytes.length == 0) throw new EOFException("the daemon closed the stream in the middle of a frame");
            left -= bytes.length;
            return Optional.of(new Piece(new OutputChunk(stream, bytes), start));
        }

        private boolean readHeader() throws IOException {
            int count = in.readNBytes(header, 0, 8);
            if (count == 0) return false;
            if (count < 8) throw new EOFException("the daemon closed the stream in the middle of a frame");
            stream = switch (header[0]) {
                case 0, 1 -> StdStream.STDOUT;
                case 2 -> StdStream.STDERR;
                default -> throw new HttpProtocolException("sent a frame of unknown stream " + (header[0] & 0xff));
            };
            left = (header[4] & 0xffL) << 24 | (header[5] & 0xff) << 16 | (header[6] & 0xff) << 8 | (header[7] & 0xff);
            return true;
        }
    }
}
