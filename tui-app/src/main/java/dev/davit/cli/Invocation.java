package dev.davit.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was typed after a command's name, read by the command's own flags.
public final class Invocation {
    private final CommandSpec command;
    private final Map<String, Object> values;
    private final List<String> arguments;

    Invocation(CommandSpec command, Map<String, Object> values, List<String> arguments) {
        this.command = command;
        this.values = values;
        this.arguments = List.copyOf(arguments);
    }

    /// The command.
    public CommandSpec command() {
        return command;
    }

    /// A flag's value, its initial one when it was not typed.
    public <T> T get(Flag<T> flag) {
        @Nullable Object value = values.get(flag.name());
        if (value == null) return flag.initial();
        @SuppressWarnings("unchecked") // put there by this flag's own fold
        T typed = (T) value;
        return typed;
    }

    /// Whether it was typed.
    public boolean has(Flag<?> flag) {
        return values.containsKey(flag.name());
    }

    /// The arguments, without flags.
    public List<String> arguments() {
        return arguments;
    }

    /// One of them.
    public String argument(int index) {
        return arguments.get(index);
    }

    /// Those after one.
    public List<String> argumentsFrom(int index) {
        return arguments.subList(Math.min(index, arguments.size()), arguments.size());
    }
}
