package dev.davit.format.list;

import dev.davit.format.template.GoType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types in which docker reads its documents before a template sees them, from `inspect-types.txt`. They decide how
/// `{{.State}}` is printed, which zeros stand for what is absent, and that numbers compare as numbers.
final class DocumentTypes {
    private final Map<String, List<String>> structures = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, GoType> known = new HashMap<>();

    private DocumentTypes() {}

    /// The type of that name.
    static GoType of(String name) {
        var types = new DocumentTypes();
        types.read();
        return types.type(name);
    }

    private void read() {
        List<String> fields = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("#")) continue;
            int equals = line.indexOf(" = ");
            if (line.isEmpty()) {
                fields = new ArrayList<>();
            } else if (equals > 0) {
                aliases.put(line.substring(0, equals), line.substring(equals + 3));
            } else if (line.indexOf(' ') < 0) {
                structures.put(line, fields);
            } else {
                fields.add(line);
            }
        }
    }

    private static String text() {
        try (var in = DocumentTypes.class.getResourceAsStream("inspect-types.txt")) {
            if (in == null) throw new IllegalStateException("inspect-types.txt is missing from this build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GoType type(String name) {
        var done = known.get(name);
        if (done != null) return done;
        var made = make(name);
        known.put(name, made);
        return made;
    }

    private GoType make(String name) {
        if (name.startsWith("*")) return new GoType.Pointer(type(name.substring(1)));
        if (name.startsWith("[")) return new GoType.Slice(name, type(name.substring(name.indexOf(']') + 1)));
        if (name.startsWith("map[")) {
            int end = name.indexOf(']');
            return GoType.Mapping.of(basic(name.substring(4, end)).orElse(GoType.STRING), type(name.substring(end + 1)));
        }
        if (name.equals("any")) return GoType.ANY;
        var basic = basic(name);
        if (basic.isPresent()) return basic.get();
        String alias = aliases.get(name);
        if (alias != null) return renamed(type(alias), name);
        var fields = structures.get(name);
        if (fields == null) throw new IllegalStateException("inspect-types.txt does not say what " + name + " is");
        String shown = name.equals("none") ? "struct {}" : name;
        return new GoType.Struct(shown, fields.stream().map(this::field).toList());
    }

    private Optional<GoType.Basic> basic(String name) {
        var kind = switch (name) {
            case "string", "time.Time" -> GoType.Kind.STRING;
            case "bool" -> GoType.Kind.BOOL;
            case "int", "int64", "time.Duration" -> GoType.Kind.INT;
            case "uint", "uint16", "uint32", "uint64" -> GoType.Kind.UINT;
            default -> null;
        };
        if (kind != null) return Optional.of(new GoType.Basic(kind, name));
        return "string".equals(aliases.get(name)) ? Optional.of(new GoType.Basic(GoType.Kind.STRING, name)) : Optional.empty();
    }

    private static GoType renamed(GoType type, String name) {
        return switch (type) {
            case GoType.Slice slice -> new GoType.Slice(name, slice.element());
            case GoType.Mapping mapping -> new GoType.Mapping(name, mapping.key(), mapping.element());
            case GoType.Basic basic -> new GoType.Basic(basic.kind(), name);
            case GoType.Any _, GoType.Pointer _, GoType.Struct _, GoType.Opaque _ -> type;
        };
    }

    private GoType.Field field(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(">")) {
            String name = words[1].substring(words[1].lastIndexOf('.') + 1);
            return new GoType.Field(name, "", false, type(words[1]));
        }
        boolean omitted = words[words.length - 1].equals("?");
        boolean renamed = words.length - (omitted ? 1 : 0) == 3;
        return new GoType.Field(words[0], renamed ? words[2] : words[0], omitted, type(words[1]));
    }
}
