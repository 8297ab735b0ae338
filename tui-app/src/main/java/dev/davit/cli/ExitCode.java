package dev.davit.cli;

/// The exit codes of docker's command, which scripts rely on.
public final class ExitCode {
    public static final int OK = 0;
    /// The engine refused or failed.
    public static final int FAILED = 1;
    /// What `inspect --format` was given is no template.
    public static final int BAD_TEMPLATE = 64;
    /// The command line is wrong, or `run` could not make or start the container.
    public static final int CANNOT_RUN = 125;
    /// The container's command exists and cannot be executed.
    public static final int CANNOT_EXECUTE = 126;
    /// The container's command does not exist.
    public static final int NOT_FOUND = 127;
    /// Not done within the time it was given, as timeout(1) says it.
    public static final int TIMED_OUT = 124;
    /// Ended by Ctrl-C.
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
