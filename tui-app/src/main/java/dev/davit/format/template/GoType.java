package dev.davit.format.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type of Go, as far as templates can tell: its name shows in messages and `%T`, its shape in what is printed.
public sealed interface GoType {

    /// As `%T` prints it.
    String name();

    Basic BOOL = new Basic(Kind.BOOL, "bool");
    Basic INT = new Basic(Kind.INT, "int");
    Basic INT32 = new Basic(Kind.INT, "int32");
    Basic INT64 = new Basic(Kind.INT, "int64");
    Basic UINT8 = new Basic(Kind.UINT, "uint8");
    Basic FLOAT = new Basic(Kind.FLOAT, "float64");
    Basic STRING = new Basic(Kind.STRING, "string");
    /// A number of a document without types: a string to Go.
    Basic JSON_NUMBER = new Basic(Kind.STRING, "json.Number");
    /// A moment: its text is RFC 3339, but Go prints it otherwise.
    Basic TIME = new Basic(Kind.STRING, "time.Time");
    Any ANY = new Any();
    Slice STRINGS = new Slice("[]string", STRING);
    Slice ANY_SLICE = new Slice("[]interface {}", ANY);
    Mapping ANY_MAP = new Mapping("map[string]interface {}", STRING, ANY);
    Mapping STRING_MAP = new Mapping("map[string]string", STRING, STRING);

    /// What holds a single value.
    enum Kind {
        BOOL,
        INT,
        UINT,
        FLOAT,
        STRING
    }

    /// A number, text or truth value; `name` may be its own (`container.IpcMode`).
    record Basic(Kind kind, String name) implements GoType {
        // As a record has it, but without linking a call site, which takes 14 ms of the start of `davit ps`.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Basic(var otherKind, var otherName) && kind == otherKind && name.equals(otherName);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + name.hashCode();
        }
    }

    /// `interface {}`.
    record Any() implements GoType {
        @Override
        public String name() {
            return "interface {}";
        }
    }

    /// A slice, or an array where the name begins with its length.
    record Slice(String name, GoType element) implements GoType {
        public static Slice of(GoType element) {
            return new Slice("[]" + element.name(), element);
        }

        boolean isArray() {
            return name.startsWith("[") && !name.startsWith("[]");
        }
    }

    /// A map; all keys in docker's documents are strings of some name.
    record Mapping(String name, Basic key, GoType element) implements GoType {
        public static Mapping of(Basic key, GoType element) {
            return new Mapping("map[" + key.name() + "]" + element.name(), key, element);
        }
    }

    /// A pointer.
    record Pointer(GoType target) implements GoType {
        @Override
        public String name() {
            return "*" + target.name();
        }
    }

    /// A structure.
    record Struct(String name, List<Field> fields) implements GoType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /// A field of a structure.
    ///
    /// @param name in Go
    /// @param json its name in JSON; empty for an embedded structure, whose fields are the outer one's too
    /// @param omitEmpty whether JSON leaves it out when it is empty
    record Field(String name, String json, boolean omitEmpty, GoType type) {
        boolean isEmbedded() {
            return json.isEmpty();
        }
    }

    /// Something with methods only: a row of a list.
    record Opaque(String name) implements GoType {}
}
