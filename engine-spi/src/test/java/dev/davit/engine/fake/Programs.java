package dev.davit.engine.fake;

import dev.davit.engine.container.StdStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The programs that containers of the fake engine can play: a closed list.
final class Programs {
    private static final Set<String> KNOWN = Set.of(
            "echo", "cat", "true", "false", "sleep", "sh", "seq", "count", "stty", "env", "pwd", "id", "hostname", "touch", ":");
    private static final Set<String> NO_PROGRAMS = Set.of("/", "/etc", "/tmp", "/etc/passwd", "/etc/group", "/bin", "/root");
    private static final double SECOND = 1e9;

    private final FakeProcess process;

    Programs(FakeProcess process) {
        this.process = process;
    }

    /// Why a command cannot be executed.
    ///
    /// @param code 126 or 127
    record Refusal(int code, String reason) {}

    /// Why this command cannot be executed, empty when it can.
    static Optional<Refusal> refusal(String command) {
        if (NO_PROGRAMS.contains(command)) {
            return Optional.of(new Refusal(126, "exec: \"" + command + "\": permission denied: unknown"));
        }
        if (KNOWN.contains(name(command))) return Optional.empty();
        String reason = command.contains("/") ? "stat " + command + ": no such file or directory" : "executable file not found in $PATH";
        return Optional.of(new Refusal(127, "exec: \"" + command + "\": " + reason + ": unknown"));
    }

    private static String name(String command) {
        return command.startsWith("/bin/") ? command.substring(5) : command;
    }

    /// Plays a command to its end.
    int run(List<String> words) {
        return run(words, StdStream.STDOUT);
    }

    int run(List<String> words, StdStream out) {
        var arguments = words.subList(1, words.size());
        return switch (name(words.getFirst())) {
            case "echo" -> echo(arguments, out);
            case "cat" -> cat(out);
            case "true", ":" -> 0;
            case "false" -> 1;
            case "sleep" -> sleep(arguments);
            case "sh" -> shell(arguments);
            case "seq" -> sequence(1, number(arguments), 0, out);
            case "count" -> count(arguments, out);
            case "stty" -> stty(out);
            case "env" -> print(String.join("\n", process.environment) + "\n", out);
            case "pwd" -> print(process.place.directory() + "\n", out);
            case "hostname" -> print(process.place.hostname() + "\n", out);
            case "id" -> id(arguments, out);
            case "touch" -> 0;
            default -> complain(words.getFirst() + ": not found", 127);
        };
    }

    int complain(String message, int code) {
        print("sh: " + message + "\n", StdStream.STDERR);
        return code;
    }

    private int print(String text, StdStream out) {
        process.write(out, text.getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private int echo(List<String> arguments, StdStream out) {
        boolean bare = !arguments.isEmpty() && arguments.getFirst().equals("-n");
        var words = bare ? arguments.subList(1, arguments.size()) : arguments;
        return print(String.join(" ", words) + (bare ? "" : "\n"), out);
    }

    private int cat(StdStream out) {
        while (true) {
            var bytes = process.read(false);
            if (bytes.length == 0) return 0;
            process.write(out, bytes);
        }
    }

    private int sleep(List<String> arguments) {
        if (arguments.isEmpty()) return complain("sleep: missing operand", 1);
        process.sleep(nanos(arguments.getFirst()), false);
        return 0;
    }

    static long nanos(String seconds) {
        if (seconds.equals("infinity")) return Long.MAX_VALUE;
        try {
            return (long) (Double.parseDouble(seconds) * SECOND);
        } catch (NumberFormatException e) {
            throw new Ended(1);
        }
    }

    private int shell(List<String> arguments) {
        if (arguments.size() >= 2 && arguments.getFirst().equals("-c")) return new Shell(process, this).run(arguments.get(1));
        return new Shell(process, this).converse();
    }

    private static int number(List<String> arguments) {
        try {
            return arguments.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(arguments.getFirst());
        } catch (NumberFormatException e) {
            throw new Ended(1);
        }
    }

    private int sequence(int from, int to, long pause, StdStream out) {
        for (int i = from; i <= to; i++) {
            print(i + "\n", out);
            if (pause > 0) process.sleep(pause, false);
            if (i == Integer.MAX_VALUE) break;
        }
        return 0;
    }

    /// `count [N [SECONDS]]`: the numbers from 1, so many (else for ever), so far apart (else a tenth of a second when for ever).
    private int count(List<String> arguments, StdStream out) {
        long pause = arguments.isEmpty() ? (long) (SECOND / 10) : 0;
        if (arguments.size() > 1) pause = nanos(arguments.get(1));
        return sequence(1, number(arguments), pause, out);
    }

    private int id(List<String> arguments, StdStream out) {
        String number = Users.number(process.place.user()).orElse("0");
        return print(arguments.contains("-u") ? number + "\n" : "uid=" + number + " gid=" + number + "\n", out);
    }

    private int stty(StdStream out) {
        if (!process.tty) return complain("stty: standard input: Not a tty", 1);
        return print(process.size.rows() + " " + process.size.columns() + "\n", out);
    }

    /// What a shell's `wait` waits for: so long, or until a signal comes.
    OptionalInt pause(long nanos) {
        process.sleep(nanos, true);
        return process.takeSignal();
    }
}
