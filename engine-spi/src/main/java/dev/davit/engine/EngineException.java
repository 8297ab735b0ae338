package dev.davit.engine;

import org.jspecify.annotations.Nullable;

/// Why an engine did not do what it was asked. A closed set, so that a caller can decide by kind.
///
/// The message is one sentence that names what was tried, on what, and why it failed:
/// `cannot stop container web: no such container`. It is meant to be shown as it stands.
public abstract sealed class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private String reason = "";

    private EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Remembers why in the words of who refused: as a daemon wrote it, capitals and full stop included.
    ///
    /// @return this
    public final EngineException because(String words) {
        reason = words;
        return this;
    }

    /// Why, without what was tried: in the words of who refused where they are known, else the rest of the message.
    public final String reason() {
        if (!reason.isEmpty()) return reason;
        String message = String.valueOf(getMessage());
        int tried = message.startsWith("cannot ") ? message.indexOf(": ") : -1;
        return tried < 0 ? message : message.substring(tried + 2);
    }

    /// What was named does not exist.
    public static final class NotFound extends EngineException {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /// The thing exists but its state forbids the operation, or the name is taken.
    public static final class Conflict extends EngineException {
        private static final long serialVersionUID = 1L;

        public Conflict(String message) {
            super(message, null);
        }
    }

    /// The request is malformed or contradicts itself; trying again as it is cannot help.
    public static final class Invalid extends EngineException {
        private static final long serialVersionUID = 1L;

        public Invalid(String message) {
            super(message, null);
        }
    }

    /// This engine lacks the feature; [EngineInfo#can(Feature)] says so beforehand.
    public static final class Unsupported extends EngineException {
        private static final long serialVersionUID = 1L;
        private final Feature feature;

        public Unsupported(Feature feature, String message) {
            super(message, null);
            this.feature = feature;
        }

        /// The feature that is missing.
        public Feature feature() {
            return feature;
        }
    }

    /// The caller may not do this: wrong credentials, or no permission.
    public static final class Denied extends EngineException {
        private static final long serialVersionUID = 1L;

        public Denied(String message) {
            super(message, null);
        }
    }

    /// The engine cannot be reached, or went away in the middle.
    public static final class Unavailable extends EngineException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// The engine tried and failed.
    public static final class Failed extends EngineException {
        private static final long serialVersionUID = 1L;

        public Failed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        public Failed(String message) {
            super(message, null);
        }
    }

    /// The waiting thread was interrupted; its interrupt status is set again.
    public static final class Cancelled extends EngineException {
        private static final long serialVersionUID = 1L;

        public Cancelled(String message) {
            super(message, null);
        }
    }
}
