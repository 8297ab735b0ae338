package dev.davit.format.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A value of Go, as a template sees it. Immutable.
public sealed interface Value {

    /// Nothing: a missing key of a map, or an untyped nil. Printed as `<no value>`, or `<nil>` by `printf`.
    static Value none() {
        return None.NONE;
    }

    /// The type; of [#none] there is none.
    GoType type();

    static Value of(String text) {
        return new Text(text, GoType.STRING);
    }

    static Value of(boolean truth) {
        return new Truth(truth, GoType.BOOL);
    }

    /// An `int`.
    static Value of(long number) {
        return new Whole(number, GoType.INT);
    }

    static Value of(double number) {
        return new Decimal(number, GoType.FLOAT);
    }

    static Value ofStrings(Collection<String> texts) {
        return new Items(texts.stream().map(Value::of).toList(), GoType.STRINGS, false);
    }

    static Value of(Map<String, String> texts) {
        var entries = new TreeMap<String, Value>(GoOrder.BYTES);
        texts.forEach((key, text) -> entries.put(key, of(text)));
        return new Entries(entries, GoType.STRING_MAP, false);
    }

    /// See [#none].
    enum None implements Value {
        NONE;

        @Override
        public GoType type() {
            return GoType.ANY;
        }

        @Override
        public boolean isTrue() {
            return false;
        }
    }

    record Truth(boolean truth, GoType.Basic type) implements Value {
        @Override
        public boolean isTrue() {
            return truth;
        }
    }

    /// An integer; where the type is unsigned its bits are read so.
    record Whole(long number, GoType.Basic type) implements Value {
        boolean isUnsigned() {
            return type.kind() == GoType.Kind.UINT;
        }

        String digits(int radix) {
            return isUnsigned() ? Long.toUnsignedString(number, radix) : Long.toString(number, radix);
        }

        @Override
        public boolean isTrue() {
            return number != 0;
        }
    }

    record Decimal(double number, GoType.Basic type) implements Value {
        @Override
        public boolean isTrue() {
            return number != 0;
        }
    }

    record Text(String text, GoType.Basic type) implements Value {
        @Override
        public boolean isTrue() {
            return !text.isEmpty();
        }
    }

    /// A slice or array.
    ///
    /// @param isNil a nil slice is an empty one, but `null` in JSON
    record Items(List<Value> items, GoType.Slice type, boolean isNil) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean isTrue() {
            return !items.isEmpty();
        }
    }

    /// A map, in the order that templates go through it.
    record Entries(SortedMap<String, Value> entries, GoType.Mapping type, boolean isNil) implements Value {
        public Entries {
            var sorted = new TreeMap<String, Value>(GoOrder.BYTES);
            sorted.putAll(entries);
            entries = Collections.unmodifiableSortedMap(sorted);
        }

        @Override
        public boolean isTrue() {
            return !entries.isEmpty();
        }
    }

    /// A structure: one value per field of its type.
    record Structure(List<Value> values, GoType.Struct type) implements Value {
        public Structure {
            values = List.copyOf(values);
        }

        @Override
        public boolean isTrue() {
            return true;
        }

        /// The field of that name, of its own or of an embedded structure.
        Optional<Value> field(String name) {
            for (int i = 0; i < values.size(); i++) {
                if (type.fields().get(i).name().equals(name)) return Optional.of(values.get(i));
            }
            for (int i = 0; i < values.size(); i++) {
                if (!type.fields().get(i).isEmbedded()) continue;
                var embedded = values.get(i) instanceof Reference(var target, var _) ? target : values.get(i);
                if (embedded instanceof Structure structure) {
                    var found = structure.field(name);
                    if (found.isPresent()) return found;
                }
            }
            return Optional.empty();
        }
    }

    /// A pointer, nil without target.
    record Reference(@Nullable Value pointee, GoType.Pointer type) implements Value {
        @Override
        public boolean isTrue() {
            return pointee != null;
        }

        @Override
        public Value target() {
            return pointee == null ? None.NONE : pointee.target();
        }
    }

    /// What a map or slice of `interface {}` holds.
    record Boxed(@Nullable Value content) implements Value {
        @Override
        public GoType type() {
            return GoType.ANY;
        }

        @Override
        public boolean isTrue() {
            return content != null && content.isTrue();
        }

        @Override
        public Value unboxed() {
            return content == null ? None.NONE : content.unboxed();
        }

        @Override
        public Value target() {
            return content == null ? None.NONE : content.target();
        }
    }

    /// Something that answers to methods: a row of a list.
    record Receiver(Methods methods) implements Value {
        @Override
        public GoType type() {
            return new GoType.Opaque(methods.typeName());
        }

        @Override
        public boolean isTrue() {
            return true;
        }
    }

    /// Out of its box; an empty box is [#none].
    default Value unboxed() {
        return this;
    }

    /// Behind boxes and pointers; [#none] where one of them is nil.
    default Value target() {
        return this;
    }

    /// Go's truth: not false, not zero, not nil, not empty.
    boolean isTrue();

    /// The zero value of a type.
    static Value zero(GoType type) {
        return switch (type) {
            case GoType.Basic basic ->
                switch (basic.kind()) {
                    case BOOL -> new Truth(false, basic);
                    case INT, UINT -> new Whole(0, basic);
                    case FLOAT -> new Decimal(0, basic);
                    case STRING -> new Text("", basic);
                };
            case GoType.Any _ -> new Boxed(null);
            case GoType.Slice slice -> new Items(zeros(slice), slice, !slice.isArray());
            case GoType.Mapping mapping -> new Entries(new TreeMap<>(), mapping, true);
            case GoType.Pointer pointer -> new Reference(null, pointer);
            case GoType.Struct struct ->
                new Structure(struct.fields().stream().map(field -> zero(field.type())).toList(), struct);
            case GoType.Opaque _ -> None.NONE;
        };
    }

    private static List<Value> zeros(GoType.Slice slice) {
        if (!slice.isArray()) return List.of();
        int length = Integer.parseInt(slice.name(), 1, slice.name().indexOf(']'), 10);
        return new ArrayList<>(Collections.nCopies(length, zero(slice.element())));
    }
}
