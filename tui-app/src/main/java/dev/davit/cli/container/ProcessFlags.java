package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.StdStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flags about a process in a container; `exec` shares most of them.
final class ProcessFlags {
    static final Flag<List<StdStream>> ATTACH = Flag.many("attach", 'a', "list", "Attach a stream: stdin, stdout or stderr", ProcessFlags::stream);
    static final Flag<Optional<String>> DETACH_KEYS = Flag.text("detach-keys", "Keys that detach from it (ctrl-p,ctrl-q)");
    static final Flag<Optional<String>> ENTRYPOINT = Flag.text("entrypoint", "Run this in place of its image's entry point");
    static final Flag<List<String>> ENV = Flag.texts("env", 'e', "Set an environment variable: NAME=VALUE, or NAME for the caller's");
    static final Flag<List<String>> ENV_FILE = Flag.texts("env-file", "Read environment variables from a file");
    static final Flag<List<String>> GROUP_ADD = Flag.texts("group-add", "One more group");
    static final Flag<Boolean> INTERACTIVE = Flag.toggle("interactive", 'i', "Keep its standard input open");
    static final Flag<Boolean> TTY = Flag.toggle("tty", 't', "Give it a terminal");
    static final Flag<Optional<String>> USER = Flag.text("user", 'u', "Run as: NAME|UID[:GROUP|GID]");
    static final Flag<Optional<String>> WORKDIR = Flag.text("workdir", 'w', "Run in this directory");

    private ProcessFlags() {}

    private static StdStream stream(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "stdin" -> StdStream.STDIN;
            case "stdout" -> StdStream.STDOUT;
            case "stderr" -> StdStream.STDERR;
            default -> throw new IllegalArgumentException("the streams are stdin, stdout and stderr");
        };
    }

    /// The streams of a container that is not detached: `-a` says which; without it all output, and the input with `-i`.
    static Set<StdStream> attached(Invocation typed) {
        var wanted = typed.get(ATTACH);
        if (!wanted.isEmpty()) return EnumSet.copyOf(wanted);
        return typed.get(INTERACTIVE) ? EnumSet.allOf(StdStream.class) : EnumSet.of(StdStream.STDOUT, StdStream.STDERR);
    }

    /// `--env-file` first, then `--env`, each `NAME=VALUE`; a name alone takes the caller's value, or takes the image's away
    /// where the caller has none.
    static List<String> environment(
            List<String> files, List<String> typed, Map<String, String> environment, Path directory, boolean mayUnset) {
        var result = new ArrayList<String>();
        for (String file : files) {
            for (String line : lines(file, "--env-file", directory)) add(line, environment, false, result);
        }
        for (String text : typed) {
            if (text.isEmpty() || text.startsWith("=")) throw new UsageException("--env: a name is missing in \"" + text + "\"");
            add(text, environment, mayUnset, result);
        }
        return result;
    }

    private static void add(String text, Map<String, String> environment, boolean mayUnset, List<String> result) {
        if (text.contains("=")) {
            result.add(text);
        } else if (environment.containsKey(text)) {
            result.add(text + "=" + environment.get(text));
        } else if (mayUnset) {
            result.add(text);
        }
    }

    /// The lines of a file that are no comments: `NAME=VALUE` or `NAME`.
    static List<String> lines(String file, String flag, Path directory) {
        try {
            var lines = new ArrayList<String>();
            int number = 0;
            for (String line : Files.readAllLines(directory.resolve(file))) {
                number++;
                String text = (number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line).stripLeading();
                if (text.isEmpty() || text.startsWith("#")) continue;
                int equals = text.indexOf('=');
                String name = equals < 0 ? text.strip() : text.substring(0, equals);
                if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
                    throw new UsageException(
                            flag + " " + file + ", line " + number + ": \"" + name + "\" is no name of a variable");
                }
                lines.add(equals < 0 ? name : text);
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new UsageException(flag + ": " + file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(flag + ": cannot read " + file + ": " + reason(e));
        }
    }

    static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) return "no such file";
        if (e instanceof java.nio.file.AccessDeniedException) return "permission denied";
        return String.valueOf(e.getMessage());
    }
}
