package dev.davit.engine.remote.http;

import dev.davit.engine.BlockInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A connection whose streams are two methods: how some bytes are read, and how they are written. Neither stream has an end of
/// its own; closing is the connection's.
public abstract class StreamConnection implements Connection {
    private final InputStream input = new Input();
    private final OutputStream output = new Output();

    /// A connection to what is read and written below.
    protected StreamConnection() {}

    /// Reads what there is, waiting for the first byte.
    ///
    /// @param length at least 1
    /// @return how many bytes were read, -1 at the end
    protected abstract int read(byte[] bytes, int offset, int length) throws IOException;

    /// Writes all of these bytes.
    protected abstract void write(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public final InputStream input() {
        return input;
    }

    @Override
    public final OutputStream output() {
        return output;
    }

    private final class Input extends BlockInput {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : StreamConnection.this.read(bytes, offset, length);
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            StreamConnection.this.write(bytes, offset, length);
        }
    }
}
