package dev.davit.engine.fake;

import dev.davit.engine.container.StdStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The small part of sh(1) that scripts of tests are written in: commands joined by `;`, `&&`, `||` and line ends, quotes,
/// `$?` and `$NAME`, `>&2`, `exit`, `trap`, `read`, and `sleep … & wait`.
final class Shell {
    private final FakeProcess process;
    private final Programs programs;
    private long background;
    private int status;

    Shell(FakeProcess process, Programs programs) {
        this.process = process;
        this.programs = programs;
    }

    /// Plays a script.
    int run(String script) {
        boolean wanted = true;
        for (var step : ShellWords.steps(script)) {
            if (wanted) status = run(step);
            handleSignals();
            wanted = switch (step.next()) {
                case AND -> status == 0;
                case OR -> status != 0;
                case THEN, BACKGROUND -> true;
            };
        }
        return status;
    }

    /// Reads lines and plays them, as a shell that was given no script; on a terminal with a prompt.
    int converse() {
        while (true) {
            if (process.tty) process.write(StdStream.STDOUT, "/ # ".getBytes(StandardCharsets.UTF_8));
            var line = process.readLine();
            handleSignals();
            if (line.length == 0) return status;
            run(new String(line, StandardCharsets.UTF_8).strip());
        }
    }

    private int run(ShellWords.Step step) {
        var words = new ArrayList<String>();
        for (String word : step.words()) words.add(ShellWords.expand(word, status, process.environment));
        if (words.isEmpty()) return status;
        var out = step.toError() ? StdStream.STDERR : StdStream.STDOUT;
        var arguments = words.subList(1, words.size());
        if (step.next() == ShellWords.Joint.BACKGROUND) return sleepBeside(words);
        return switch (words.getFirst()) {
            case "exit" -> throw new Ended(arguments.isEmpty() ? status : Integer.parseInt(arguments.getFirst()) & 0xff);
            case "exec" -> throw new Ended(programs.run(arguments, out));
            case "trap" -> trap(arguments);
            case "wait" -> await();
            case "read" -> process.readLine().length > 0 ? 0 : 1;
            default -> programs.run(words, out);
        };
    }

    private int sleepBeside(List<String> words) {
        if (!words.getFirst().equals("sleep")) return programs.complain("only sleep can be played in the background", 2);
        background = Math.max(background, Programs.nanos(words.getLast()));
        return 0;
    }

    private int trap(List<String> arguments) {
        for (String signal : arguments.subList(1, arguments.size())) {
            process.traps.put(Signals.number(signal).orElseThrow(() -> new Ended(1)), arguments.getFirst());
        }
        return 0;
    }

    private int await() {
        var signal = programs.pause(background);
        if (signal.isEmpty()) return 0;
        handle(signal.getAsInt());
        return 128 + signal.getAsInt();
    }

    private void handleSignals() {
        for (var signal = process.takeSignal(); signal.isPresent(); signal = process.takeSignal()) handle(signal.getAsInt());
    }

    private void handle(int signal) {
        String action = process.traps.getOrDefault(signal, "");
        int before = status;
        new Shell(process, programs).run(action);
        status = before;
    }
}
