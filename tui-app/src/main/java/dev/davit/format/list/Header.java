package dev.davit.format.list;

import dev.davit.format.template.Function;
import dev.davit.format.template.GoType;
import dev.davit.format.template.Methods;
import dev.davit.format.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The row of a table's titles: each field says what its column is called.
record Header(Map<String, String> titles) implements Methods {

    Value asValue() {
        return new Value.Receiver(this);
    }

    @Override
    public String typeName() {
        return "formatter.SubHeaderContext";
    }

    /// A label's column is called by the last part of its name.
    @Override
    public Optional<Function> method(String name) {
        if (name.equals("Label")) {
            return Optional.of(Function.of(List.of(GoType.STRING), arguments -> {
                String label = arguments.getFirst() instanceof Value.Text(var text, var _) ? text : "";
                String last = label.substring(label.lastIndexOf('.') + 1);
                return Value.of(last.replace('-', ' ').replace('_', ' '));
            }));
        }
        // Docker's is a map: what has no title is no value.
        String title = titles.get(name);
        return Optional.of(Function.of(arguments -> title == null ? Value.None.NONE : Value.of(title)));
    }

    @Override
    public SortedMap<String, Value> fields() {
        var all = new TreeMap<String, Value>();
        titles.forEach((name, title) -> all.put(name, Value.of(title)));
        return all;
    }
}
