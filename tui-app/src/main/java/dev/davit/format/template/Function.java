package dev.davit.format.template;

import java.util.List;

/// A function that a template can call.
///
/// @param parameters the types of its parameters
/// @param variadic whether the last of them may be given any number of times, also none
/// @param body what it does
public record Function(List<GoType> parameters, boolean variadic, Body body) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    /// Gets as many values as there are arguments, each of the parameter's type or, where that is [GoType#ANY], out of its
    /// box.
    @FunctionalInterface
    public interface Body {
        /// @throws IllegalArgumentException with a message that the template's error ends in
        Value call(List<Value> arguments);
    }

    /// One without parameters.
    public static Function of(Body body) {
        return new Function(List.of(), false, body);
    }

    /// One with exactly these.
    public static Function of(List<GoType> parameters, Body body) {
        return new Function(parameters, false, body);
    }

    /// One whose last parameter repeats.
    public static Function variadic(List<GoType> parameters, Body body) {
        return new Function(parameters, true, body);
    }
}
