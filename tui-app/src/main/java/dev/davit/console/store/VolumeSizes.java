package dev.davit.console.store;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// How large volumes are. An engine walks through all of them to find out, so it is asked on the user's wish alone.
///
/// @param stage how far one is with asking
/// @param bytes of those that are known, by name
public record VolumeSizes(Stage stage, Map<String, Long> bytes) {
    /// Before anybody has asked.
    public static final VolumeSizes UNKNOWN = new VolumeSizes(Stage.UNKNOWN, Map.of());

    /// How far one is with asking.
    public enum Stage {
        UNKNOWN,
        ASKED,
        ANSWERED
    }

    public VolumeSizes {
        bytes = Map.copyOf(bytes);
    }

    /// One volume's.
    public OptionalLong of(String volume) {
        var known = bytes.get(volume);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /// While the engine is asked; what is known stays.
    public VolumeSizes asking() {
        return new VolumeSizes(Stage.ASKED, bytes);
    }

    /// What the engine has answered.
    public VolumeSizes answered(Map<String, Long> sizes) {
        return new VolumeSizes(Stage.ANSWERED, sizes);
    }

    /// Those of these volumes alone: one that is made anew is another one.
    public VolumeSizes only(Set<String> volumes) {
        return new VolumeSizes(stage, bytes.entrySet().stream().filter(entry -> volumes.contains(entry.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
