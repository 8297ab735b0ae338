package dev.davit.engine.remote.server.http;

import dev.davit.engine.BlockInput;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/// What a request carries: so many bytes, or chunks (RFC 9112 section 7.1). A client that waits to be asked is asked by the first
/// read. A body that ends before its end throws.
final class RequestBody extends BlockInput {
    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]{1,15}");
    private static final int MAXIMUM_TRAILERS = 32;

    /// Tells the client that it may send.
    interface Invitation {
        void send() throws IOException;
    }

    private final Incoming in;
    private final Limits limits;
    private final boolean chunked;
    private Invitation invitation;
    private long left;
    private boolean first = true;
    private boolean ended;

    RequestBody(Incoming in, RequestHead head, Limits limits, Invitation invitation) {
        this.in = in;
        this.limits = limits;
        this.chunked = head.chunked();
        this.left = head.length().orElse(0);
        this.invitation = invitation;
        this.ended = !chunked && left == 0;
    }

    /// Whether all of it was read.
    boolean isEnded() {
        return ended;
    }

    /// Whether the client was told to send it, or never asked.
    boolean isComing() {
        return invitation.equals(NONE);
    }

    static final Invitation NONE = () -> {};

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (ended) return -1;
        var open = invitation;
        invitation = NONE;
        open.send();
        if (chunked && left == 0 && !nextChunk()) return -1;
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) throw new EOFException("the client closed the connection in the middle of a body");
        left -= count;
        if (left == 0 && !chunked) ended = true;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (!first && !in.line(limits.line(), 400).isEmpty()) throw new BadRequest(400, "a chunk without its end");
        first = false;
        String line = in.line(limits.line(), 400);
        int extension = line.indexOf(';');
        String size = extension < 0 ? line : line.substring(0, extension).strip();
        if (!SIZE.matcher(size).matches()) throw new BadRequest(400, "a chunk whose size is no number");
        left = Long.parseLong(size, 16);
        if (left > 0) return true;
        for (int trailers = 0; !in.line(limits.line(), 400).isEmpty(); trailers++) {
            if (trailers == MAXIMUM_TRAILERS) throw new BadRequest(400, "more trailers than anybody needs");
        }
        ended = true;
        return false;
    }
}
