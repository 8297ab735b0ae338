package dev.davit.format.template;

import java.util.Optional;
import java.util.SortedMap;

/// What a [Value.Receiver] answers to.
public interface Methods {

    /// The type's name in messages: `*formatter.ContainerContext`.
    String typeName();

    /// The method of that name.
    Optional<Function> method(String name);

    /// What JSON shows of it: the methods without parameters and what they answer.
    SortedMap<String, Value> fields();
}
