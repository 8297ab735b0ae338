package dev.davit.engine;

import java.io.InputStream;

/// A tar archive on its way out of an engine: read as it is made, never held in memory or in a file.
///
/// The caller closes it. Reading slowly slows the engine down; [#close()] before the end, from any thread, cancels on both
/// sides. It is read by one thread. Unlike other streams it throws no `IOException` but the engine's own errors:
/// [EngineException.Failed] when the engine could not finish the archive (what was read so far is no whole archive then),
/// [EngineException.Unavailable] when it went away, [EngineException.Cancelled] when the reading thread was interrupted. So an
/// archive that ends without an exception is whole.
public abstract class TarStream extends InputStream {

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length);

    /// Cancels what was not read. Closing twice is harmless.
    @Override
    public abstract void close();
}
