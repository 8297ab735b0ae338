package dev.davit.engine.remote.server;

import dev.davit.engine.BlockInput;
import dev.davit.engine.remote.ApiVersion;
import dev.davit.engine.remote.server.http.Conversation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// A client behind a web socket: what it says comes in masked frames, text or binary, in any number of pieces; what is said to it
/// goes out as a frame a write. Source: RFC 6455, sections 5 and 7.
///
/// Nothing is held of a message, however long: its bytes go on as they come.
final class WebSocket implements Peer {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;

    private static final int NORMAL = 1000;
    private static final int BROKEN_PROTOCOL = 1002;
    private static final int TOO_BIG = 1009;

    private static final int MAXIMUM_CONTROL = 125;
    private static final long MAXIMUM_FRAME = 64 << 20;
    /// The first version whose clients are sent bytes as bytes.
    private static final ApiVersion BINARY_SINCE = new ApiVersion(1, 28);

    private final Conversation conversation;
    private final int opcode;
    private final Input input = new Input();
    private boolean ended;

    private WebSocket(Conversation conversation, int opcode) {
        this.conversation = conversation;
        this.opcode = opcode;
    }

    /// On a connection whose handshake is done.
    static WebSocket of(Conversation conversation, ApiVersion version) {
        return new WebSocket(conversation, version.compareTo(BINARY_SINCE) < 0 ? TEXT : BINARY);
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                send(opcode, Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
    }

    private synchronized void send(int kind, byte[] payload) throws IOException {
        if (ended) throw new IOException("the web socket has ended");
        write(kind, payload);
    }

    private void write(int kind, byte[] payload) throws IOException {
        int length = payload.length;
        int extra = length <= 125 ? 0 : length <= 0xffff ? 2 : 8;
        var frame = new byte[2 + extra + length];
        frame[0] = (byte) (LAST | kind);
        frame[1] = (byte) (extra == 0 ? length : extra == 2 ? 126 : 127);
        for (int i = 0; i < extra; i++) frame[2 + i] = (byte) ((long) length >>> (8 * (extra - 1 - i)));
        System.arraycopy(payload, 0, frame, 2 + extra, length);
        conversation.output().write(frame);
    }

    @Override
    public void end() throws IOException {
        end(NORMAL);
    }

    private synchronized void end(int reason) throws IOException {
        if (ended) return;
        ended = true;
        write(CLOSE, new byte[] {(byte) (reason >> 8), (byte) reason});
    }

    @Override
    public void close() {
        conversation.close();
    }

    /// What is in the frames. There is no way to say nothing more and listen on: the end is a goodbye.
    private final class Input extends BlockInput {
        private final byte[] mask = new byte[4];
        private long left;
        private long position;
        /// Whether a message was begun whose last frame has not come.
        private boolean begun;

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) return 0;
            while (left == 0) frame();
            int count = conversation.input().read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) throw new EOFException("the client has gone");
            for (int i = offset; i < offset + count; i++) bytes[i] ^= mask[(int) (position++ & 3)];
            left -= count;
            return count;
        }

        /// Reads a frame's header, and all of one that is not for the process.
        private void frame() throws IOException {
            byte[] head = exactly(2);
            boolean last = (head[0] & LAST) != 0;
            int kind = head[0] & 0x0f;
            if ((head[0] & 0x70) != 0) throw broken("uses an extension that was not agreed on");
            if ((head[1] & 0x80) == 0) throw broken("sent a frame without a mask");
            long length = length(head[1] & 0x7f);
            System.arraycopy(exactly(4), 0, mask, 0, 4);
            position = 0;
            switch (kind) {
                case CONTINUATION, TEXT, BINARY -> {
                    if ((kind == CONTINUATION) != begun) throw broken("mixed up the frames of its messages");
                    begun = !last;
                    left = length;
                }
                case CLOSE, PING, PONG -> {
                    if (!last || length > MAXIMUM_CONTROL) throw broken("sent a control frame that is too long or in pieces");
                    control(kind, payload((int) length));
                }
                default -> throw broken("sent a frame of a kind that there is not");
            }
        }

        private long length(int told) throws IOException {
            if (told < 126) return told;
            long length = 0;
            for (byte b : exactly(told == 126 ? 2 : 8)) length = length << 8 | (b & 0xff);
            if (length >= 0 && length <= MAXIMUM_FRAME) return length;
            end(TOO_BIG);
            throw new IOException("the client sent a frame of more than " + MAXIMUM_FRAME + " bytes");
        }

        private byte[] payload(int length) throws IOException {
            byte[] payload = exactly(length);
            for (int i = 0; i < length; i++) payload[i] ^= mask[i & 3];
            return payload;
        }

        private void control(int kind, byte[] payload) throws IOException {
            if (kind == PING) send(PONG, payload);
            if (kind != CLOSE) return;
            end(payload.length < 2 ? NORMAL : (payload[0] & 0xff) << 8 | (payload[1] & 0xff));
            throw new EOFException("the client said goodbye");
        }

        private byte[] exactly(int count) throws IOException {
            byte[] bytes = conversation.input().readNBytes(count);
            if (bytes.length < count) throw new EOFException("the client has gone");
            return bytes;
        }

        private IOException broken(String how) throws IOException {
            end(BROKEN_PROTOCOL);
            return new IOException("the client " + how);
        }
    }
}
