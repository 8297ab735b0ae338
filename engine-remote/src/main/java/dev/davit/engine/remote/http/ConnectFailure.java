package dev.davit.engine.remote.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// There is no way to a daemon. The message is the reason in half a sentence that names the place, and a way out where
/// there is one: `no host is called far.example`.
public final class ConnectFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean denied;

    private ConnectFailure(String message, boolean denied, @Nullable Throwable cause) {
        super(message, cause);
        this.denied = denied;
    }

    /// The place cannot be reached, or is not what it should be.
    public static ConnectFailure unreachable(String reason) {
        return new ConnectFailure(reason, false, null);
    }

    /// The same, with what was caught.
    public static ConnectFailure unreachable(String reason, Throwable cause) {
        return new ConnectFailure(reason, false, cause);
    }

    /// The place is there and does not let this user in.
    public static ConnectFailure denied(String reason) {
        return new ConnectFailure(reason, true, null);
    }

    /// Whether it was refused for who asks.
    public boolean isDenied() {
        return denied;
    }
}
