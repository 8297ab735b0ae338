package dev.davit.cli.container;

import dev.davit.cli.Values;
import dev.davit.engine.container.MountSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The fields of `--mount`. Source: docker's "bind mounts", "volumes" and "tmpfs" documentation.
final class MountText {
    private MountSpec.Type type = MountSpec.Type.VOLUME;
    private String source = "";
    private String target = "";
    private boolean readOnly;
    private String consistency = "";
    private String propagation = "";
    private boolean nonRecursive;
    private boolean createSource;
    private boolean readOnlyNonRecursive;
    private boolean readOnlyForceRecursive;
    private boolean bindField;
    private boolean noCopy;
    private String driver = "";
    private final Map<String, String> driverOptions = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private boolean volumeField;
    private OptionalLong tmpfsSize = OptionalLong.empty();
    private OptionalInt tmpfsMode = OptionalInt.empty();
    private Optional<String> subpath = Optional.empty();

    private MountText() {}

    static MountSpec parse(String text) {
        var mount = new MountText();
        Fields.of(text).forEach(mount::take);
        return mount.finish();
    }

    private void take(Fields.Field field) {
        String value = field.value();
        switch (field.name()) {
            case "type" -> type = type(value);
            case "source", "src" -> source = value;
            case "target", "dst", "destination" -> target = value;
            case "readonly", "ro" -> readOnly = yes(field);
            case "consistency" -> consistency = value.toLowerCase(Locale.ROOT);
            case "volume-subpath", "image-subpath" -> subpath = Optional.of(value);
            case "tmpfs-size" -> tmpfsSize = OptionalLong.of(Values.bytes(value));
            case "tmpfs-mode" -> tmpfsMode = OptionalInt.of(octal(value));
            case "bind-propagation", "bind-nonrecursive", "bind-recursive", "bind-create-src" -> takeBind(field);
            case "volume-nocopy", "volume-driver", "volume-opt", "volume-label" -> takeVolume(field);
            default -> throw new IllegalArgumentException("it knows no field " + field.name());
        }
    }

    private void takeBind(Fields.Field field) {
        bindField = true;
        switch (field.name()) {
            case "bind-propagation" -> propagation = field.value().toLowerCase(Locale.ROOT);
            case "bind-nonrecursive" -> nonRecursive = yes(field);
            case "bind-create-src" -> createSource = yes(field);
            default -> {
                switch (field.value()) {
                    case "enabled" -> {}
                    case "disabled" -> nonRecursive = true;
                    case "writable" -> readOnlyNonRecursive = true;
                    case "readonly" -> readOnlyForceRecursive = true;
                    default -> throw new IllegalArgumentException(
                            "bind-recursive takes enabled, disabled, writable or readonly");
                }
            }
        }
    }

    private void takeVolume(Fields.Field field) {
        volumeField = true;
        switch (field.name()) {
            case "volume-nocopy" -> noCopy = yes(field);
            case "volume-driver" -> driver = field.value();
            case "volume-opt" -> pair(field, driverOptions);
            default -> pair(field, labels);
        }
    }

    private static void pair(Fields.Field field, Map<String, String> into) {
        int equals = field.value().indexOf('=');
        into.put(
                equals < 0 ? field.value() : field.value().substring(0, equals),
                equals < 0 ? "" : field.value().substring(equals + 1));
    }

    private MountSpec finish() {
        if (target.isEmpty()) throw new IllegalArgumentException("target=PATH is missing");
        boolean isBind = type == MountSpec.Type.BIND;
        if (bindField && !isBind) throw new IllegalArgumentException("bind-… fields go with type=bind");
        if (volumeField && type != MountSpec.Type.VOLUME) throw new IllegalArgumentException("volume-… fields go with type=volume");
        boolean tmpfsField = tmpfsSize.isPresent() || tmpfsMode.isPresent();
        if (tmpfsField && type != MountSpec.Type.TMPFS) throw new IllegalArgumentException("tmpfs-… fields go with type=tmpfs");
        if (isBind && source.isEmpty()) throw new IllegalArgumentException("source=PATH is missing");
        if (readOnlyForceRecursive && !readOnly) throw new IllegalArgumentException("bind-recursive=readonly goes with readonly");
        var bind = new MountSpec.Bind(propagation, nonRecursive, createSource, readOnlyNonRecursive, readOnlyForceRecursive);
        return new MountSpec(
                type,
                source,
                target,
                readOnly,
                consistency,
                bindField ? Optional.of(bind) : Optional.empty(),
                volumeField ? Optional.of(new MountSpec.Volume(noCopy, driver, driverOptions, labels)) : Optional.empty(),
                tmpfsSize,
                tmpfsMode,
                subpath);
    }

    private static MountSpec.Type type(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "bind" -> MountSpec.Type.BIND;
            case "volume" -> MountSpec.Type.VOLUME;
            case "tmpfs" -> MountSpec.Type.TMPFS;
            case "image" -> MountSpec.Type.IMAGE;
            case "npipe" -> MountSpec.Type.NPIPE;
            case "cluster" -> MountSpec.Type.CLUSTER;
            default -> throw new IllegalArgumentException("\"" + word + "\" is no type of mount (bind, volume, tmpfs, image)");
        };
    }

    private static boolean yes(Fields.Field field) {
        if (!field.hasValue()) return true;
        return switch (field.value()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(field.name() + " takes true or false");
        };
    }

    private static int octal(String text) {
        try {
            return Integer.parseInt(text, 8);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tmpfs-mode takes octal digits", e);
        }
    }
}
