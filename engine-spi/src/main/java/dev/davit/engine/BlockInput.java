package dev.davit.engine;

import java.io.IOException;
import java.io.InputStream;

/// A stream that is made of one method, the one that reads some bytes. All others come down to it, skipping too: nothing goes
/// by unread.
public abstract class BlockInput extends InputStream {

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
