package dev.davit.config;

import java.util.List;

/// Configuration files that cannot be used. The message has a line for each fault, with its file, line and column.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> faults) {
        super(String.join("\n", faults));
    }

    /// One that concerns no place in it.
    public ConfigException(String file, String sentence) {
        super(file + ": " + sentence);
    }
}
