package dev.davit.engine.container;

/// Which of a process's streams.
public enum StdStream {
    STDIN,
    STDOUT,
    STDERR
}
