package dev.davit.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// YAML as [ConfigNode]s. The one class that knows the library; it is not loaded where there is no file.
public final class YamlFile {
    private static final int DEEPEST = 20;
    private static final long LONGEST = 1 << 20;
    private static final ConfigNode.Place START = new ConfigNode.Place(1, 1);

    private YamlFile() {}

    /// Reads a file.
    ///
    /// @return empty for a file with nothing but comments
    /// @throws ConfigException when it is no YAML, too large, or cannot be read
    public static Optional<ConfigNode> read(Path file) {
        try {
            if (Files.size(file) > LONGEST) throw new ConfigException(file.toString(), "it has more than 1 MiB");
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), "it is no UTF-8");
        } catch (IOException e) {
            throw new ConfigException(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    /// Reads a text.
    ///
    /// @param name what messages call it
    public static Optional<ConfigNode> parse(String name, String text) {
        var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(true).build();
        try {
            return new Compose(settings).composeString(text).map(node -> converted(name, node, 0));
        } catch (MarkedYamlEngineException e) {
            var faults = new Faults();
            faults.add(name, e.getProblemMark().map(YamlFile::place).orElse(START), String.valueOf(e.getProblem()));
            faults.check();
            throw e;
        } catch (YamlEngineException e) {
            throw new ConfigException(name, String.valueOf(e.getMessage()));
        }
    }

    private static ConfigNode converted(String name, Node node, int depth) {
        var place = node.getStartMark().map(YamlFile::place).orElse(START);
        if (depth > DEEPEST) throw new ConfigException(name, "line " + place.line() + " is nested deeper than 20 levels");
        return switch (node) {
            case ScalarNode scalar -> new ConfigNode.Text(place, scalar.getValue());
            case SequenceNode sequence -> new ConfigNode.Items(
                    place, sequence.getValue().stream().map(item -> converted(name, item, depth + 1)).toList());
            case MappingNode mapping -> new ConfigNode.Mapping(place, entries(name, mapping, depth));
            default -> throw new ConfigException(name, "line " + place.line() + " refers to what is not there");
        };
    }

    private static List<ConfigNode.Entry> entries(String name, MappingNode mapping, int depth) {
        var entries = new ArrayList<ConfigNode.Entry>();
        for (var tuple : mapping.getValue()) {
            if (!(converted(name, tuple.getKeyNode(), depth + 1) instanceof ConfigNode.Text key)) {
                throw new ConfigException(name, "line " + mapping.getStartMark().map(YamlFile::place).orElse(START).line() + " has a name that is no text");
            }
            entries.add(new ConfigNode.Entry(key, converted(name, tuple.getValueNode(), depth + 1)));
        }
        return entries;
    }

    private static ConfigNode.Place place(Mark mark) {
        return new ConfigNode.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
