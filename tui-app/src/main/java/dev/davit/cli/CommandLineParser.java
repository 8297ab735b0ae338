package dev.davit.cli;

import dev.davit.engine.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads words by a command's flags, by the rules of docker's own command line: `--name value`, `--name=value`, `-n value`,
/// `-nvalue`, `-it` for two switches, `--rm=false`, `--` ends the flags. Nothing unknown is ever ignored.
public final class CommandLineParser {
    private final CommandSpec command;
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> words;
    private int next;

    private CommandLineParser(CommandSpec command, List<String> words) {
        this.command = command;
        this.words = words;
    }

    /// Reads the words after a command's name.
    ///
    /// @throws UsageException naming the word and what was expected
    /// @throws HelpWanted when `--help` stands among them
    public static Invocation parse(CommandSpec command, List<String> words) {
        var parser = new CommandLineParser(command, words);
        parser.flags();
        var typed = new Invocation(command, parser.values, parser.arguments);
        parser.count();
        return typed;
    }

    private void flags() {
        while (next < words.size()) {
            String word = words.get(next++);
            if (word.equals("--")) {
                rest();
            } else if (word.startsWith("--")) {
                longFlag(word.substring(2));
            } else if (word.length() > 1 && word.startsWith("-")) {
                letters(word);
            } else {
                arguments.add(word);
                if (!command.interspersed()) rest();
            }
        }
    }

    private void rest() {
        arguments.addAll(words.subList(next, words.size()));
        next = words.size();
    }

    private void longFlag(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        var flag = command.flags().stream().filter(f -> f.name().equals(name)).findFirst();
        if (flag.isEmpty()) {
            if (name.equals("help")) throw new HelpWanted(command);
            throw unknown("--" + name);
        }
        if (equals >= 0) put(flag.get(), text.substring(equals + 1));
        else if (flag.get().isSwitch()) put(flag.get(), "true");
        else put(flag.get(), value(flag.get()));
    }

    private void letters(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            var flag = command.flags().stream().filter(f -> f.letter() == letter).findFirst();
            if (flag.isEmpty()) {
                if (letter == 'h' && word.length() == 2) throw new HelpWanted(command);
                throw unknown(word.length() == 2 ? word : "-" + letter + " in " + word);
            }
            String rest = word.substring(i + 1);
            if (flag.get().isSwitch() && !rest.startsWith("=")) {
                put(flag.get(), "true");
                continue;
            }
            if (rest.startsWith("=")) put(flag.get(), rest.substring(1));
            else put(flag.get(), rest.isEmpty() ? value(flag.get()) : rest);
            return;
        }
    }

    private String value(Flag<?> flag) {
        if (next < words.size()) return words.get(next++);
        throw new UsageException(command.name() + ": " + flag.shown() + " needs a value (" + flag.type() + ")");
    }

    private <T> void put(Flag<T> flag, String text) {
        @SuppressWarnings("unchecked") // what this flag's fold gave before
        T soFar = (T) values.getOrDefault(flag.name(), flag.initial());
        try {
            T value = flag.fold().add(soFar, text);
            if (value != null) values.put(flag.name(), value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(command.name() + ": \"" + text + "\" is no value for " + flag.shown() + ": "
                    + e.getMessage());
        }
    }

    private UsageException unknown(String shown) {
        String name = shown.startsWith("--") ? shown.substring(2) : "";
        var near = name.isEmpty()
                ? Optional.<String>empty()
                : Nearest.of(name, command.flags().stream().map(Flag::name).toList());
        String advice = near.map(flag -> "; did you mean --" + flag + "?").orElse("");
        return new UsageException(command.name() + ": unknown flag " + shown + advice);
    }

    private void count() {
        int count = arguments.size();
        if (count >= command.least() && count <= command.most()) return;
        String wanted;
        if (command.most() == 0) wanted = "takes no arguments";
        else if (command.least() == command.most()) wanted = "takes " + arguments(command.least());
        else if (count < command.least()) wanted = "needs at least " + arguments(command.least());
        else wanted = "takes at most " + arguments(command.most());
        throw new UsageException(
                command.name() + ": " + wanted + "; usage: davit " + command.name() + " " + command.synopsis(),
                ExitCode.FAILED);
    }

    private static String arguments(int count) {
        return count == 1 ? "1 argument" : count + " arguments";
    }
}
