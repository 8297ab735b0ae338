package dev.davit.cli;

/// What was typed is no command line of ours: one sentence on what and where, and what was meant perhaps.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    /// A mistake in flags or values, which docker answers with 125.
    public UsageException(String message) {
        this(message, ExitCode.CANNOT_RUN);
    }

    public UsageException(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /// What the process is to exit with.
    public int exitCode() {
        return exitCode;
    }
}
