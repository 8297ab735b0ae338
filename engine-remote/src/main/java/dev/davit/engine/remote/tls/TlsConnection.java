package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/// A connection by TLS. Its socket lies on a channel, so that waiting threads can be interrupted and hold no platform thread.
final class TlsConnection implements Connection {
    private final SocketChannel channel;
    private final SSLSocket socket;
    private final TlsFailure failure;
    private final InputStream input;
    private final OutputStream output;

    TlsConnection(SocketChannel channel, SSLSocket socket, TlsFailure failure) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.failure = failure;
        this.input = new Input(socket.getInputStream());
        this.output = new Output(socket.getOutputStream());
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /// Sends close_notify; what the daemon still says is read on.
    @Override
    public void shutdownOutput() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw failure.of(e);
        }
    }

    /// Closes the channel below: the socket's own end would wait for a thread that is stuck in writing.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Input extends InputStream {
        private final InputStream inner;

        Input(InputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return inner.read(bytes, offset, length);
            } catch (IOException e) {
                throw failure.of(e);
            }
        }
    }

    private final class Output extends OutputStream {
        private final OutputStream inner;

        Output(OutputStream inner) {
            this.inner = inner;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                inner.write(bytes, offset, length);
            } catch (IOException e) {
                throw failure.of(e);
            }
        }
    }
}
