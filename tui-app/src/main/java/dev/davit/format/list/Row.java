package dev.davit.format.list;

import dev.davit.format.template.Function;
import dev.davit.format.template.GoType;
import dev.davit.format.template.Methods;
import dev.davit.format.template.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// One row of a list: fields by docker's names, worked out when they are asked for.
final class Row implements Methods {
    private final String typeName;
    private final Map<String, Supplier<Value>> fields = new HashMap<>();
    private Map<String, String> labels = Map.of();

    /// @param typeName docker's, as it stands in messages: `*formatter.ContainerContext`
    Row(String typeName) {
        this.typeName = typeName;
    }

    Row text(String name, Supplier<String> value) {
        return value(name, () -> Value.of(value.get()));
    }

    Row value(String name, Supplier<Value> value) {
        fields.put(name, value);
        return this;
    }

    /// What `.Label "name"` asks.
    Row labels(Map<String, String> all) {
        labels = all;
        return this;
    }

    Value asValue() {
        return new Value.Receiver(this);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public Optional<Function> method(String name) {
        if (name.equals("Label")) {
            return Optional.of(Function.of(
                    List.of(GoType.STRING),
                    arguments -> Value.of(
                            arguments.getFirst() instanceof Value.Text(var label, var _) ? labels.getOrDefault(label, "") : "")));
        }
        return Optional.ofNullable(fields.get(name)).map(value -> Function.of(arguments -> value.get()));
    }

    @Override
    public SortedMap<String, Value> fields() {
        var all = new TreeMap<String, Value>();
        fields.forEach((name, value) -> all.put(name, value.get()));
        return all;
    }
}
